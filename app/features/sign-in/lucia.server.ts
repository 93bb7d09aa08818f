import { createHash, randomBytes } from "node:crypto";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  insertSession,
  listSessionsOf,
  type SessionRow,
} from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    DatabaseSessionAttributes: { endsAt: Date; userAgent: string | null };
    DatabaseUserAttributes: Record<never, never>;
  }
}

/** A session left idle this long ends. */
const idle = new TimeSpan(12, "h");
/** A session ends after this long whatever happens. */
const absolute = new TimeSpan(7, "d");

/** Only the hash of a token is stored: who reads the table cannot sign in with it. */
function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function toLucia(row: SessionRow): DatabaseSession {
  return {
    id: row.id,
    userId: row.personId,
    expiresAt: row.expiresAt,
    attributes: { endsAt: row.endsAt, userAgent: row.userAgent },
  };
}

function adapterFor({ tx }: Work): Adapter {
  return {
    deleteSession: (id) => deleteSession(tx, id),
    deleteUserSessions: (personId) => deleteSessionsOf(tx, personId),
    deleteExpiredSessions: () => deleteExpiredSessions(tx, new Date()),
    getSessionAndUser: async (id) => {
      const row = await findSession(tx, id);
      return row ? [toLucia(row), { id: row.personId, attributes: {} }] : [null, null];
    },
    getUserSessions: async (personId) => (await listSessionsOf(tx, personId)).map(toLucia),
    setSession: (session) =>
      insertSession(tx, {
        id: session.id,
        personId: session.userId,
        expiresAt: session.expiresAt,
        endsAt: session.attributes.endsAt,
        userAgent: session.attributes.userAgent,
      }),
    updateSessionExpiration: (id, expiresAt) => extendSession(tx, id, expiresAt),
  };
}

function luciaFor(work: Work) {
  return new Lucia(adapterFor(work), {
    sessionExpiresIn: idle,
    sessionCookie: {
      name: "__Host-jalons",
      expires: false,
      attributes: { secure: true, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ endsAt }) => ({ endsAt }),
  });
}

/** Opens a session with a new token; gives the Set-Cookie header that carries it. */
export async function openSession(
  work: Work,
  personId: string,
  userAgent: string | null,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const endsAt = new Date(work.now.getTime() + absolute.milliseconds());
  const lucia = luciaFor(work);
  await lucia.createSession(
    personId,
    { endsAt, userAgent: userAgent?.slice(0, 300) ?? null },
    { sessionId: hashToken(token) },
  );
  return lucia.createSessionCookie(token).serialize();
}

export type CurrentSession = { readonly id: string; readonly personId: string };

/** The session that a Cookie header carries, if it is known, not idle for too long and not too old. */
export async function readSession(
  work: Work,
  cookieHeader: string | null | undefined,
): Promise<CurrentSession | undefined> {
  const lucia = luciaFor(work);
  const token = lucia.readSessionCookie(cookieHeader ?? "");
  if (!token) return undefined;
  const { session } = await lucia.validateSession(hashToken(token));
  if (!session) return undefined;
  if (session.endsAt <= work.now) {
    await lucia.invalidateSession(session.id);
    return undefined;
  }
  return { id: session.id, personId: session.userId };
}

/** Ends a session; gives the Set-Cookie header that forgets it. */
export async function closeSession(work: Work, sessionId: string | undefined): Promise<string> {
  const lucia = luciaFor(work);
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}
