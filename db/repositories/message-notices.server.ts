import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { SwitchableTopic } from "../../app/domain/mail/vocabulary";
import type { MessageSide } from "../../app/domain/message/vocabulary";
import type { Tx } from "../client.server";
import { applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { silencedTopics } from "../schema/jobs";
import { messageDigests, messageNotices, messageReads, messages } from "../schema/messages";
import { people } from "../schema/people";
import { applicationInScope } from "./applications.server";

const topic: SwitchableTopic = "messages";

/** Says whom a message is to be told to; each once. */
export async function insertNotices(
  tx: Tx,
  messageId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insert(messageNotices)
    .values([...new Set(personIds)].map((personId) => ({ messageId, personId })))
    .onConflictDoNothing();
}

/** Somebody whom messages wait for. */
export type Awaited = {
  readonly id: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** They have an account in use, and did not switch these mails off. */
  readonly isWritten: boolean;
};

/** People with something to be told, by pages in the order of their identifiers. */
export async function listAwaited(
  tx: Tx,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<Awaited[]> {
  const isSilenced = exists(
    tx
      .select({ one: sql`1` })
      .from(silencedTopics)
      .where(and(eq(silencedTopics.personId, people.id), eq(silencedTopics.topic, topic))),
  );
  const inUse = and(isNull(people.disabledAt), isNotNull(people.passwordHash));
  return tx
    .select({
      id: people.id,
      email: people.email,
      givenName: people.givenName,
      familyName: people.familyName,
      isWritten: sql<boolean>`(${inUse} and not ${isSilenced})`,
    })
    .from(people)
    .where(
      and(
        exists(
          tx
            .select({ one: sql`1` })
            .from(messageNotices)
            .where(eq(messageNotices.personId, people.id)),
        ),
        after === null ? undefined : gt(people.id, after),
      ),
    )
    .orderBy(asc(people.id))
    .limit(limit);
}

/** How many people have something to be told. */
export async function countAwaited(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(distinct ${messageNotices.personId})::int` })
    .from(messageNotices);
  return row?.count ?? 0;
}

export type NoticeLine = {
  readonly messageId: string;
  readonly applicationId: string;
  readonly number: number;
  readonly side: MessageSide;
  /** How far the person has read this thread. */
  readonly through: number;
};

/** What one person is to be told, in the order in which it was written. */
export async function listNotices(tx: Tx, personId: string): Promise<NoticeLine[]> {
  return tx
    .select({
      messageId: messages.id,
      applicationId: messages.applicationId,
      number: messages.number,
      side: messages.side,
      through: sql<number>`coalesce(${messageReads.through}, 0)`,
    })
    .from(messageNotices)
    .innerJoin(messages, eq(messages.id, messageNotices.messageId))
    .leftJoin(
      messageReads,
      and(
        eq(messageReads.applicationId, messages.applicationId),
        eq(messageReads.personId, messageNotices.personId),
      ),
    )
    .where(eq(messageNotices.personId, personId))
    .orderBy(asc(messages.writtenAt), asc(messages.id));
}

/** Takes away what was told, or no longer needs to be. */
export async function deleteNotices(
  tx: Tx,
  personId: string,
  messageIds: readonly string[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await tx
    .delete(messageNotices)
    .where(
      and(
        eq(messageNotices.personId, personId),
        inArray(messageNotices.messageId, [...messageIds]),
      ),
    );
}

/** Takes the day's digest of a person; false when it was taken already: the unique index decides. */
export async function takeDigest(tx: Tx, personId: string, day: string): Promise<boolean> {
  const rows = await tx
    .insert(messageDigests)
    .values({ personId, day })
    .onConflictDoNothing()
    .returning({ id: messageDigests.id });
  return rows.length === 1;
}

/** Among some applications, those that a scope reaches. */
export async function listReached(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || scope.length === 0) return new Set();
  const rows = await tx
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(and(inArray(applications.id, [...ids]), applicationInScope(scope)));
  return new Set(rows.map(({ id }) => id));
}
