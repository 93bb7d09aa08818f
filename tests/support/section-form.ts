import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postSection } from "~/features/answer-questionnaire/post-section.server";
import { sectionView } from "~/features/answer-questionnaire/section-view.server";
import type { FileStore } from "~/features/proofs/file-store";
import { openDiskStore } from "~/http/disk-store.server";
import { listAnswers } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import type { Draft } from "~tests/factories/draft-application";

/** The form of a section as its page would send it untouched, then changed. */
export async function formOf(
  work: Work,
  draft: Draft,
  changes: Record<string, string | null> = {},
  sectionId = "pilotage",
): Promise<FormData> {
  const result = await sectionView(work, draft.scope, draft.applicationId, sectionId);
  if (!result.ok) throw new Error(result.reason);
  const form = new FormData();
  for (const [questionId, { typed, mark }] of Object.entries(result.view.stored)) {
    form.set(`v.${questionId}`, mark);
    for (const [name, texts] of Object.entries(typed)) {
      for (const text of texts) form.append(name, text);
    }
  }
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) form.delete(name);
    else form.set(name, text);
  }
  return form;
}

let store: FileStore | undefined;

/** Sends the form of a section, with a store of files of its own. */
export async function post(work: Work, draft: Draft, form: FormData, sectionId = "pilotage") {
  store ??= openDiskStore(await mkdtemp(join(tmpdir(), "jalons-preuves-")), "files");
  return postSection(
    work,
    draft.scope,
    { applicationId: draft.applicationId, sectionId, form },
    store,
  );
}

/** The answers of a draft, by question. */
export async function valuesOf(work: Work, draft: Draft): Promise<Record<string, unknown>> {
  const rows = await listAnswers(work.tx, draft.applicationId);
  return Object.fromEntries(rows.map(({ questionId, value }) => [questionId, value]));
}

/** The address of a section of a draft. */
export const section = (draft: Draft, id: string) =>
  `/candidatures/${draft.applicationId}/section/${id}`;
