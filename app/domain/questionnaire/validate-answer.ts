import { formatBytes, formatMoney, formatNumber, formatPercentage } from "../../french/number";
import { pluralOf } from "../../french/plural";
import { dayNumber } from "../expression/dates";
import { isPresent } from "../expression/value";
import { formatDay } from "./format-day";
import { buildReader } from "./read-value";
import {
  type AnswerValue,
  type Field,
  type FileAnswer,
  isNotApplicable,
  type Question,
  type QuestionOf,
} from "./types";

/** Bounds of a number or a date, already computed; a missing bound bounds nothing. */
export type Bounds = { min?: number | string | undefined; max?: number | string | undefined };

export type AnswerContext = {
  bounds?: Bounds;
  /** Bounds of a field of a block in one of its rows; null for a field hidden there. */
  fieldBounds?: (fieldId: string, rowIndex: number) => Bounds | null;
};

/** `value` is null when the answer is cleared. `rowId` and `fieldId` locate a fault inside a block. */
export type AnswerCheck =
  | { ok: true; value: AnswerValue | null }
  | { ok: false; message: string; rowId?: string; fieldId?: string };

type Check = AnswerCheck;
const refuse = (message: string): Check => ({ ok: false, message });

/** True for what stands for no answer: nothing, an empty text, an empty list. */
export function isEmptyAnswer(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}

/**
 * Checks one answer against its question: form, then bounds. Says in French what to do. An empty
 * answer is always accepted here: what is missing is the business of completeness.
 */
export function validateAnswer(
  question: Question | Field,
  value: unknown,
  context: AnswerContext = {},
): AnswerCheck {
  if (isEmptyAnswer(value)) return { ok: true, value: null };
  if (isNotApplicable(value)) {
    return question.notApplicable
      ? { ok: true, value: { notApplicable: true } }
      : refuse("Répondez à cette question : « sans objet » n’y est pas prévu.");
  }
  switch (question.kind) {
    case "information":
    case "calculated":
      return refuse("Retirez cette réponse : la valeur est calculée par la plateforme.");
    case "repeatable":
      return checkBlock(question, value, context);
    case "file":
      return checkFiles(question, value);
    case "matrix":
      return checkMatrix(question, value);
    default:
      return checkScalar(question, value, context.bounds ?? {});
  }
}

type Scalar = Exclude<
  Question | Field,
  { kind: "information" | "calculated" | "repeatable" | "file" | "matrix" }
>;

const formMessages: Record<Scalar["kind"], string> = {
  "short-text": "Écrivez un texte court.",
  "long-text": "Écrivez un texte.",
  integer: "Indiquez un nombre entier, en chiffres.",
  decimal: "Indiquez un nombre, en chiffres, avec une virgule pour les décimales.",
  money: "Indiquez un montant en euros, avec deux décimales au plus.",
  percentage: "Indiquez un pourcentage entre 0 et 100.",
  date: "Indiquez une date qui existe, sous la forme jour, mois, année.",
  "yes-no": "Répondez par oui ou par non.",
  "single-choice": "Choisissez une des réponses proposées.",
  "multiple-choice": "Choisissez parmi les réponses proposées, chacune une seule fois.",
  scale: "Choisissez un des échelons proposés.",
  school: "Indiquez un UAI : sept chiffres puis une lettre, comme 0310036M.",
  commune: "Choisissez une commune, ou indiquez son code INSEE à cinq caractères.",
};

function checkScalar(question: Scalar, value: unknown, bounds: Bounds): Check {
  const read = buildReader(question)(value);
  if (!isPresent(read)) return refuse(formMessages[question.kind]);
  switch (question.kind) {
    case "short-text":
    case "long-text":
      return checkLength(question.maxLength, value as string);
    case "integer":
    case "decimal":
    case "money":
    case "percentage":
      return checkNumber(question.kind, value as number, bounds);
    case "date":
      return checkDate(value as string, bounds);
    case "multiple-choice":
      return checkChoices(question, value as string[]);
    default:
      return { ok: true, value: value as AnswerValue };
  }
}

function checkLength(maxLength: number, text: string): Check {
  if (text.length <= maxLength) return { ok: true, value: text };
  const excess = formatNumber(text.length - maxLength);
  return refuse(
    `Raccourcissez ce texte : ${formatNumber(maxLength)} ${pluralOf(maxLength, "caractère")} au plus, ${excess} de trop.`,
  );
}

/** A bound in full: its author may have given it more decimals than figures are shown with. */
const formatBound = (bound: number) => formatNumber(bound, { maxDecimals: 6 });

function checkNumber(kind: string, value: number, bounds: Bounds): Check {
  const show =
    kind === "money" ? formatMoney : kind === "percentage" ? formatPercentage : formatBound;
  const min = typeof bounds.min === "number" ? bounds.min : kind === "percentage" ? 0 : undefined;
  const max = typeof bounds.max === "number" ? bounds.max : kind === "percentage" ? 100 : undefined;
  const noun = kind === "money" ? "un montant" : kind === "percentage" ? "un taux" : "un nombre";
  if ((min === undefined || value >= min) && (max === undefined || value <= max))
    return { ok: true, value };
  if (min !== undefined && max !== undefined)
    return refuse(`Indiquez ${noun} entre ${show(min)} et ${show(max)}.`);
  return min !== undefined
    ? refuse(`Indiquez ${noun} d’au moins ${show(min)}.`)
    : refuse(`Indiquez ${noun} d’au plus ${show(max ?? 0)}.`);
}

