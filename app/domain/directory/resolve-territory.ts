import { academieOfDepartement } from "../territory/academies";
import type { GatheredUnit } from "./gather-units";
import type { RowIssue } from "./row";

/** What the database knows of the communes and départements that a file names. */
export type TerritoryReference = {
  /** From a code as files write it, former communes and arrondissements included. */
  communes: ReadonlyMap<string, { code: string; departementCode: string }>;
  regionOfDepartement: ReadonlyMap<string, string>;
};

/**
 * Places a unit: its commune from the row's commune code, its département from the row's own code and
 * failing that from its commune, its région and académie from the département. The UAI's prefix is
 * never looked at.
 */
export function resolveTerritory(
  { unit, line }: GatheredUnit,
  reference: TerritoryReference,
  headings: { communeCode: string; departementCode: string },
): { unit: GatheredUnit["unit"]; warnings: RowIssue[] } {
  const warnings: RowIssue[] = [];
  const fileCode = unit.facts.fileCommuneCode ?? null;
  const commune = fileCode === null ? null : (reference.communes.get(fileCode) ?? null);
  if (fileCode !== null && commune === null) {
    warnings.push({
      line,
      column: headings.communeCode,
      value: fileCode,
      message: "Commune absente du découpage administratif : l’unité est gardée sans commune.",
    });
  }
  const stated = unit.facts.departementCode ?? null;
  const departementCode = stated ?? commune?.departementCode ?? null;
  if (stated !== null && commune !== null && commune.departementCode !== stated) {
    warnings.push({
      line,
      column: headings.departementCode,
      value: stated,
      message: "La commune n’est pas dans ce département : le département du fichier est retenu.",
    });
  }
  if (departementCode === null) {
    warnings.push({
      line,
      column: headings.departementCode,
      value: "",
      message: "Ni département ni commune connus : l’unité est gardée sans territoire.",
    });
  }
  const regionCode =
    departementCode === null ? null : (reference.regionOfDepartement.get(departementCode) ?? null);
  const academie = departementCode === null ? null : academieOfDepartement(departementCode);
  return {
    warnings,
    unit: {
      ...unit,
      facts: {
        ...unit.facts,
        communeCode: commune?.code ?? null,
        departementCode: regionCode === null ? null : departementCode,
        regionCode,
        academieCode: academie?.code ?? unit.facts.academieCode ?? null,
      },
    },
  };
}
