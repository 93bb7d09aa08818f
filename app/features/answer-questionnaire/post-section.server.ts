import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import { limitIn } from "~/features/application-file/can-answer.server";
import { readFile } from "~/features/application-file/read-file.server";
import { abandonUpload } from "~/features/proofs/abandon-upload.server";
import type { FileStore } from "~/features/proofs/file-store";
import { removeProof } from "~/features/proofs/remove-proof.server";
import { paths } from "~/paths";
import type { Work } from "~db/work.server";
import {
  abandonUploadName,
  addRowName,
  removeProofName,
  removeRowName,
  reuseProofName,
} from "./form-names";
import { type AnswerProblem, type SaveSectionResult, saveSection } from "./save-section.server";
import { completionOf } from "./section-completion.server";
import { addSectionFiles } from "./section-files.server";

export type PostSectionResult =
  | { readonly ok: true; readonly to: string }
  | { readonly ok: false; readonly reason: "not-found" | "closed" }
  | Extract<SaveSectionResult, { reason: "other-section" }>
  | {
      readonly ok: false;
      readonly reason: "to-correct";
      readonly status: 409 | 422 | 507;
      readonly problems: readonly AnswerProblem[];
      readonly extraRow: string | null;
    };

type Input = {
  readonly applicationId: string;
  readonly sectionId: string;
  readonly form: FormData;
};

/**
 * What the form of a section asks, as sent without JavaScript: its answers and files are kept, then
 * its button decides where one goes: a row more or less, a file less, or the next section.
 */
export async function postSection(
  work: Work,
  scope: Scope,
  { applicationId, sectionId, form }: Input,
  store: FileStore,
): Promise<PostSectionResult> {
  const removedRow = textOf(form, removeRowName);
  const addedRow = textOf(form, addRowName);
  const removedProof = textOf(form, removeProofName);
  const entries = withoutRow([...form.entries()], removedRow);
  const saved = await saveSection(work, scope, { applicationId, sectionId, entries });
  if (!saved.ok && saved.reason !== "to-correct") return saved;
  if (removedProof) await removeProof(work, scope, { applicationId, proofId: removedProof });
  const abandoned = textOf(form, abandonUploadName);
  if (abandoned) await abandonUpload(work, abandoned);
  const files = await addSectionFiles(work, scope, { applicationId, form }, store);
  const problems = [...(saved.ok ? [] : saved.problems), ...files.problems];
  if (problems.length > 0) {
    const status = problems.some(({ conflict }) => conflict) ? 409 : files.status;
    return { ok: false, reason: "to-correct", status, problems, extraRow: addedRow };
  }
  const here = paths.section(applicationId, sectionId);
  if (addedRow)
    return {
      ok: true,
      to: `${here}?ligne=${encodeURIComponent(addedRow)}#question-${encodeURIComponent(addedRow)}`,
    };
  if (removedRow)
    return {
      ok: true,
      to: `${here}#question-${encodeURIComponent(removedRow.split(":")[0] ?? "")}`,
    };
  const reused = textOf(form, reuseProofName);
  if (reused) return { ok: true, to: `${here}#question-${encodeURIComponent(reused)}` };
  if (removedProof || abandoned) return { ok: true, to: here };
  const [revealed] = saved.ok ? saved.revealed : [];
  if (revealed) return { ok: true, to: `${here}?suite#question-${revealed}` };
  return { ok: true, to: await nextPage(work, scope, applicationId, sectionId) };
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}

/** Takes the fields of a removed row (`question:number`) out of the form. */
function withoutRow(
  entries: [string, FormDataEntryValue][],
  removed: string | null,
): [string, FormDataEntryValue][] {
  if (!removed) return entries;
  const [questionId = "", row = ""] = removed.split(":");
  const prefix = `${fieldName(questionId, row)}.`;
  return entries.filter(([name]) => !name.startsWith(prefix));
}

/** The next section that these answers ask, else the page where all is read again. */
async function nextPage(
  work: Work,
  scope: Scope,
  applicationId: string,
  sectionId: string,
): Promise<string> {
  const file = await readFile(work, scope, applicationId);
  const completion = file && (await completionOf(work, file));
  const limit = await limitIn(work, scope, applicationId);
  const sections = file?.document.questionnaire.sections ?? [];
  const position = sections.findIndex(({ id }) => id === sectionId);
  const next = sections
    .slice(position + 1)
    .find(
      ({ id }) =>
        file?.evaluation.visibleSections.has(id) &&
        completion?.isOpenSection(id) &&
        canWriteSection(limit, id),
    );
  if (next) return paths.section(applicationId, next.id);
  // Whoever has some sections only is not the one who submits.
  return limit === "all" && completion ? completion.end.to : paths.application(applicationId);
}
