import type { ApplicationStatus } from "../application/vocabulary";

export type ProposalQuestion = {
  readonly status: ApplicationStatus;
  /** When the campaign's decisions were published; null before. */
  readonly publishedAt: Date | null;
  /** Level computed from the examined answers, 0 for none. */
  readonly computedLevel: number;
  /** Levels that the campaign knows; 0, support (accompagnement), is always one. */
  readonly knownLevels: readonly number[];
  readonly level: number;
  readonly reason: string | null;
};

export type ProposalRefusal =
  | "already-published"
  | "not-examined"
  | "unknown-level"
  | "reason-required";

export type ProposalCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ProposalRefusal };

/**
 * Whether the jury may propose a level for a file: only once examined and before publication, among
 * the campaign's levels or support, with a reason wherever it differs from the computed level.
 */
export function canPropose(question: ProposalQuestion): ProposalCheck {
  const { status, publishedAt, computedLevel, knownLevels, level, reason } = question;
  if (publishedAt !== null || status === "decided") return refuse("already-published");
  if (status !== "examined" && status !== "proposed") return refuse("not-examined");
  if (level !== 0 && !knownLevels.includes(level)) return refuse("unknown-level");
  if (level !== computedLevel && !reason?.trim()) return refuse("reason-required");
  return { ok: true };
}

const refuse = (reason: ProposalRefusal): ProposalCheck => ({ ok: false, reason });
