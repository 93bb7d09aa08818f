import { and, asc, eq, sql } from "drizzle-orm";
import type { ApplicationStatus } from "../../app/domain/application/vocabulary";
import type { Tx } from "../client.server";
import { applications, submissions } from "../schema/applications";
import { findLastSubmission, type SubmissionRow } from "./applications.server";

/** The submission of rank `number` (from 1) of an application, or its last one. */
export async function findSubmission(
  tx: Tx,
  applicationId: string,
  number: number | "last",
): Promise<SubmissionRow | undefined> {
  if (number === "last") return findLastSubmission(tx, applicationId);
  const [row] = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.applicationId, applicationId), eq(submissions.number, number)));
  return row;
}

/** A submission as a list names it. */
export type ReceiptRow = Pick<SubmissionRow, "number" | "receiptNumber" | "submittedAt">;

/** The receipts of an application, in the order in which they were given. */
export async function listReceipts(tx: Tx, applicationId: string): Promise<ReceiptRow[]> {
  const { number, receiptNumber, submittedAt } = submissions;
  return tx
    .select({ number, receiptNumber, submittedAt })
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(asc(number));
}

/** A sealed submission with where its application stands now. */
export type PlacedSubmission = Pick<SubmissionRow, "number" | "sha256" | "snapshot"> & {
  readonly lastNumber: number;
  readonly status: ApplicationStatus;
};

/** The submission of a receipt number, whoever asks: what of it is told is the caller's to decide. */
export async function findByReceipt(
  tx: Tx,
  receiptNumber: string,
): Promise<PlacedSubmission | undefined> {
  const { number, sha256, snapshot } = submissions;
  const [row] = await tx
    .select({
      ...{ number, sha256, snapshot },
      status: applications.status,
      lastNumber: sql<number>`(select max(latest.number) from ${submissions} latest where latest.application_id = ${applications.id})::int`,
    })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .where(eq(submissions.receiptNumber, receiptNumber));
  return row;
}
