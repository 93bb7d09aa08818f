import type { Scope } from "~/domain/access/permissions";
import type { Arrival } from "~/domain/application/arrival";
import { missingSignatures, signatureSlots } from "~/domain/application/co-signatures";
import { blockersOf, type SubmissionBlocker } from "~/domain/application/submission-rules";
import { canSubmit } from "~/domain/campaign/application";
import { deadlineOf } from "~/features/application-file/deadline-of.server";
import { lackingPieces } from "~/features/application-file/describe-admissibility.server";
import { readFormalPieces } from "~/features/application-file/formal-pieces.server";
import {
  datesOf,
  type EvaluatedFile,
  evaluateFile,
} from "~/features/application-file/read-file.server";
import { roleToSubmit } from "~/features/application-file/role-to-submit";
import { readSignatures } from "~/features/application-file/standing-signatures.server";
import {
  findLastSubmission,
  lockApplication,
  type SubmissionRow,
} from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { noteArrival, readArrival } from "./arrival.server";
import { writeSubmission } from "./write-submission.server";

export type SubmitApplicationResult =
  | {
      readonly ok: true;
      readonly submission: SubmissionRow;
      /** False when it was already submitted: the receipt given is the same one. */
      readonly isNew: boolean;
    }
  | { readonly ok: false; readonly reason: "not-found" }
  | {
      readonly ok: false;
      readonly reason: SubmissionBlocker;
      /** Every reason at once; `reason` is the first. */
      readonly blockers: readonly SubmissionBlocker[];
      /** What is told of a request that came too late. */
      readonly late?: LateRequest;
    };

/** When a request arrived, by the database's clock, and the last second that was in time. */
export type LateRequest = { readonly arrivedAt: Date; readonly endsAt: Date };

/**
 * Submits an application. Under the lock of its row, everything is decided again: who, completeness,
 * co-signatures, and the deadline by the instant at which the request arrived, on the database's clock,
 * never by the page's: whoever arrived in time is not refused for having waited. A second submission
 * gives the first one's receipt; a draft that was resumed after a withdrawal is submitted anew.
 */
export async function submitApplication(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly declared: boolean;
    /** When the request was here, whole; now, when the caller does not tell. */
    readonly arrival?: Arrival;
  },
): Promise<SubmitApplicationResult> {
  const instant = await readArrival(work, input.arrival ?? noteArrival());
  const locked = await lockApplication(work.tx, scope, input.applicationId);
  if (!locked) return { ok: false, reason: "not-found" };
  const { status } = locked.application;
  if (status !== "draft" && status !== "withdrawn") {
    const known = await findLastSubmission(work.tx, locked.application.id);
    if (known) return { ok: true, submission: known, isNew: false };
  }
  const file = await evaluateFile(work, locked);
  const { role, blockers, deadline } = await checkSubmission(work, file, {
    instant,
    isDeclared: input.declared,
  });
  const [reason] = blockers;
  if (reason === "deadline-passed") {
    return { ok: false, reason, blockers, late: { arrivedAt: instant, endsAt: deadline.endsAt } };
  }
  if (reason !== undefined) return { ok: false, reason, blockers };
  const submitter = { id: work.actor.personId, name: work.actor.name, role: role ?? "" };
  return {
    ok: true,
    submission: await writeSubmission(work, file, { submitter, instant }),
    isNew: true,
  };
}

/** What keeps the actor from submitting this file at `instant`, and the role that lets them. */
export async function checkSubmission(
  work: Work,
  file: EvaluatedFile,
  { instant, isDeclared }: { readonly instant: Date; readonly isDeclared: boolean },
) {
  const { application, campaign, document } = file;
  const role = roleToSubmit(work.actor, file);
  const slots = signatureSlots(
    document.applicants.coSignatories,
    file.schools.map((school) => school.uai),
  );
  const { given, standing } =
    slots.length > 0 ? await readSignatures(work, file) : { given: [], standing: [] };
  const missing = missingSignatures(slots, standing);
  const deadline = await deadlineOf(work, file, instant);
  const { extendedUntil, endsAt } = deadline;
  const { status } = application;
  const { isComplete } = file.evaluation;
  const pieces = await readFormalPieces(work, file);
  const lacking = pieces
    ? lackingPieces({ now: instant }, pieces, {
        ...{ application, isComplete, closesAt: endsAt },
        missingSignatureCount: missing.length,
      })
    : [];
  const blockers = blockersOf({
    time: canSubmit({ status, extendedUntil }, datesOf(campaign, instant), instant),
    isLegalApplicant: role !== undefined,
    isComplete,
    missingSignatureCount: missing.length,
    lacking,
    isDeclared,
  });
  return { role, blockers, deadline, given, standing, slots, missing, pieces, lacking };
}