function checkDate(value: string, { min, max }: Bounds): Check {
  const day = dayNumber(value);
  const isAfterMin = typeof min !== "string" || !(day < dayNumber(min));
  const isBeforeMax = typeof max !== "string" || !(day > dayNumber(max));
  if (isAfterMin && isBeforeMax) return { ok: true, value };
  if (typeof min === "string" && typeof max === "string")
    return refuse(`Indiquez une date entre le ${formatDay(min)} et le ${formatDay(max)}.`);
  return typeof min === "string"
    ? refuse(`Indiquez une date à partir du ${formatDay(min)}.`)
    : refuse(`Indiquez une date au plus tard le ${formatDay(String(max))}.`);
}

function checkChoices(
  question: Extract<Question | Field, { kind: "multiple-choice" }>,
  value: string[],
): Check {
  const { exclusive, minChecked, maxChecked } = question;
  if (exclusive !== undefined && value.length > 1 && value.includes(exclusive)) {
    const label = question.options.find((option) => option.id === exclusive)?.label ?? exclusive;
    return refuse(`Gardez « ${label} » seul, ou décochez-le.`);
  }
  if (maxChecked !== undefined && value.length > maxChecked)
    return refuse(`Gardez au plus ${maxChecked} ${pluralOf(maxChecked, "réponse")}.`);
  const isExclusiveAlone = exclusive !== undefined && value.includes(exclusive);
  if (minChecked !== undefined && value.length < minChecked && !isExclusiveAlone)
    return refuse(`Cochez au moins ${minChecked} ${pluralOf(minChecked, "réponse")}.`);
  return { ok: true, value };
}

function checkMatrix(question: QuestionOf<"matrix">, value: unknown): Check {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse("Choisissez une réponse par ligne du tableau.");
  const rows = new Set(question.rows.map((row) => row.id));
  const columns = new Set<unknown>(question.columns.map((column) => column.id));
  const kept: Record<string, string> = {};
  for (const [row, column] of Object.entries(value)) {
    if (column === "" || column === null) continue;
    if (!rows.has(row) || !columns.has(column))
      return refuse("Choisissez, à chaque ligne, une des réponses du tableau.");
    kept[row] = column as string;
  }
  return { ok: true, value: Object.keys(kept).length === 0 ? null : kept };
}

function isFileAnswer(item: unknown): item is FileAnswer {
  if (typeof item !== "object" || item === null) return false;
  const file = item as Record<string, unknown>;
  const hasTexts = [file.id, file.name, file.sha256].every((part) => typeof part === "string");
  return hasTexts && typeof file.size === "number" && file.size >= 0;
}

/** Other spellings of the formats that documents name. */
const formatAliases: Readonly<Record<string, string>> = { jpeg: "jpg" };

function checkFiles(question: QuestionOf<"file">, value: unknown): Check {
  if (!Array.isArray(value) || !value.every(isFileAnswer))
    return refuse("Joignez le fichier à nouveau : il n’a pas été reçu en entier.");
  if (value.length > question.maxFiles)
    return refuse(`Gardez au plus ${question.maxFiles} ${pluralOf(question.maxFiles, "fichier")}.`);
  for (const file of value) {
    const extension = file.name.split(".").pop()?.toLowerCase() ?? "";
    const format = formatAliases[extension] ?? extension;
    if (!question.formats.some((accepted) => accepted === format)) {
      const accepted = question.formats.map((name) => name.toUpperCase()).join(", ");
      return refuse(`Joignez « ${file.name} » dans un de ces formats : ${accepted}.`);
    }
    if (file.size > question.maxBytes)
      return refuse(`Allégez « ${file.name} » : ${formatBytes(question.maxBytes)} au plus.`);
  }
  return { ok: true, value };
}

function checkBlock(
  question: QuestionOf<"repeatable">,
  value: unknown,
  context: AnswerContext,
): Check {
  if (!Array.isArray(value)) return refuse("Ajoutez une ligne au moins, ou laissez le bloc vide.");
  if (value.length > question.max)
    return refuse(`Gardez au plus ${question.max} ${pluralOf(question.max, "ligne")}.`);
  const ids = new Set<string>();
  const fields = new Map(question.questions.map((field) => [field.id, field]));
  for (const [rowIndex, row] of (value as { id?: unknown; values?: unknown }[]).entries()) {
    const id = row?.id;
    if (typeof id !== "string" || id === "" || ids.has(id))
      return refuse("Ajoutez la ligne à nouveau : son repère manque ou se répète.");
    ids.add(id);
    if (typeof row.values !== "object" || row.values === null || Array.isArray(row.values))
      return refuse("Remplissez la ligne, ou retirez-la.");
    for (const [fieldId, fieldValue] of Object.entries(row.values)) {
      const field = fields.get(fieldId);
      if (!field)
        return { ...refuse("Retirez ce champ : il n’est pas prévu ici."), rowId: id } as Check;
      if (field.kind === "calculated") continue;
      const bounds = context.fieldBounds ? context.fieldBounds(fieldId, rowIndex) : {};
      if (bounds === null) continue;
      const check = validateAnswer(field, fieldValue, { bounds });
      if (!check.ok)
        return { ok: false, message: `${field.title} : ${check.message}`, rowId: id, fieldId };
    }
  }
  return { ok: true, value: value as AnswerValue };
}
