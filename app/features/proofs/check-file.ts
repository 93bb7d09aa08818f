import type { QuestionOf } from "~/domain/questionnaire/types";
import type { FileFormat } from "~/domain/questionnaire/vocabulary";
import { detectFormat } from "./detect-format";
import type { ProofRefusal } from "./labels";

export type FileCheck =
  | { readonly ok: true; readonly format: FileFormat }
  | { readonly ok: false; readonly reason: ProofRefusal };

type FileQuestion = QuestionOf<"file">;

/** What can be said of a file before its content has come: its size in bytes, and its name. */
export function checkAnnounced(
  question: FileQuestion,
  { name, size }: { readonly name: string; readonly size: number },
): FileCheck {
  if (size === 0) return { ok: false, reason: "empty" };
  if (size > question.maxBytes) return { ok: false, reason: "too-large" };
  const extension = name.split(".").pop()?.toLowerCase().replace("jpeg", "jpg");
  const format = question.formats.find((known) => known === extension);
  return format ? { ok: true, format } : { ok: false, reason: "wrong-format" };
}

/** The same once it is there whole: its content is what its name says. */
export function checkFile(
  question: FileQuestion,
  file: {
    readonly name: string;
    readonly size: number;
    readonly head: Uint8Array;
    readonly tail: Uint8Array;
  },
): FileCheck {
  const announced = checkAnnounced(question, file);
  if (!announced.ok) return announced;
  return detectFormat(file.head, file.tail) === announced.format
    ? announced
    : { ok: false, reason: "wrong-content" };
}

/** A file's name without folder, control characters or half characters, its extension kept. */
export function cleanName(name: string): string {
  const bare = (name.split(/[/\\]/).pop() ?? "").replace(/[\p{Cc}\p{Cs}]/gu, "").trim();
  if (bare.length <= 120) return bare || "fichier";
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(bare)?.[0] ?? "";
  return `${bare.slice(0, 120 - extension.length)}${extension}`;
}
