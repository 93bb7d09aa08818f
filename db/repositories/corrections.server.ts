import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { corrections, examinations } from "../schema/examinations";
import { people } from "../schema/people";

export type ExaminationRecord = typeof examinations.$inferSelect;
export type CorrectionRow = typeof corrections.$inferSelect;

/** The examination of an application; undefined while nobody began it. */
export async function findExamination(
  tx: Tx,
  applicationId: string,
): Promise<ExaminationRecord | undefined> {
  const [row] = await tx
    .select()
    .from(examinations)
    .where(eq(examinations.applicationId, applicationId));
  return row;
}

/** Writes who began an examination, unless somebody already did. */
export async function openExamination(
  tx: Tx,
  applicationId: string,
  openedBy: string,
): Promise<void> {
  await tx.insert(examinations).values({ applicationId, openedBy }).onConflictDoNothing();
}

/** Writes the closing of an examination, or erases it (nulls) when it is reopened. */
export async function updateExamination(
  tx: Tx,
  applicationId: string,
  fields: Partial<Pick<ExaminationRecord, "opinion" | "closedBy" | "closedAt">>,
): Promise<void> {
  await tx.update(examinations).set(fields).where(eq(examinations.applicationId, applicationId));
}

/** The corrections of an application with the name of who made each. */
export async function listCorrections(
  tx: Tx,
  applicationId: string,
): Promise<(CorrectionRow & { readonly correctedByName: string | null })[]> {
  return tx
    .select({
      applicationId: corrections.applicationId,
      questionId: corrections.questionId,
      retainedValue: corrections.retainedValue,
      reason: corrections.reason,
      version: corrections.version,
      correctedBy: corrections.correctedBy,
      correctedAt: corrections.correctedAt,
      correctedByName: sql<string | null>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(corrections)
    .leftJoin(people, eq(people.id, corrections.correctedBy))
    .where(eq(corrections.applicationId, applicationId))
    .orderBy(asc(corrections.questionId));
}

/** Inserts a correction, or replaces the one read at `version` (0: there was none); false when stale. */
export async function saveCorrection(
  tx: Tx,
  correction: Pick<
    CorrectionRow,
    "applicationId" | "questionId" | "retainedValue" | "reason" | "correctedBy" | "correctedAt"
  >,
  version: number,
): Promise<boolean> {
  const { applicationId, questionId, ...fields } = correction;
  // A JSON null is a value here (nothing retained), not an absent one.
  const retainedValue = sql`${JSON.stringify(fields.retainedValue ?? null)}::text::jsonb`;
  if (version === 0) {
    const inserted = await tx
      .insert(corrections)
      .values({ ...correction, retainedValue })
      .onConflictDoNothing()
      .returning({ questionId: corrections.questionId });
    return inserted.length === 1;
  }
  const updated = await tx
    .update(corrections)
    .set({ ...fields, retainedValue, version: version + 1 })
    .where(
      and(
        eq(corrections.applicationId, applicationId),
        eq(corrections.questionId, questionId),
        eq(corrections.version, version),
      ),
    )
    .returning({ questionId: corrections.questionId });
  return updated.length === 1;
}

/** Removes the correction read at `version`; false when it is no longer that one. */
export async function deleteCorrection(
  tx: Tx,
  { applicationId, questionId }: Pick<CorrectionRow, "applicationId" | "questionId">,
  version: number,
): Promise<boolean> {
  const deleted = await tx
    .delete(corrections)
    .where(
      and(
        eq(corrections.applicationId, applicationId),
        eq(corrections.questionId, questionId),
        eq(corrections.version, version),
      ),
    )
    .returning({ questionId: corrections.questionId });
  return deleted.length === 1;
}
