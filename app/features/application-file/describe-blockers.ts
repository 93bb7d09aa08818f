import type { SubmissionBlocker } from "~/domain/application/submission-rules";
import { blockerLabels } from "~/features/submit-application/labels";
import { paths } from "~/paths";
import { formatCount } from "~/ui/format";

/** One reason that keeps from submitting, with the page where it is removed, if there is one. */
export type BlockerLine = {
  readonly blocker: SubmissionBlocker;
  readonly text: string;
  readonly link: { readonly to: string; readonly label: string } | null;
};

type Facts = {
  readonly id: string;
  /** Questions to answer or to correct. */
  readonly left: number;
  /** The first of them, for whoever may answer it. */
  readonly resume: { readonly number: string; readonly to: string } | null;
  /** The page of signatures is open to whoever signs or answers. */
  readonly canSeeSignatures: boolean;
  /** Where who may submit is told, for whoever may read it. */
  readonly teamTo: string | null;
};

/** Every reason that keeps a file from being submitted, each with its way out. */
export function describeBlockers(
  blockers: readonly SubmissionBlocker[],
  facts: Facts,
): BlockerLine[] {
  return blockers.map((blocker) => ({
    blocker,
    text:
      blocker === "incomplete" && facts.left > 0
        ? `${formatCount(facts.left, "réponse manque ou est à corriger", "réponses manquent ou sont à corriger")}.`
        : blockerLabels[blocker],
    link: wayOut(blocker, facts),
  }));
}

function wayOut(
  blocker: SubmissionBlocker,
  { id, resume, canSeeSignatures, teamTo }: Facts,
): BlockerLine["link"] {
  switch (blocker) {
    case "incomplete":
      return resume
        ? { to: resume.to, label: `Aller à la question ${resume.number}` }
        : { to: `${paths.review(id)}#a-completer`, label: "Voir ce qui manque" };
    case "signature-missing":
      return canSeeSignatures ? { to: paths.sign(id), label: "Voir les signatures" } : null;
    case "deliberation-missing":
    case "endorsement-missing":
      return { to: paths.formalActs(id), label: "Voir les actes et avis" };
    case "not-legal-applicant":
      return teamTo ? { to: teamTo, label: "Voir qui peut transmettre" } : null;
    case "already-submitted":
      return { to: paths.receipt(id), label: "Voir le récépissé" };
    case "not-declared":
      return { to: paths.submit(id), label: "Déclarer sur l’honneur" };
    case "withdrawn":
    case "campaign-not-open":
    case "not-open-yet":
    case "deadline-passed":
      return null;
    default: {
      const never: never = blocker;
      throw new Error(`Raison inconnue : ${String(never)}`);
    }
  }
}
