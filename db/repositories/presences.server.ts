import { and, eq, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { OpenTab } from "../../app/domain/application/presence";
import { rowsOf, type Tx } from "../client.server";
import { presences } from "../schema/teamwork";
import type { AnswerableApplication } from "./answers.server";
import { applicationInScope, isUuid } from "./applications.server";

/** Where one tab of one person is. */
export type TabPlace = {
  readonly applicationId: string;
  readonly personId: string;
  readonly tab: string;
  readonly sectionId: string | null;
  readonly questionId: string | null;
};

export type WatchedApplication = Pick<
  AnswerableApplication,
  "id" | "status" | "campaignId" | "campaignDigest"
>;

/** One application inside the scope, without its lock: who looks at it writes nothing in it. */
export async function findWatchedApplication(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<WatchedApplication | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await rowsOf<WatchedApplication>(
    tx,
    sql`select applications.id, applications.status, applications.campaign_id as "campaignId",
        campaigns.digest as "campaignDigest"
      from applications join campaigns on campaigns.id = applications.campaign_id
      where applications.id = ${id}::uuid and ${applicationInScope(scope)}`,
  );
  return row;
}

/** Says that a tab is there at `at`, and where. */
export async function renewPresence(tx: Tx, place: TabPlace, at: Date): Promise<void> {
  const { sectionId, questionId } = place;
  await tx
    .insert(presences)
    .values({ ...place, seenAt: at })
    .onConflictDoUpdate({
      target: [presences.applicationId, presences.personId, presences.tab],
      set: { sectionId, questionId, seenAt: at },
    });
}

/** Says that a person has left a file: one of their tabs, or all of them. */
export async function removePresence(
  tx: Tx,
  applicationId: string,
  personId: string,
  tab?: string,
): Promise<void> {
  await tx
    .delete(presences)
    .where(
      and(
        eq(presences.applicationId, applicationId),
        eq(presences.personId, personId),
        tab === undefined ? undefined : eq(presences.tab, tab),
      ),
    );
}

/** Takes away what was last renewed before an instant; what another process is renewing is left. */
export async function deleteOldPresences(tx: Tx, before: Date): Promise<void> {
  await tx.execute(
    sql`delete from presences where (application_id, person_id, tab) in (
      select application_id, person_id, tab from presences
      where seen_at < ${before.toISOString()}::timestamptz
      for update skip locked)`,
  );
}

export type OpenTabOfFile = OpenTab & { readonly applicationId: string };

/** Tabs renewed after `since` in some files, with the name of their person; closed accounts left out. */
export async function listOpenTabs(
  tx: Tx,
  applicationIds: readonly string[],
  since: Date,
): Promise<OpenTabOfFile[]> {
  const rows = await rowsOf<Omit<OpenTabOfFile, "seenAt"> & { seenAt: string }>(
    tx,
    sql`select presences.application_id as "applicationId", presences.person_id as "personId",
        people.given_name as "givenName", people.family_name as "familyName",
        presences.question_id as "questionId", presences.seen_at as "seenAt"
      from presences join people on people.id = presences.person_id
      where presences.application_id in ${[...applicationIds]}
        and presences.seen_at > ${since.toISOString()}::timestamptz
        and people.disabled_at is null`,
  );
  return rows.map((row) => ({ ...row, seenAt: new Date(row.seenAt) }));
}

/** An answer that was written: which, by whom, never its value. */
export type AnswerChange = {
  readonly applicationId: string;
  readonly questionId: string;
  readonly version: number;
  readonly authorId: string | null;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
};

/** Answers of some files that were written after `since`, the oldest first. */
export async function listAnswerChanges(
  tx: Tx,
  applicationIds: readonly string[],
  since: Date,
): Promise<AnswerChange[]> {
  const rows = await rowsOf<AnswerChange>(
    tx,
    sql`select answers.application_id as "applicationId", answers.question_id as "questionId",
        answers.version, answers.updated_by as "authorId",
        coalesce(people.given_name || ' ' || people.family_name, 'Jalons') as author,
        answers.updated_at as "savedAt"
      from answers left join people on people.id = answers.updated_by
      where answers.application_id in ${[...applicationIds]}
        and answers.updated_at > ${since.toISOString()}::timestamptz
        and answers.version > 0
      order by answers.updated_at, answers.question_id`,
  );
  return rows.map((row) => ({ ...row, savedAt: new Date(row.savedAt).toISOString() }));
}
