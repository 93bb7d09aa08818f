import { useEffect } from "react";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import { readFiles } from "../ask-proofs";

/** Milliseconds between two looks at what the antivirus says. */
const lookAgain = 4_000;

/** While files wait for the antivirus, asks now and then whether it has read them. */
export function useWaitingFiles(
  applicationId: string,
  questionId: string,
  proofs: readonly ProofLine[],
  onProofs: (questionId: string, proofs: readonly ProofLine[]) => void,
): void {
  const waiting = proofs.flatMap(({ id, scan }) => (scan === "waiting" ? [id] : [])).join();
  useEffect(() => {
    if (waiting === "") return;
    let isGone = false;
    const timer = setInterval(async () => {
      const known = await readFiles(applicationId);
      if (known && !isGone)
        onProofs(
          questionId,
          known.filter((proof) => proof.questionId === questionId),
        );
    }, lookAgain);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [applicationId, questionId, waiting, onProofs]);
}
