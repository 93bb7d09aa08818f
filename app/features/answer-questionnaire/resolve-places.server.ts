import type { Question } from "~/domain/questionnaire/types";
import type { Work } from "~db/work.server";
import { pickedCode, pickerOfField, placeText } from "./picked-code";
import { findPlace, searchPlaces } from "./search-places.server";
import type { TypedFields } from "./typed-fields";

export type ResolvedPlaces =
  | { readonly ok: true; readonly typed: TypedFields }
  | { readonly ok: false; readonly choices: readonly string[] };

/**
 * Turns the names typed in the pickers of a question into places: without JavaScript nothing was
 * chosen from a list. A name that is one place becomes it; a name that is several is given back with
 * its choices; a name that is none is left for validation to explain.
 */
export async function resolvePlaces(
  work: Work,
  question: Question,
  typed: TypedFields,
): Promise<ResolvedPlaces> {
  const resolved: Record<string, readonly string[]> = { ...typed };
  for (const [name, texts] of Object.entries(typed)) {
    const kind = pickerOfField(question, name);
    const text = texts[0]?.trim();
    if (!kind || !text) continue;
    const code = pickedCode(text).replaceAll("\0", "").replace(/\s/g, "").toUpperCase();
    const known = await findPlace(work, kind, code);
    const found = known ? [known] : await searchPlaces(work, kind, text);
    const sameName = found.filter(({ label }) => fold(label) === fold(text));
    const candidates = sameName.length > 0 ? sameName : found;
    const [only] = candidates;
    if (only && candidates.length === 1) resolved[name] = [placeText(only)];
    else if (candidates.length > 1) return { ok: false, choices: candidates.map(placeText) };
  }
  return { ok: true, typed: resolved };
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
