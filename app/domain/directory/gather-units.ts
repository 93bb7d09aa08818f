import type { UnitRow } from "./row";
import type { Uai } from "./uai";
import type { IncomingUnit, UnitFacts } from "./unit";

const flags = [
  "boarding",
  "generalTrack",
  "technologicalTrack",
  "vocationalTrack",
  "rpiConcentrated",
] as const satisfies readonly (keyof UnitFacts)[];

/** A unit with the row that names it, where warnings about its territory point. */
export type GatheredUnit = { unit: IncomingUnit; line: number };

/**
 * Makes one unit of all the rows that carry its UAI. The row that speaks for the unit is the first of
 * the unit's own kind that is not an annex; a track or a boarding house on any site is the unit's.
 */
export function gatherUnits(rows: readonly UnitRow[]): GatheredUnit[] {
  const byUai = new Map<Uai, [UnitRow, ...UnitRow[]]>();
  for (const row of rows) {
    const known = byUai.get(row.uai);
    if (known === undefined) byUai.set(row.uai, [row]);
    else known.push(row);
  }
  return [...byUai.values()].map(gatherOne);
}

function gatherOne(rows: [UnitRow, ...UnitRow[]]): GatheredUnit {
  const main = rows.reduce((best, row) => (rank(row) < rank(best) ? row : best));
  const facts = { ...main.facts };
  for (const flag of flags) {
    if (rows.some((row) => row.facts[flag] === true)) facts[flag] = true;
  }
  const counts = rows.flatMap((row) => row.facts.pupils ?? []);
  if (counts.length > 0) {
    facts.pupils = Math.max(...counts);
    facts.pupilsSource = "annuaire";
    facts.pupilsDate = main.sourceDate;
  }
  const sites = rows.filter(
    (row, index) => rows.findIndex((other) => sameSite(row, other)) === index,
  );
  return {
    line: main.line,
    unit: {
      uai: main.uai,
      facts,
      sites: sites.map((row) => row.site),
      sourceDate: main.sourceDate,
    },
  };
}

function rank(row: UnitRow): number {
  return (row.site.kind === row.facts.kind ? 0 : 2) + (/\bannexe\b/i.test(row.site.name) ? 1 : 0);
}

/** The same line twice in a file is one site. */
function sameSite(one: UnitRow, other: UnitRow): boolean {
  return JSON.stringify(one.site) === JSON.stringify(other.site);
}
