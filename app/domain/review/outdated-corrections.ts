import { isSameAnswer } from "../questionnaire/diff-answers";

type Sealed = {
  readonly submittedAt: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly proofs: readonly { readonly questionId: string; readonly sha256: string }[];
};

/**
 * The corrections made over an answer, or files, that a later submission changed: still retained, to be
 * looked at again. `submissions` are in the order in which they were sealed; the last one stands.
 */
export function outdatedCorrections(
  corrections: readonly { readonly questionId: string; readonly correctedAt: Date }[],
  submissions: readonly Sealed[],
): ReadonlySet<string> {
  const standing = submissions.at(-1);
  const outdated = corrections.filter(({ questionId, correctedAt }) => {
    const read = submissions.findLast(({ submittedAt }) => new Date(submittedAt) <= correctedAt);
    return read !== undefined && standing !== undefined && !isSame(questionId, read, standing);
  });
  return new Set(outdated.map(({ questionId }) => questionId));
}

function isSame(questionId: string, a: Sealed, b: Sealed): boolean {
  const files = ({ proofs }: Sealed) =>
    proofs.flatMap((proof) => (proof.questionId === questionId ? [proof.sha256] : [])).join();
  return (
    a === b || (isSameAnswer(a.answers[questionId], b.answers[questionId]) && files(a) === files(b))
  );
}
