/** Closed lists of the questionnaire. No import here: the database schema reads this file too. */

export const questionKinds = [
  "short-text",
  "long-text",
  "integer",
  "decimal",
  "money",
  "percentage",
  "date",
  "yes-no",
  "single-choice",
  "multiple-choice",
  "scale",
  "matrix",
  "repeatable",
  "file",
  "school",
  "commune",
  "calculated",
  "information",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Kinds whose answer is one number (money in cents, percentage from 0 to 100). */
export const numericKinds = ["integer", "decimal", "money", "percentage"] as const;
export type NumericKind = (typeof numericKinds)[number];

/** Kinds that a repeatable block may hold: no block in a block, no file or matrix in a row. */
export const fieldKinds = [
  "short-text",
  "long-text",
  "integer",
  "decimal",
  "money",
  "percentage",
  "date",
  "yes-no",
  "single-choice",
  "multiple-choice",
  "scale",
  "school",
  "commune",
  "calculated",
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Formats that a proof may take, as file extensions. */
export const fileFormats = ["pdf", "odt", "docx", "ods", "xlsx", "jpg", "png"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What a calculated question shows: it decides the unit and the rounding of its display. */
export const calculatedDisplays = [
  "number",
  "integer",
  "money",
  "percentage",
  "text",
  "yes-no",
] as const;
export type CalculatedDisplay = (typeof calculatedDisplays)[number];
