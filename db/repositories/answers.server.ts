import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import {
  isSectionLimited,
  type SectionLimit,
  sectionLimitOf,
} from "../../app/domain/access/section-limits";
import type { ApplicationStatus } from "../../app/domain/application/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { answers } from "../schema/applications";
import { people } from "../schema/people";
import { applicationInScope, isUuid } from "./applications.server";

/** What a save needs to know of an application; its campaign's document is read apart, once. */
export type AnswerableApplication = {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly campaignId: string;
  readonly campaignDigest: string;
  /** What of it the scope lets write. */
  readonly writable: SectionLimit;
};

/**
 * One application inside the scope, its row share-locked: saves of different answers pass together,
 * and a submission, which locks the row for itself, waits for them. Undefined out of scope.
 */
export async function shareApplication(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<AnswerableApplication | undefined> {
  if (!isUuid(id)) return undefined;
  // Most people write whole files: their statement is the shortest.
  const isLimited = isSectionLimited(scope);
  const reached = isLimited ? sql`, ${reachedClauses(scope)} as reached` : sql``;
  const [row] = await rowsOf<Omit<AnswerableApplication, "writable"> & Reached>(
    tx,
    sql`select applications.id, applications.status, applications.campaign_id as "campaignId",
        campaigns.digest as "campaignDigest"${reached}
      from applications join campaigns on campaigns.id = applications.campaign_id
      where applications.id = ${id}::uuid and ${applicationInScope(scope)}
      for share of applications`,
  );
  if (!row) return undefined;
  const { reached: ranks, ...application } = row;
  return { ...application, writable: isLimited ? limitOf(scope, ranks) : "all" };
}

/** What of an application a scope lets write; undefined out of scope. */
export async function findSectionLimit(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<SectionLimit | undefined> {
  if (!isUuid(id) || scope.length === 0) return undefined;
  const [row] = await rowsOf<Reached>(
    tx,
    sql`select ${reachedClauses(scope)} as reached
      from applications join campaigns on campaigns.id = applications.campaign_id
      where applications.id = ${id}::uuid and ${applicationInScope(scope)}`,
  );
  return row && limitOf(scope, row.reached);
}

type Reached = { readonly reached?: readonly number[] };

/** The ranks of the clauses that reach the application of the caller's statement. */
function reachedClauses(scope: Scope): SQL {
  const ranks = scope.map(
    (clause, rank) =>
      sql`case when ${applicationInScope([clause])} then ${sql.raw(String(rank))} end`,
  );
  return sql`array_to_json(array_remove(array[${sql.join(ranks, sql`, `)}], null))`;
}

function limitOf(scope: Scope, reached: readonly number[] = []): SectionLimit {
  return sectionLimitOf(scope.filter((_clause, rank) => reached.includes(rank)));
}

/** An answer as it stands, with who wrote it last and when. */
export type SignedAnswer = {
  readonly questionId: string;
  readonly value: unknown;
  readonly version: number;
  readonly authorId: string;
  readonly author: string;
  readonly savedAt: Date;
};

const signedColumns = {
  questionId: answers.questionId,
  value: answers.value,
  version: answers.version,
  authorId: answers.updatedBy,
  author: sql<string>`coalesce(${people.givenName} || ' ' || ${people.familyName}, 'Jalons')`,
  savedAt: answers.updatedAt,
};

/** Every answer of an application, with its author. */
export async function listSignedAnswers(tx: Tx, applicationId: string): Promise<SignedAnswer[]> {
  return tx
    .select(signedColumns)
    .from(answers)
    .leftJoin(people, eq(people.id, answers.updatedBy))
    .where(eq(answers.applicationId, applicationId))
    .orderBy(asc(answers.questionId));
}

export async function findSignedAnswer(
  tx: Tx,
  applicationId: string,
  questionId: string,
): Promise<SignedAnswer | undefined> {
  const [row] = await tx
    .select(signedColumns)
    .from(answers)
    .leftJoin(people, eq(people.id, answers.updatedBy))
    .where(and(eq(answers.applicationId, applicationId), eq(answers.questionId, questionId)));
  return row;
}

export type AnswerWrite = {
  readonly applicationId: string;
  readonly questionId: string;
  readonly value: unknown;
  /** The version it starts from; 0 for a first answer. */
  readonly baseVersion: number;
  readonly personId: string;
  readonly at: Date;
};

/** The new version and the value it replaces. */
export type WrittenAnswer = { readonly version: number; readonly previous: unknown };

/**
 * Writes an answer if nobody wrote it since `baseVersion`; undefined otherwise. The database decides:
 * the primary key for a first answer, the version in the condition for the others.
 */
export async function writeAnswer(tx: Tx, write: AnswerWrite): Promise<WrittenAnswer | undefined> {
  return write.baseVersion === 0 ? insertAnswer(tx, write) : replaceAnswer(tx, write);
}

async function insertAnswer(tx: Tx, write: AnswerWrite): Promise<WrittenAnswer | undefined> {
  const [row] = await rowsOf<{ version: number }>(
    tx,
    sql`insert into answers (application_id, question_id, value, updated_by, updated_at)
      values (${write.applicationId}::uuid, ${write.questionId}, ${JSON.stringify(write.value)}::text::jsonb,
        ${write.personId}::uuid, ${write.at.toISOString()}::timestamptz)
      on conflict do nothing
      returning version`,
  );
  return row && { version: row.version, previous: null };
}

/** The same for an answer that exists, whatever its version (an emptied list of files is at 0). */
export async function replaceAnswer(
  tx: Tx,
  write: AnswerWrite,
): Promise<WrittenAnswer | undefined> {
  const value = write.value === null ? null : JSON.stringify(write.value);
  const [row] = await rowsOf<WrittenAnswer>(
    tx,
    sql`update answers as written
      set value = ${value}::text::jsonb, version = written.version + 1,
        updated_by = ${write.personId}::uuid, updated_at = ${write.at.toISOString()}::timestamptz
      from (
        select application_id, question_id, value from answers
        where application_id = ${write.applicationId}::uuid and question_id = ${write.questionId}
        for update
      ) as known
      where written.application_id = known.application_id
        and written.question_id = known.question_id
        and written.version = ${write.baseVersion}
      returning written.version, known.value as previous`,
  );
  return row;
}

/**
 * Locks one answer until the transaction ends, making an empty one (version 0) where there was none:
 * what is derived from other rows, such as the list of a question's files, is written under it.
 */
export async function lockAnswer(
  tx: Tx,
  {
    applicationId,
    questionId,
    personId,
  }: Pick<AnswerWrite, "applicationId" | "questionId" | "personId">,
): Promise<{ readonly version: number; readonly value: unknown }> {
  const [row] = await tx
    .insert(answers)
    .values({ applicationId, questionId, value: null, version: 0, updatedBy: personId })
    .onConflictDoUpdate({
      target: [answers.applicationId, answers.questionId],
      set: { version: sql`${answers.version}` },
    })
    .returning({ version: answers.version, value: answers.value });
  if (!row) throw new Error("Réponse non verrouillée.");
  return row;
}

/**
 * Takes back the empty answer that `lockAnswer` made when nothing is written under it after all; one
 * that was ever written (version 1 and up) stays.
 */
export async function releaseAnswer(
  tx: Tx,
  { applicationId, questionId }: Pick<AnswerWrite, "applicationId" | "questionId">,
): Promise<void> {
  await tx
    .delete(answers)
    .where(
      and(
        eq(answers.applicationId, applicationId),
        eq(answers.questionId, questionId),
        eq(answers.version, 0),
      ),
    );
}

/** Writes the first answers of a new application in one statement. */
export async function insertAnswers(
  tx: Tx,
  rows: readonly (typeof answers.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(answers).values([...rows]);
}
