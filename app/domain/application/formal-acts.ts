import type { FormalActs } from "../campaign/document";
import type { FormalNeed, SchoolKind } from "../campaign/vocabulary";
import type { Collectivite } from "../directory/equipment-owner";
import { dayNumber } from "../expression/dates";
import { isAwaitingExamination } from "../review/transitions";
import type { Applicant } from "./legal-applicant";
import type { ApplicantKind, ApplicationStatus, FormalBody, FormalOutcome } from "./vocabulary";

/** A day of Paris, `YYYY-MM-DD`. */
export type Day = string;

/**
 * The assembly that deliberates: the board of a collège, lycée or EREA (code de l’éducation, R. 421-20);
 * for an école, which has no legal personality, the council of the commune or EPCI that applies or owns it.
 */
export function bodyOf(
  applicantKind: ApplicantKind,
  schoolKind: SchoolKind | undefined,
  owner: Pick<Collectivite, "kind"> | null,
): FormalBody {
  if (applicantKind === "commune") return "conseil-municipal";
  if (applicantKind === "epci") return "conseil-communautaire";
  if (schoolKind !== "ecole") return "conseil-administration";
  const isShared = owner?.kind === "epci" || owner?.kind === "metropole-lyon";
  return isShared ? "conseil-communautaire" : "conseil-municipal";
}

/**
 * Whether somebody else than the applicant owns the equipment, whose opinion may then be asked. A commune or
 * EPCI is taken for the owner of its écoles unless a record names another.
 */
export function hasOtherOwner(applicant: Applicant, owner: Collectivite | null): boolean {
  if (applicant.kind === "school") return true;
  return owner !== null && (owner.kind !== applicant.kind || owner.code !== applicant.code);
}

/** The last moment for a piece: the submission, some days after it, or a day; all inclusive. */
export type PieceDue =
  | { readonly kind: "submission" }
  | { readonly kind: "days-after"; readonly days: number }
  | { readonly kind: "day"; readonly on: Day };

export type AskedPiece = { readonly need: FormalNeed; readonly due: PieceDue };

export type AskedPieces = {
  readonly deliberation: AskedPiece;
  readonly endorsement: AskedPiece;
};

const nothing: AskedPiece = { need: "none", due: { kind: "submission" } };

/** What a campaign asks of one application; an opinion is asked of nobody where the applicant is the owner. */
export function askedPieces(settings: FormalActs | undefined, isOtherOwner: boolean): AskedPieces {
  if (!settings) return { deliberation: nothing, endorsement: nothing };
  return {
    deliberation: {
      need: settings.deliberation,
      due: dueOf(settings.deliberationDueDays, settings.deliberationDueOn),
    },
    endorsement: isOtherOwner
      ? {
          need: settings.endorsement,
          due: dueOf(settings.endorsementDueDays, settings.endorsementDueOn),
        }
      : nothing,
  };
}

function dueOf(days: number | undefined, on: Day | undefined): PieceDue {
  if (on !== undefined) return { kind: "day", on };
  return days === undefined ? { kind: "submission" } : { kind: "days-after", days };
}

/** The last day for a piece, once it is known; null before the submission that it depends on. */
export function dueDay(due: PieceDue, submittedOn: Day | null): Day | null {
  switch (due.kind) {
    case "day":
      return due.on;
    case "submission":
      return submittedOn;
    case "days-after":
      return submittedOn === null ? null : addDays(submittedOn, due.days);
    default: {
      const never: never = due;
      throw new Error(`Échéance inconnue : ${String(never)}`);
    }
  }
}

function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
}

export type SessionRefusal = "session-ahead" | "session-before-opening" | "session-too-late";

/** Whether a session may be told: already held, in the campaign where it must be, and not after the last day. */
export function sessionRefusal(
  heldOn: Day,
  limits: {
    readonly today: Day;
    /** The day from which a session counts; null for any. */
    readonly from: Day | null;
    /** The last day of what it is asked for; null when it is not known yet. */
    readonly until: Day | null;
  },
): SessionRefusal | null {
  if (heldOn > limits.today) return "session-ahead";
  if (limits.from !== null && heldOn < limits.from) return "session-before-opening";
  return limits.until !== null && heldOn > limits.until ? "session-too-late" : null;
}

/** An act that stands: one whose file holds a virus counts for nothing. */
export type StandingAct = { readonly outcome: FormalOutcome; readonly isSound: boolean };

export type PieceRefusal = "not-asked" | "closed" | "sealed";

/**
 * Whether the act of an application may be written now. A draft's is replaced as often as needed; once
 * submitted, one that was adopted is sealed, and one that is missing comes until the examination is closed.
 */
export function actRefusal(
  { need }: Pick<AskedPiece, "need">,
  status: ApplicationStatus,
  standing: StandingAct | null,
): PieceRefusal | null {
  if (need === "none") return "not-asked";
  if (status === "draft") return null;
  if (!isAwaitingExamination(status)) return "closed";
  return standing?.outcome === "adopted" && standing.isSound ? "sealed" : null;
}

/** Whether the act of an application may be taken away: only before it is submitted. */
export function removalRefusal(status: ApplicationStatus): "closed" | null {
  return status === "draft" ? null : "closed";
}
