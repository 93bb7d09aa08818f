import { isStorable } from "~/domain/application/storable";
import {
  type FormEntries,
  fieldName,
  parseFormAnswer,
} from "~/domain/questionnaire/parse-form-answer";
import type { Question } from "~/domain/questionnaire/types";
import type { AnswerContext } from "~/domain/questionnaire/validate-answer";

export type RetainedValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Name of the boxes that keep a row of a repeatable block. */
export function keptRowsName(questionId: string): string {
  return fieldName(questionId, "kept");
}

/**
 * Reads the value that an examiner retains. A proof can only be set aside, rows of a block only kept or
 * dropped: an examiner corrects what was declared and declares nothing new. Other kinds are read and
 * checked as the answers of a school are.
 */
export function readRetainedValue(
  question: Question,
  declared: unknown,
  entries: FormEntries,
  context: AnswerContext,
): RetainedValue {
  if (question.kind === "file") return { ok: true, value: null };
  if (question.kind === "repeatable")
    return { ok: true, value: keptRows(question.id, declared, entries) };
  const parsed = parseFormAnswer(question, entries, context);
  if (!parsed.ok) return { ok: false, message: parsed.message };
  if (!isStorable(parsed.value)) {
    return { ok: false, message: "Retirez les caractères illisibles de cette valeur." };
  }
  return { ok: true, value: parsed.value };
}

function keptRows(questionId: string, declared: unknown, entries: FormEntries): unknown {
  if (!Array.isArray(declared)) return null;
  const name = keptRowsName(questionId);
  const kept = new Set(entries.flatMap(([key, value]) => (key === name ? [value] : [])));
  const rows = (declared as { id?: unknown }[]).filter((row) => kept.has(row?.id));
  return rows.length === 0 ? null : rows;
}
