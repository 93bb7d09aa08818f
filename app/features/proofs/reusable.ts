import { countsAsProof } from "~/domain/proof/scan";
import type { QuestionOf } from "~/domain/questionnaire/types";
import { checkAnnounced } from "./announced-file";
import type { ProofLine } from "./proof-view.server";

/**
 * Files of an application that a question may take too, each content once: of another question, within its
 * limits, and not among its own already. None once it has as many files as it takes.
 */
export function reusableFor(
  question: QuestionOf<"file">,
  files: readonly ProofLine[],
): readonly ProofLine[] {
  const own = files.filter((file) => file.questionId === question.id && countsAsProof(file));
  if (own.length >= question.maxFiles) return [];
  const seen = new Set(own.map(({ content }) => content));
  return files.filter((file) => {
    if (seen.has(file.content) || !countsAsProof(file)) return false;
    if (!checkAnnounced(question, file).ok) return false;
    seen.add(file.content);
    return true;
  });
}
