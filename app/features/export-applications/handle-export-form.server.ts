import type { Scope } from "~/domain/access/permissions";
import type { FileStore } from "~/features/proofs/file-store";
import type { Work } from "~db/work.server";
import { actOnExport } from "./act-on-export.server";
import { type DoneWord, refusals } from "./labels";
import { requestExport } from "./request-export.server";
import type { ExportForm } from "./schemas";

export type FormResult =
  | { readonly ok: true; readonly done: DoneWord }
  | { readonly ok: false; readonly message: string };

/** Does what a form of the page of exports asks, and gives the words that say so. */
export async function handleExportForm(
  work: Work,
  scope: Scope,
  form: ExportForm,
  store: Pick<FileStore, "remove">,
): Promise<FormResult> {
  if (form.act === "demander") {
    const asked = await requestExport(work, scope, form);
    if (!asked.ok) return { ok: false, message: refusals[asked.reason] };
    return { ok: true, done: asked.isShared ? "partage" : "demande" };
  }
  const act = form.act === "arreter" ? "stop" : "delete";
  const result = await actOnExport(work, { id: form.id, act }, store);
  if (!result.ok) return { ok: false, message: refusals[result.reason] };
  return { ok: true, done: act === "stop" ? "arret" : "suppression" };
}
