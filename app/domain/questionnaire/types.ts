import type { z } from "zod";
import type { fieldSchema, questionnaireSchema, questionSchema, sectionSchema } from "./schema";
import type { FileFormat, QuestionKind } from "./vocabulary";

export type Question = z.infer<typeof questionSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** A question of one kind, for exhaustive treatment. */
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

/** What files may be joined somewhere: their formats, how many, and the bytes of each. */
export type FileLimits = Readonly<Pick<QuestionOf<"file">, "maxBytes" | "maxFiles">> & {
  readonly formats: readonly FileFormat[];
};

/** « Sans objet »: the question does not apply to this school. It is not zero and not missing. */
export type NotApplicable = { notApplicable: true };

export type FileAnswer = {
  id: string;
  name: string;
  size: number;
  sha256: string;
  mediaType?: string;
};
export type RowAnswer = { id: string; values: Record<string, FieldValue> };
export type FieldValue = string | number | boolean | string[];

/**
 * The JSON value of one answer: text, number (money in cents, percentage from 0 to 100), date
 * "YYYY-MM-DD", boolean, option id, option ids, step id, `{ rowId: columnId }`, rows, files, UAI,
 * INSEE code, or « sans objet ».
 */
export type AnswerValue =
  | string
  | number
  | boolean
  | string[]
  | RowAnswer[]
  | FileAnswer[]
  | Record<string, string>
  | NotApplicable;

/** Answers by question id. An id that is missing, null or "" is unanswered. */
export type Answers = Readonly<Record<string, unknown>>;

/** True for the JSON value `{ "notApplicable": true }`. */
export function isNotApplicable(value: unknown): value is NotApplicable {
  return (
    typeof value === "object" &&
    value !== null &&
    "notApplicable" in value &&
    value.notApplicable === true
  );
}
