import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/campaign/canonical";
import type { Question } from "~/domain/questionnaire/types";
import { readTyped, type TypedFields } from "./typed-fields";

/**
 * What a form carries of the answer that it showed: its version, and a digest of its fields. A form
 * sent without JavaScript holds every field of its section; the digest tells those that the person
 * changed, so that an answer somebody else changed meanwhile is not taken for theirs.
 */
export function baseMark(question: Question, version: number, typed: TypedFields): string {
  return `${version}:${digestOfFields(question, typed)}`;
}

export type Base = { readonly version: number; readonly digest: string };

/** Reads a mark back; a text that is no mark starts from nothing, so that it can overwrite nothing. */
export function readBaseMark(text: unknown): Base {
  const found = typeof text === "string" ? /^(\d{1,9}):([0-9a-f]{16})$/.exec(text) : null;
  return { version: Number(found?.[1] ?? 0), digest: found?.[2] ?? "" };
}

/** Digest of what fields say; the same answer typed in another way (12400, « 12 400 ») is the same. */
export function digestOfFields(question: Question, typed: TypedFields): string {
  const read = readTyped(question, typed);
  const said = read.ok ? { value: read.value } : { typed };
  return createHash("sha256").update(canonicalJson(said)).digest("hex").slice(0, 16);
}
