import { savingRefusals } from "~/features/answer-questionnaire/labels";
import type { ProofNotAdded } from "./add-proof.server";
import { proofRefusalStatus, proofRefusals } from "./labels";

export type SaidRefusal = {
  readonly status: 403 | 404 | 422 | 507;
  readonly message: string;
};

/** What is answered when a file is not attached, or not removed. */
export function sayRefusal(result: ProofNotAdded): SaidRefusal {
  switch (result.reason) {
    case "not-found":
      return { status: 404, message: savingRefusals["not-found"] };
    case "closed":
    case "other-section":
      return { status: 403, message: savingRefusals[result.reason] };
    default:
      return {
        status: proofRefusalStatus(result.reason),
        message: proofRefusals[result.reason](result.name, result.question),
      };
  }
}
