import { findUnit } from "~db/repositories/directory.server";
import { searchUnits } from "~db/repositories/places.server";
import { findCommune, listCommunes, searchCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import type { PickerKind } from "./picked-code";

export type Place = { readonly code: string; readonly label: string };
const most = 12;

/** Communes or open schools whose name begins with a text, or whose code it is; a dozen at most. */
export async function searchPlaces(work: Work, kind: PickerKind, text: string): Promise<Place[]> {
  const wanted = text.replaceAll("\0", "").trim().slice(0, 80);
  if (wanted.length < 2) return [];
  const exact = await findPlace(work, kind, wanted.toUpperCase());
  if (exact) return [exact];
  if (kind === "commune") {
    const found = await searchCommunes(work.tx, wanted, { limit: most });
    return found.map(({ code, name }) => ({ code, label: name }));
  }
  const found = await searchUnits(work.tx, wanted, most);
  return found.map(schoolPlace);
}

/** The place that a code names; undefined for an unknown code. */
export async function findPlace(
  work: Work,
  kind: PickerKind,
  code: string,
): Promise<Place | undefined> {
  if (kind === "commune") {
    const commune = await findCommune(work.tx, code);
    return commune && { code: commune.code, label: commune.name };
  }
  const unit = await findUnit(work.tx, code);
  return unit && schoolPlace(unit);
}

function schoolPlace(unit: { uai: string; name: string; locality: string | null }): Place {
  return { code: unit.uai, label: unit.locality ? `${unit.name}, ${unit.locality}` : unit.name };
}

/** Labels of many codes at once, for the pickers of one page. */
export async function labelPlaces(
  work: Work,
  codes: { readonly commune: readonly string[]; readonly school: readonly string[] },
): Promise<Record<string, string>> {
  const labels: Record<string, string> = {};
  if (codes.commune.length > 0) {
    for (const { code, name } of await listCommunes(work.tx, codes.commune)) labels[code] = name;
  }
  for (const code of codes.school) {
    const place = await findPlace(work, "school", code);
    if (place) labels[code] = place.label;
  }
  return labels;
}
