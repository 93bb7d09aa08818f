import { measureDashboard } from "./measure-dashboard";

/**
 * The dashboard alone, without the other measures, on the PostgreSQL that TEST_DATABASE_URL names:
 * `[schools] [campaigns]`. The production build must be there (BUILD_DIR).
 */
const [schools = 60_000, campaigns = 5] = process.argv.slice(2).map(Number);
const { TEST_DATABASE_URL: databaseUrl } = process.env;
const print = (line: string) => process.stdout.write(`${line}\n`);

if (!databaseUrl) {
  process.stderr.write("Indiquez un PostgreSQL avec TEST_DATABASE_URL.\n");
  process.exitCode = 2;
} else {
  print(JSON.stringify(await measureDashboard({ databaseUrl, print, schools, campaigns })));
}
