import { statusAfter } from "../application/transitions";
import type { ApplicationStatus } from "../application/vocabulary";

/** Where a school's asking stands; « dropped » is one that ended without being judged. */
export type ReopeningState = "waiting" | "granted" | "refused" | "dropped";

/** Reads the state of an asking: nobody judged one that ended without an answer. */
export function reopeningState(asking: {
  readonly decidedAt: Date | null;
  readonly accepted: boolean | null;
}): ReopeningState {
  if (asking.decidedAt === null) return "waiting";
  if (asking.accepted === null) return "dropped";
  return asking.accepted ? "granted" : "refused";
}

export type AskReopeningRefusal = "not-examined" | "already-open" | "already-asked";

/**
 * May a school ask to change its submitted application? As long as its examination is not closed, no
 * request for completion has it open already, and no other asking waits.
 */
export function askReopeningRefusal(asked: {
  readonly status: ApplicationStatus;
  readonly hasOpenCompletion: boolean;
  readonly hasOpenReopening: boolean;
}): AskReopeningRefusal | null {
  if (statusAfter(asked.status, "complete") === null) return "not-examined";
  if (asked.hasOpenCompletion) return "already-open";
  return asked.hasOpenReopening ? "already-asked" : null;
}
