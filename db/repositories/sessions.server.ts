import { and, eq, lte, ne, or, sql } from "drizzle-orm";
import type { Membership } from "../../app/domain/access/actor";
import { rowsOf, type Tx } from "../client.server";
import { sessions, throttles } from "../schema/people";

export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(tx: Tx, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** A session with whom it belongs to: all that a request needs to know of who sends it. */
export type SessionWithPerson = {
  readonly session: SessionRow;
  readonly person: SessionPerson;
};

export type SessionPerson = {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string | null;
  /** The memberships valid on the day asked for. */
  readonly memberships: readonly Membership[];
};

type SessionLine = Pick<SessionRow, "id" | "personId" | "userAgent"> &
  SessionPerson &
  Readonly<Record<"createdAt" | "expiresAt" | "endsAt", string>>;

/**
 * The session, its person and their memberships of `day` (YYYY-MM-DD) in one statement, which every
 * request of a signed-in person runs. Undefined when it is unknown or the account is closed.
 */
export async function findSession(
  tx: Tx,
  id: string,
  day: string,
): Promise<SessionWithPerson | undefined> {
  const [line] = await rowsOf<SessionLine>(
    tx,
    sql`select s.id, s.person_id as "personId", s.created_at as "createdAt",
        s.expires_at as "expiresAt", s.ends_at as "endsAt", s.user_agent as "userAgent",
        p.email, p.given_name as "givenName", p.family_name as "familyName", p.title,
        coalesce((
          select json_agg(json_build_object('role', m.role, 'scopeKind', m.scope_kind,
            'scopeCode', m.scope_code, 'campaignId', m.campaign_id,
            'organisationId', m.organisation_id, 'sections', m.sections) order by m.role, m.scope_kind, m.scope_code)
          from memberships as m
          where m.person_id = p.id
            and (m.valid_from is null or m.valid_from <= ${day}::date)
            and (m.valid_until is null or m.valid_until >= ${day}::date)
        ), '[]'::json) as memberships
      from sessions as s join people as p on p.id = s.person_id
      where s.id = ${id} and p.disabled_at is null`,
  );
  if (!line) return undefined;
  const { email, givenName, familyName, title, memberships, ...rest } = line;
  return {
    session: {
      ...rest,
      createdAt: new Date(line.createdAt),
      expiresAt: new Date(line.expiresAt),
      endsAt: new Date(line.endsAt),
    },
    person: { email, givenName, familyName, title, memberships },
  };
}

export async function listSessionsOf(tx: Tx, personId: string): Promise<SessionRow[]> {
  return tx.select().from(sessions).where(eq(sessions.personId, personId));
}

export async function extendSession(tx: Tx, id: string, expiresAt: Date): Promise<void> {
  await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** Ends every session of a person, but `except` when given: « se déconnecter partout ». */
export async function deleteSessionsOf(tx: Tx, personId: string, except?: string): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), except ? ne(sessions.id, except) : undefined));
}

export async function deleteExpiredSessions(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(or(lte(sessions.expiresAt, now), lte(sessions.endsAt, now)));
}

/** Failures counted under `key` within the window that began after `since`. */
export async function countFailures(tx: Tx, key: string, since: Date): Promise<number> {
  const [row] = await tx
    .select()
    .from(throttles)
    .where(
      and(
        eq(throttles.key, key),
        sql`${throttles.windowStartedAt} > ${since.toISOString()}::timestamptz`,
      ),
    );
  return row?.failures ?? 0;
}

/** Counts one more failure; a window older than `since` starts again at one. */
export async function addFailure(tx: Tx, key: string, now: Date, since: Date): Promise<void> {
  await tx
    .insert(throttles)
    .values({ key, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        failures: sql`case when ${throttles.windowStartedAt} > ${since.toISOString()}::timestamptz then ${throttles.failures} + 1 else 1 end`,
        windowStartedAt: sql`case when ${throttles.windowStartedAt} > ${since.toISOString()}::timestamptz then ${throttles.windowStartedAt} else ${now.toISOString()}::timestamptz end`,
      },
    });
}

export async function clearFailures(tx: Tx, key: string): Promise<void> {
  await tx.delete(throttles).where(eq(throttles.key, key));
}
