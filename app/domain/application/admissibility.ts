import {
  type AskedPiece,
  type AskedPieces,
  type Day,
  dueDay,
  type PieceDue,
  type StandingAct,
} from "./formal-acts";
import type { FormalBody, Opinion } from "./vocabulary";

/** What an application may lack to be admissible. */
export type MissingWhat =
  | "answers"
  | "signatures"
  | "deliberation"
  | "deliberation-rejected"
  | "deliberation-infected"
  | "endorsement-to-ask"
  | "endorsement-awaited"
  | "endorsement-expired";

/** Whose turn it is. */
export type MissingWho = "team" | "co-signatories" | "owner" | FormalBody;

/** Until when: the closing of the campaign or an extension, days after the submission, or a day. */
export type MissingBy =
  | { readonly kind: "closing"; readonly at: Date }
  | { readonly kind: "days-after"; readonly days: number }
  | { readonly kind: "day"; readonly on: Day };

export type MissingPiece = {
  readonly what: MissingWhat;
  readonly who: MissingWho;
  readonly by: MissingBy;
  /** False for what the campaign only proposes. */
  readonly isRequired: boolean;
  /** Keeps from submitting until it is there. */
  readonly isBlocking: boolean;
  readonly isOverdue: boolean;
};

export type AdmissibilityFacts = {
  readonly pieces: AskedPieces;
  readonly body: FormalBody;
  readonly isComplete: boolean;
  /** Required signatures still to come. */
  readonly missingSignatureCount: number;
  readonly act: StandingAct | null;
  /** The request for an opinion that was not cancelled. */
  readonly endorsement: { readonly opinion: Opinion | null; readonly expiresAt: Date } | null;
  /** The day of the submission that stands; null for a draft. */
  readonly submittedOn: Day | null;
  /** The last second in which the draft may be submitted. */
  readonly closesAt: Date;
  readonly today: Day;
  readonly now: Date;
};

/**
 * All that an application still lacks to be admissible, in the order in which it is brought: what, by whom,
 * until when. An unfavourable opinion lacks nothing: it is an opinion; an act that was voted down does.
 */
export function missingPieces(facts: AdmissibilityFacts): MissingPiece[] {
  const missing: MissingPiece[] = [];
  const atClosing: MissingBy = { kind: "closing", at: facts.closesAt };
  // A submitted file was complete and signed: it says nothing of these any more.
  if (facts.submittedOn === null) {
    const before = {
      by: atClosing,
      isRequired: true,
      isBlocking: true,
      isOverdue: facts.now.getTime() >= facts.closesAt.getTime() + 1_000,
    };
    if (!facts.isComplete) missing.push({ what: "answers", who: "team", ...before });
    if (facts.missingSignatureCount > 0) {
      missing.push({ what: "signatures", who: "co-signatories", ...before });
    }
  }
  const act = missingAct(facts.act);
  if (act) {
    const who = act === "deliberation-infected" ? "team" : facts.body;
    missing.push(...asked(facts, facts.pieces.deliberation, act, who));
  }
  const endorsement = missingEndorsement(facts);
  if (endorsement) {
    const who = endorsement === "endorsement-to-ask" ? "team" : "owner";
    missing.push(...asked(facts, facts.pieces.endorsement, endorsement, who));
  }
  return missing;
}

/** True when nothing that the campaign requires is missing. */
export function isAdmissible(missing: readonly MissingPiece[]): boolean {
  return missing.every(({ isRequired }) => !isRequired);
}

function missingAct(act: StandingAct | null): MissingWhat | null {
  if (!act) return "deliberation";
  if (!act.isSound) return "deliberation-infected";
  return act.outcome === "rejected" ? "deliberation-rejected" : null;
}

function missingEndorsement({ endorsement, now }: AdmissibilityFacts): MissingWhat | null {
  if (!endorsement) return "endorsement-to-ask";
  if (endorsement.opinion !== null) return null;
  return endorsement.expiresAt <= now ? "endorsement-expired" : "endorsement-awaited";
}

function asked(
  facts: AdmissibilityFacts,
  { need, due }: AskedPiece,
  what: MissingWhat,
  who: MissingWho,
): MissingPiece[] {
  if (need === "none") return [];
  const isRequired = need === "required";
  const by = byOf(due, facts);
  return [
    {
      what,
      who,
      by,
      isRequired,
      isBlocking: isRequired && due.kind === "submission" && facts.submittedOn === null,
      isOverdue: isPast(by, facts),
    },
  ];
}

function byOf(due: PieceDue, { submittedOn, closesAt }: AdmissibilityFacts): MissingBy {
  if (due.kind === "submission" && submittedOn === null) return { kind: "closing", at: closesAt };
  const on = dueDay(due, submittedOn);
  if (on !== null) return { kind: "day", on };
  return due.kind === "days-after" ? due : { kind: "closing", at: closesAt };
}

function isPast(by: MissingBy, { today, now }: AdmissibilityFacts): boolean {
  switch (by.kind) {
    case "closing":
      return now.getTime() >= by.at.getTime() + 1_000;
    case "day":
      return today > by.on;
    case "days-after":
      return false;
    default: {
      const never: never = by;
      throw new Error(`Échéance inconnue : ${String(never)}`);
    }
  }
}
