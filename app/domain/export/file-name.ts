import { parisDay } from "../../french/date";
import type { ExportKind } from "./vocabulary";

/** « candidatures-label-lycee-numerique-2026-2026-11-23.csv », by the day in Paris. */
export function exportFileName(slug: string, kind: ExportKind, now: Date): string {
  const what = kind === "zip" ? "fichiers" : "candidatures";
  return `${what}-${slug}-${parisDay(now)}.${kind}`;
}
