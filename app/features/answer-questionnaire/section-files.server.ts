import type { Scope } from "~/domain/access/permissions";
import { type AddProofResult, addProof } from "~/features/proofs/add-proof.server";
import type { FileStore } from "~/features/proofs/file-store";
import { proofRefusalStatus, proofRefusals } from "~/features/proofs/labels";
import { receivedBytes } from "~/features/proofs/received-file.server";
import { reuseProof } from "~/features/proofs/reuse-proof.server";
import type { Work } from "~db/work.server";
import { filesName, reuseName } from "./form-names";
import type { AnswerProblem } from "./save-section.server";

type Target = { readonly applicationId: string; readonly form: FormData };

/** What a form without JavaScript brings to the file questions of a section, and what is refused of it. */
export async function addSectionFiles(
  work: Work,
  scope: Scope,
  { applicationId, form }: Target,
  store: FileStore,
): Promise<{ problems: AnswerProblem[]; status: ReturnType<typeof proofRefusalStatus> }> {
  const problems: AnswerProblem[] = [];
  let status: ReturnType<typeof proofRefusalStatus> = 422;
  for (const entry of form) {
    const added = await addEntry(work, scope, applicationId, entry, store);
    if (!added || added.ok || !("question" in added)) continue;
    const message = proofRefusals[added.reason](added.name, added.question);
    problems.push({ questionId: added.question.id, message, typed: {}, mark: "" });
    if (status === 422) status = proofRefusalStatus(added.reason);
  }
  return { problems, status };
}

/** One field of the form: a file that was chosen, or one of the application taken again. */
async function addEntry(
  work: Work,
  scope: Scope,
  applicationId: string,
  [name, value]: readonly [string, FormDataEntryValue],
  store: FileStore,
): Promise<AddProofResult | undefined> {
  if (typeof value === "string") {
    const questionId = after(reuseName(""), name);
    if (!questionId || value === "") return undefined;
    return reuseProof(work, scope, { applicationId, questionId, proofId: value }, store);
  }
  const questionId = after(filesName(""), name);
  // A chooser left empty sends a nameless, empty file.
  if (!questionId || (value.name === "" && value.size === 0)) return undefined;
  const file = receivedBytes(value.name, new Uint8Array(await value.arrayBuffer()));
  return addProof(work, scope, { applicationId, questionId, file }, store);
}

const after = (prefix: string, name: string) =>
  name.startsWith(prefix) ? name.slice(prefix.length) : "";
