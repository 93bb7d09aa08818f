import { measureSaves } from "./measure-saves";

/**
 * Saves alone, without the other measures: `JALONS_CLUSTER` and `pg_virtualenv` as `npm run bench`
 * gives them, then `[seconds of a round] [seconds at a steady pace]`.
 */
const [round = 5, paced = 60] = process.argv.slice(2).map(Number);
const { TEST_DATABASE_URL: databaseUrl } = process.env;
const print = (line: string) => process.stdout.write(`${line}\n`);

if (!databaseUrl) {
  process.stderr.write("Indiquez un PostgreSQL avec TEST_DATABASE_URL.\n");
  process.exitCode = 2;
} else {
  try {
    const figures = await measureSaves({ databaseUrl, print, seconds: { round, paced } });
    print(JSON.stringify(figures));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
