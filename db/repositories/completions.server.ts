import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../client.server";
import {
  completionQuestions,
  completionRequests,
  reopeningRequests,
} from "../schema/after-submission";
import { proofs, submissions } from "../schema/applications";
import { people } from "../schema/people";
import { isUuid } from "./applications.server";

export type CompletionRow = typeof completionRequests.$inferSelect;
export type CompletionQuestion = { readonly questionId: string; readonly reason: string };

/** A request with the questions that it opens. */
export type AskedCompletion = CompletionRow & { readonly questions: readonly CompletionQuestion[] };

/** A round as it is read afterwards: who did what, and the sealed submissions around it. */
export type CompletionRound = AskedCompletion & {
  readonly asker: string;
  readonly answerer: string | null;
  readonly before: string;
  readonly after: string | null;
  readonly afterReceipt: string | null;
  /** The school's words, when the round grants its asking. */
  readonly asked: string | null;
};

const isOpen = and(isNull(completionRequests.answeredAt), isNull(completionRequests.cancelledAt));

/** The open request of an application, its due day past or not, with the submission it is about. */
export async function findOpenCompletion(
  tx: Tx,
  applicationId: string,
): Promise<(AskedCompletion & { readonly before: string }) | undefined> {
  const rows = await tx
    .select({
      request: completionRequests,
      before: submissions.snapshot,
      questionId: completionQuestions.questionId,
      reason: completionQuestions.reason,
    })
    .from(completionRequests)
    .innerJoin(submissions, eq(submissions.id, completionRequests.beforeSubmissionId))
    .innerJoin(completionQuestions, eq(completionQuestions.requestId, completionRequests.id))
    .where(and(eq(completionRequests.applicationId, applicationId), isOpen));
  const [first] = rows;
  if (!first) return undefined;
  const questions = rows.map(({ questionId, reason }) => ({ questionId, reason }));
  return { ...first.request, before: first.before, questions };
}

/** Every round of an application, the first one first. */
export async function listCompletions(tx: Tx, applicationId: string): Promise<CompletionRound[]> {
  const before = alias(submissions, "before_submission");
  const after = alias(submissions, "after_submission");
  const asker = alias(people, "asker");
  const answerer = alias(people, "answerer");
  const nameOf = (person: typeof asker) =>
    sql<string | null>`${person.givenName} || ' ' || ${person.familyName}`;
  const rows = await tx
    .select({
      request: completionRequests,
      before: before.snapshot,
      after: after.snapshot,
      afterReceipt: after.receiptNumber,
      asked: reopeningRequests.reason,
      asker: nameOf(asker),
      answerer: nameOf(answerer as unknown as typeof asker),
    })
    .from(completionRequests)
    .innerJoin(before, eq(before.id, completionRequests.beforeSubmissionId))
    .leftJoin(after, eq(after.id, completionRequests.afterSubmissionId))
    .leftJoin(reopeningRequests, eq(reopeningRequests.id, completionRequests.reopeningId))
    .leftJoin(asker, eq(asker.id, completionRequests.askedBy))
    .leftJoin(answerer, eq(answerer.id, completionRequests.answeredBy))
    .where(eq(completionRequests.applicationId, applicationId))
    .orderBy(asc(completionRequests.round));
  if (rows.length === 0) return [];
  const questions = await tx
    .select()
    .from(completionQuestions)
    .where(
      inArray(
        completionQuestions.requestId,
        rows.map(({ request }) => request.id),
      ),
    );
  return rows.map(({ request, ...row }) => ({
    ...request,
    ...row,
    asker: row.asker ?? "Jalons",
    questions: questions.filter(({ requestId }) => requestId === request.id),
  }));
}

/** One request of an application, its row locked; undefined when it is not this application's. */
export async function lockCompletion(
  tx: Tx,
  applicationId: string,
  id: string,
): Promise<CompletionRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await tx
    .select()
    .from(completionRequests)
    .where(and(eq(completionRequests.id, id), eq(completionRequests.applicationId, applicationId)))
    .for("update");
  return row;
}

/** Opens a round; undefined when one is open already: the unique index decides. */
export async function insertCompletion(
  tx: Tx,
  request: Omit<typeof completionRequests.$inferInsert, "round">,
  questions: readonly CompletionQuestion[],
): Promise<CompletionRow | undefined> {
  const [row] = await tx
    .insert(completionRequests)
    .values({
      ...request,
      round: sql`(select coalesce(max(round), 0) + 1 from completion_requests where application_id = ${request.applicationId}::uuid)`,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) return undefined;
  await tx
    .insert(completionQuestions)
    .values(questions.map((question) => ({ ...question, requestId: row.id })));
  return row;
}

/** Writes fields of an open request read at `version`, and raises it; false when it moved meanwhile. */
export async function updateCompletion(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  fields: Partial<typeof completionRequests.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(completionRequests)
    .set({ ...fields, version: version + 1 })
    .where(and(eq(completionRequests.id, id), eq(completionRequests.version, version), isOpen))
    .returning({ id: completionRequests.id });
  return rows.length === 1;
}

/** Puts the files of some questions back as they were sealed: those of `sealedIds`, and no other. */
export async function restoreProofs(
  tx: Tx,
  applicationId: string,
  {
    questionIds,
    sealedIds,
    at,
  }: {
    readonly questionIds: readonly string[];
    readonly sealedIds: readonly string[];
    readonly at: Date;
  },
): Promise<{ readonly id: string; readonly isBack: boolean }[]> {
  if (questionIds.length === 0) return [];
  const here = and(
    eq(proofs.applicationId, applicationId),
    inArray(proofs.questionId, [...questionIds]),
  );
  const sealed = sealedIds.length > 0 ? inArray(proofs.id, [...sealedIds]) : sql<boolean>`false`;
  const back = await tx
    .update(proofs)
    .set({ removedAt: null })
    .where(and(here, sealed, sql`${proofs.removedAt} is not null`))
    .returning({ id: proofs.id });
  const gone = await tx
    .update(proofs)
    .set({ removedAt: at })
    .where(and(here, sql`not (${sealed})`, isNull(proofs.removedAt)))
    .returning({ id: proofs.id });
  return [
    ...back.map(({ id }) => ({ id, isBack: true })),
    ...gone.map(({ id }) => ({ id, isBack: false })),
  ];
}
