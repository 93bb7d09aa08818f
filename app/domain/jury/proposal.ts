import { statusAfter } from "../application/transitions";
import type { ApplicationStatus } from "../application/vocabulary";
import { notRetained } from "./decision-scale";
import type { DecisionScale } from "./vocabulary";

export type ProposalQuestion = {
  readonly status: ApplicationStatus;
  /** When the campaign's decisions were published; null before. */
  readonly publishedAt: Date | null;
  readonly scale: DecisionScale;
  /** Level computed from the examined answers, 0 for none; no such thing without levels. */
  readonly computedLevel: number;
  /** What the campaign knows (see `outcomesOf`). */
  readonly outcomes: readonly number[];
  /** The proposed one. */
  readonly level: number;
  readonly reason: string | null;
};

export type ProposalRefusal =
  | "already-published"
  | "not-examined"
  | "unknown-level"
  | "reason-required"
  | "refusal-unexplained";

export type ProposalCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ProposalRefusal };

/**
 * Whether the jury may propose a decision for a file: only once examined and before publication,
 * among those that the campaign knows. A reason is due wherever a level differs from the computed one,
 * and for every project that is not retained.
 */
export function canPropose(question: ProposalQuestion): ProposalCheck {
  const { status, publishedAt, scale, computedLevel, outcomes, level, reason } = question;
  if (publishedAt !== null || status === "decided") return refuse("already-published");
  if (statusAfter(status, "propose") === null) return refuse("not-examined");
  if (!outcomes.includes(level)) return refuse("unknown-level");
  if (reason?.trim()) return { ok: true };
  if (scale === "retention") {
    return level === notRetained ? refuse("refusal-unexplained") : { ok: true };
  }
  if (level !== computedLevel) return refuse("reason-required");
  return { ok: true };
}

const refuse = (reason: ProposalRefusal): ProposalCheck => ({ ok: false, reason });
