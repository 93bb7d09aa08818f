import type { Scope } from "~/domain/access/permissions";
import type { QuestionOf } from "~/domain/questionnaire/types";
import type { ProofRow } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { cleanName } from "./announced-file";
import { attachContent } from "./attach-content.server";
import { checkFile } from "./check-file";
import { openFileQuestion } from "./file-question.server";
import type { FileStore } from "./file-store";
import type { ProofRefusal } from "./labels";
import type { ReceivedFile } from "./received-file.server";

/** A file that is not attached: where it was sent, or what it is. */
export type ProofNotAdded =
  | { readonly ok: false; readonly reason: "not-found" | "closed" | "other-section" }
  | {
      readonly ok: false;
      readonly reason: ProofRefusal;
      readonly name: string;
      readonly question: QuestionOf<"file">;
    };

export type AddProofResult = { readonly ok: true; readonly proof: ProofRow } | ProofNotAdded;

/**
 * Attaches a file to a question of a draft: its size, extension and real content are checked against
 * the question's limits, its bytes kept once by their SHA-256, and the question's answer lists it.
 */
export async function addProof(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly questionId: string;
    readonly file: ReceivedFile;
  },
  store: FileStore,
): Promise<AddProofResult> {
  const found = await openFileQuestion(work, scope, input);
  if (!found.ok) return found;
  const { question } = found;
  const { applicationId, file } = input;
  const name = cleanName(file.name);
  const checked = checkFile(question, { ...file, name });
  if (!checked.ok) return { ...checked, name, question };
  const { size, sha256 } = file;
  const attached = await attachContent(
    work,
    { applicationId, question, name, format: checked.format, size, sha256 },
    store,
    () => store.keep(file),
  );
  return attached.ok ? attached : { ...attached, name, question };
}
