import { composeUai, type Uai } from "~/domain/directory/uai";
import { type DirectoryUnit, emptyFacts } from "~/domain/directory/unit";
import { saveUnits, type UnitToSave } from "~db/repositories/directory.server";
import type { Work } from "~db/work.server";

/** A public lycée of Millau (1 142 pupils, 350 of them in seconde), or what `overrides` make of it. */
export function buildSchool(
  overrides: Partial<DirectoryUnit> & { rank?: number } = {},
): UnitToSave {
  const { rank = 1, ...facts } = overrides;
  const uai: Uai = facts.uai ?? composeUai(9_991_000 + rank);
  const kind = facts.kind ?? "lycee";
  return {
    unit: {
      ...emptyFacts,
      name: `Lycée d’essai ${rank}`,
      kind,
      kinds: [kind],
      natureCode: "302",
      ministry: "education",
      sector: "public",
      contract: "sans-objet",
      communeCode: "12145",
      departementCode: "12",
      academieCode: "16",
      regionCode: "76",
      pupils: 1142,
      pupilsSource: "annuaire",
      open: true,
      state: "ouvert",
      sites: [],
      ...facts,
      uai,
    },
    sourceFile: "essai",
    updatedAt: new Date("2026-01-05T08:00:00Z"),
    pupilsSeconde: kind === "lycee" ? 350 : null,
    pupilsSecondeSource: kind === "lycee" ? "saisie" : null,
  };
}

/** Writes a school and gives its UAI. */
export async function insertSchool(
  work: Work,
  overrides: Parameters<typeof buildSchool>[0] = {},
): Promise<Uai> {
  const school = buildSchool(overrides);
  await saveUnits(work.tx, [school]);
  return school.unit.uai;
}
