import type { ScanState } from "~/domain/proof/vocabulary";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import type { Question } from "~/domain/questionnaire/types";
import { scanWords } from "~/features/proofs/labels";
import { formatBytes } from "~/ui/format";
import type { Block } from "./document-model";

export type DocumentProof = {
  readonly name: string;
  readonly size: number;
  readonly scan: ScanState;
  /** What the antivirus recognised, when it did. */
  readonly signature: string | null;
};

/** An answer as it is read in a document; nothing when there is none. */
export function answerBlocks(
  question: Question,
  value: unknown,
  proofs: readonly DocumentProof[],
): Block[] {
  if (question.kind === "file" && proofs.length > 0) {
    return [{ kind: "list", items: proofs.map(proofLine) }];
  }
  const text = formatAnswer(question, value);
  if (text === "") return [];
  if (question.kind === "multiple-choice" && Array.isArray(value)) {
    return [{ kind: "list", items: value.map((one) => formatAnswer(question, [one])) }];
  }
  if (question.kind === "repeatable" && Array.isArray(value)) {
    const rows = value.map((row) => formatAnswer(question, [row])).filter(Boolean);
    return [{ kind: "list", items: rows }];
  }
  if (question.kind === "matrix" && isCells(value)) {
    const rows = question.rows.flatMap((row) => {
      const column = question.columns.find(({ id }) => id === value[row.id]);
      return column ? [[row.label, column.label]] : [];
    });
    if (rows.length > 0) return [{ kind: "table", rows }];
  }
  return text
    .split("\n")
    .filter((part) => part.trim() !== "")
    .map((part) => ({ kind: "paragraph", text: part }));
}

/** « projet.pdf, 12 ko. Analyse antivirus : rien détecté ». */
function proofLine({ name, size, scan, signature }: DocumentProof): string {
  return `${name}, ${formatBytes(size)}. ${scanWords(scan, signature).text}`;
}

const isCells = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
