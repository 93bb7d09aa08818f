import type { FileLimits } from "~/domain/questionnaire/types";
import type { FileFormat } from "~/domain/questionnaire/vocabulary";
import type { ProofRefusal } from "./labels";

export type FileCheck =
  | { readonly ok: true; readonly format: FileFormat }
  | { readonly ok: false; readonly reason: ProofRefusal };

/** What can be said of a file before its content has come: its size in bytes, and its name. */
export function checkAnnounced(
  limits: FileLimits,
  { name, size }: { readonly name: string; readonly size: number },
): FileCheck {
  if (size === 0) return { ok: false, reason: "empty" };
  if (size > limits.maxBytes) return { ok: false, reason: "too-large" };
  const extension = name.split(".").pop()?.toLowerCase().replace("jpeg", "jpg");
  const format = limits.formats.find((known) => known === extension);
  return format ? { ok: true, format } : { ok: false, reason: "wrong-format" };
}

/** A file's name without folder, control characters or half characters, its extension kept. */
export function cleanName(name: string): string {
  const bare = (name.split(/[/\\]/).pop() ?? "").replace(/[\p{Cc}\p{Cs}]/gu, "").trim();
  if (bare.length <= 120) return bare || "fichier";
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(bare)?.[0] ?? "";
  return `${bare.slice(0, 120 - extension.length)}${extension}`;
}
