import {
  isAdmissible,
  type MissingBy,
  type MissingPiece,
  type MissingWhat,
  type MissingWho,
  missingPieces,
} from "~/domain/application/admissibility";
import { paths } from "~/paths";
import { formatCount, formatDate, formatDateTime, parisDay } from "~/ui/format";
import type { ApplicationRow } from "~db/repositories/applications.server";
import { type FormalPieces, standingAct } from "./formal-pieces.server";
import { actNames, bodyLabels } from "./formal-words";

/** One thing that a file lacks, in words: what, who, until when, and where it is brought. */
export type MissingLine = {
  readonly what: MissingWhat;
  readonly text: string;
  readonly who: string;
  readonly by: string;
  readonly isRequired: boolean;
  readonly isOverdue: boolean;
  readonly link: { readonly to: string; readonly label: string } | null;
};

export type AdmissibilityView = {
  readonly isAdmissible: boolean;
  readonly missing: readonly MissingLine[];
};

type Moment = { readonly now: Date };
type FileFacts = {
  readonly application: Pick<ApplicationRow, "status" | "submittedAt">;
  readonly isComplete: boolean;
  readonly missingSignatureCount: number;
  /** The last second in which it may be submitted. */
  readonly closesAt: Date;
};

/** What a file lacks to be admissible, by the rule of `missingPieces`. */
export function lackingPieces(
  { now }: Moment,
  pieces: FormalPieces,
  { application, isComplete, missingSignatureCount, closesAt }: FileFacts,
): MissingPiece[] {
  const { status, submittedAt } = application;
  return missingPieces({
    pieces: pieces.asked,
    body: pieces.body,
    isComplete,
    missingSignatureCount,
    act: standingAct(pieces),
    endorsement: pieces.request,
    submittedOn: status === "draft" || !submittedAt ? null : parisDay(submittedAt),
    closesAt,
    today: parisDay(now),
    now,
  });
}

/** The same in words; `id` is the file's for whoever may bring what is missing, null for who only reads. */
export function describeAdmissibility(
  missing: readonly MissingPiece[],
  { body }: Pick<FormalPieces, "body">,
  id: string | null,
): AdmissibilityView {
  return {
    isAdmissible: isAdmissible(missing),
    missing: missing.map(({ what, who, by, isRequired, isOverdue }) => ({
      what,
      text: textOf(what, body),
      who: whoWords(who),
      by: byWords(by),
      isRequired,
      isOverdue,
      link: id === null ? null : linkOf(what, id),
    })),
  };
}

function textOf(what: MissingWhat, body: FormalPieces["body"]): string {
  switch (what) {
    case "answers":
      return "Des réponses obligatoires";
    case "signatures":
      return "Une signature demandée";
    case "deliberation":
      return actNames[body];
    case "deliberation-rejected":
      return `${actNames[body]}, après un premier vote défavorable`;
    case "deliberation-infected":
      return "Un autre fichier de l’acte, car l’antivirus a refusé celui qui est joint";
    case "endorsement-to-ask":
      return "Avis de la collectivité propriétaire, à demander";
    case "endorsement-awaited":
      return "Avis de la collectivité propriétaire, demandé";
    case "endorsement-expired":
      return "Avis de la collectivité propriétaire, dont le lien a expiré";
    default: {
      const never: never = what;
      throw new Error(`Manque inconnu : ${String(never)}`);
    }
  }
}

function whoWords(who: MissingWho): string {
  switch (who) {
    case "team":
      return "l’équipe du dossier";
    case "co-signatories":
      return "les cosignataires";
    case "owner":
      return "la collectivité propriétaire";
    default:
      return `le ${bodyLabels[who]}`;
  }
}

function byWords(by: MissingBy): string {
  switch (by.kind) {
    case "closing":
      return `avant la transmission, le ${formatDateTime(by.at)} au plus tard`;
    case "days-after":
      return `dans les ${formatCount(by.days, "jour")} qui suivent la transmission`;
    case "day":
      return `le ${formatDate(by.on)} au plus tard`;
    default: {
      const never: never = by;
      throw new Error(`Échéance inconnue : ${String(never)}`);
    }
  }
}

function linkOf(what: MissingWhat, id: string): MissingLine["link"] {
  switch (what) {
    case "answers":
      return { to: `${paths.review(id)}#a-completer`, label: "Voir ce qui manque" };
    case "signatures":
      return { to: paths.sign(id), label: "Voir les signatures" };
    case "deliberation":
    case "deliberation-rejected":
    case "deliberation-infected":
      return { to: `${paths.formalActs(id)}#acte`, label: "Enregistrer l’acte" };
    case "endorsement-to-ask":
      return { to: `${paths.formalActs(id)}#avis`, label: "Demander l’avis" };
    case "endorsement-awaited":
    case "endorsement-expired":
      return { to: `${paths.formalActs(id)}#avis`, label: "Voir la demande" };
    default: {
      const never: never = what;
      throw new Error(`Manque inconnu : ${String(never)}`);
    }
  }
}
