import { statusAfter } from "../application/transitions";
import type { ApplicationStatus } from "../application/vocabulary";
import { campaignPhase, firstInstantAfter } from "./calendar";
import type { CampaignDates } from "./status";

export type SubmittableApplication = {
  status: ApplicationStatus;
  /** A recorded decision that gives this school more time; inclusive to the second. */
  extendedUntil?: Date | null;
};

export type SubmitRefusal =
  | "already-submitted"
  | "withdrawn"
  | "campaign-not-open"
  | "not-open-yet"
  | "deadline-passed";

export type SubmitDecision = { ok: true } | { ok: false; reason: SubmitRefusal };

/** Instant that is the first too late for this application: the campaign's close, or its extension. */
export function submissionEnd(application: SubmittableApplication, campaign: CampaignDates): Date {
  const { extendedUntil } = application;
  const isLater = extendedUntil != null && extendedUntil > campaign.closesAt;
  return firstInstantAfter(isLater ? extendedUntil : campaign.closesAt);
}

/** May this application be submitted now? State and time only: completeness and role come besides. */
export function canSubmit(
  application: SubmittableApplication,
  campaign: CampaignDates,
  now: Date,
): SubmitDecision {
  if (application.status === "withdrawn") return { ok: false, reason: "withdrawn" };
  if (statusAfter(application.status, "submit") === null) {
    return { ok: false, reason: "already-submitted" };
  }
  if (campaign.status !== "open") return { ok: false, reason: "campaign-not-open" };
  const phase = campaignPhase(campaign, now);
  if (phase === "announced") return { ok: false, reason: "not-open-yet" };
  if (now >= submissionEnd(application, campaign)) return { ok: false, reason: "deadline-passed" };
  return { ok: true };
}

/**
 * May answers be saved? A deadline blocks submitting, never keeping a draft: saves that waited for the
 * network are still taken after it, until the organisers close the examination.
 */
export function canEditAnswers(
  application: SubmittableApplication,
  campaign: CampaignDates,
  now: Date,
): SubmitDecision {
  const decision = canSubmit(application, campaign, now);
  return !decision.ok && decision.reason === "deadline-passed" ? { ok: true } : decision;
}
