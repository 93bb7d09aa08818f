import { foldText } from "../directory/fold-text";
import { parseUai } from "../directory/uai";
import { academicRegions, academies, findAcademie } from "../territory/academies";
import { parseDepartementCode } from "../territory/departement-code";
import type { TerritoryKind } from "./vocabulary";

const kindWords: ReadonlyMap<string, TerritoryKind> = new Map([
  ["school", "school"],
  ["etablissement", "school"],
  ["departement", "departement"],
  ["academie", "academie"],
  ["region", "region"],
  ["regionacademique", "region"],
]);

/** The kind of territory that a word names, in English or in French; null when unknown. */
export function readTerritoryKind(word: string): TerritoryKind | null {
  return kindWords.get(foldText(word)) ?? null;
}

/**
 * The code under which a territory is stored, from what a file writes: a code with or without its
 * leading zeros, the name of an académie or région, a UAI. Null when there is no such territory; a
 * UAI is only checked for its letter, whether the school is known is the directory's to say.
 */
export function readTerritoryCode(kind: TerritoryKind, written: string): string | null {
  switch (kind) {
    case "school": {
      const reading = parseUai(written);
      return reading.ok ? reading.uai : null;
    }
    case "departement":
      return parseDepartementCode(written);
    case "academie":
      return findAcademie(written)?.code ?? codeByName(academies, written);
    case "region": {
      const padded = written.trim().padStart(2, "0");
      const known = academicRegions.find(({ code }) => code === padded);
      return known?.code ?? codeByName(academicRegions, written);
    }
  }
}

function codeByName(
  entries: readonly { readonly code: string; readonly name: string }[],
  written: string,
): string | null {
  const folded = foldText(written);
  return entries.find(({ name }) => foldText(name) === folded)?.code ?? null;
}
