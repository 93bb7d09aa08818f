import { isAwaitingExamination } from "../review/transitions";
import type { AskedPiece } from "./formal-acts";
import type { ApplicationStatus, Opinion } from "./vocabulary";

/** Days during which the link of a request for an opinion is good. */
export const endorsementLinkDays = 30;
/** Mails that one application may have sent for an opinion in 24 hours: first ones and repeats together. */
export const mostEndorsementMails = 4;
export const endorsementWindowHours = 24;

/** A request that was not cancelled. */
export type StandingRequest = { readonly opinion: Opinion | null };

const isOpen = (status: ApplicationStatus) => status === "draft" || isAwaitingExamination(status);

export type AskRefusal = "not-asked" | "closed" | "already-given" | "already-asked" | "too-many";

/** Whether an opinion may be asked now: once at a time, never again once it is given. */
export function askRefusal(
  { need }: Pick<AskedPiece, "need">,
  status: ApplicationStatus,
  standing: StandingRequest | null,
  recentMails: number,
): AskRefusal | null {
  if (need === "none") return "not-asked";
  if (!isOpen(status)) return "closed";
  if (standing) return standing.opinion === null ? "already-asked" : "already-given";
  return recentMails >= mostEndorsementMails ? "too-many" : null;
}

export type WaitingRefusal = "closed" | "not-waiting" | "already-given";

/** Whether a request that waits may be cancelled; one that was answered stays for good. */
export function cancelRefusal(
  status: ApplicationStatus,
  standing: StandingRequest | null,
): WaitingRefusal | null {
  if (!standing) return "not-waiting";
  if (standing.opinion !== null) return "already-given";
  return isOpen(status) ? null : "closed";
}

/** Whether the mail of a request that waits may be sent again. */
export function resendRefusal(
  status: ApplicationStatus,
  standing: StandingRequest | null,
  recentMails: number,
): WaitingRefusal | "too-many" | null {
  const refusal = cancelRefusal(status, standing);
  return refusal ?? (recentMails >= mostEndorsementMails ? "too-many" : null);
}

export type OpinionRefusal = "given" | "cancelled" | "expired" | "closed";

/** Why the link of a request opens no form any more; null while it does. */
export function opinionRefusal(
  request: {
    readonly opinion: Opinion | null;
    readonly isCancelled: boolean;
    readonly expiresAt: Date;
  },
  status: ApplicationStatus,
  now: Date,
): OpinionRefusal | null {
  if (request.opinion !== null) return "given";
  if (request.isCancelled) return "cancelled";
  if (request.expiresAt <= now) return "expired";
  return isOpen(status) ? null : "closed";
}

/** A reservation or a refusal is explained; an agreement need not be. */
export function needsReasons(opinion: Opinion): boolean {
  return opinion !== "favourable";
}
