import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureDashboard } from "./dashboard/measure-dashboard";
import { measureEvaluator } from "./evaluator/measure-evaluator";
import { measureExports } from "./exports/measure-exports";
import { measurePages } from "./pages/measure-pages";
import { measureSaves } from "./saves/measure-saves";
import { describeTargets } from "./targets";

/**
 * `npm run bench [-- --json FILE] [--only PART]`: measures side by side, in one run, on the
 * PostgreSQL that TEST_DATABASE_URL names. Figures are of this machine; only ratios compare.
 */
const print = (line: string) => process.stdout.write(`${line}\n`);

const parts = {
  evaluator: () => measureEvaluator(print),
  saves: (databaseUrl: string) => measureSaves({ databaseUrl, print }),
  dashboard: (databaseUrl: string) => measureDashboard({ databaseUrl, print }),
  exports: (databaseUrl: string) => measureExports({ databaseUrl, print }),
  pages: () => measurePages({ print }),
};
const names = Object.keys(parts) as (keyof typeof parts)[];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: "string" }, only: { type: "string", multiple: true } },
  });
  const chosen = values.only ?? names;
  const unknown = chosen.filter((name) => !names.some((known) => known === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `Mesure inconnue : ${unknown.join(", ")}. Mesures : ${names.join(", ")}.\n`,
    );
    return 2;
  }
  const databaseUrl = process.env.TEST_DATABASE_URL;
  if (!databaseUrl) {
    process.stderr.write("Lancez les mesures par « npm run bench » : il fournit PostgreSQL.\n");
    return 2;
  }
  const figures: Record<string, unknown> = {};
  for (const name of names.filter((known) => chosen.includes(known))) {
    print(`\n— ${name}`);
    Object.assign(figures, await parts[name](databaseUrl));
  }
  print("");
  for (const line of describeTargets(figures)) print(line);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}

process.exitCode = await main();
