import { createHash, randomBytes } from "node:crypto";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { parisDay } from "~/ui/format";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  insertSession,
  listSessionsOf,
  type SessionPerson,
  type SessionRow,
} from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    DatabaseSessionAttributes: { endsAt: Date; userAgent: string | null };
    DatabaseUserAttributes: SessionPerson;
  }
}

/** A session left idle this long ends. */
const idle = new TimeSpan(12, "h");
/** A session ends after this long whatever happens. */
const absolute = new TimeSpan(7, "d");

const sessionCookieName = "__Host-jalons";

/** The token that a Cookie header carries. Lucia's own reader throws on any badly encoded cookie. */
function tokenIn(cookieHeader: string): string | undefined {
  for (const part of cookieHeader.split(";")) {
    const [name, token] = part.trim().split("=");
    if (name === sessionCookieName && token && /^[\w-]{1,200}$/.test(token)) return token;
  }
  return undefined;
}

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

function adapterFor({ tx, now }: Work, { extends: isExtended }: SessionReading): Adapter {
  return {
    deleteSession: (id) => deleteSession(tx, id),
    deleteUserSessions: (personId) => deleteSessionsOf(tx, personId),
    deleteExpiredSessions: () => deleteExpiredSessions(tx, new Date()),
    getSessionAndUser: async (id) => {
      const found = await findSession(tx, id, parisDay(now));
      if (!found) return [null, null];
      const { session, person } = found;
      return [toLucia(session), { id: session.personId, attributes: person }];
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
    updateSessionExpiration: async (id, expiresAt) => {
      if (isExtended) await extendSession(tx, id, expiresAt);
    },
  };
}

/** False for what a page sends by itself: a page left open is no sign that anyone is there. */
export type SessionReading = { readonly extends: boolean };

function luciaFor(work: Work, reading: SessionReading = { extends: true }) {
  return new Lucia(adapterFor(work, reading), {
    sessionExpiresIn: idle,
    sessionCookie: {
      name: sessionCookieName,
      expires: false,
      attributes: { secure: true, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ endsAt }) => ({ endsAt }),
    getUserAttributes: (person) => ({ person }),
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

export type CurrentSession = {
  readonly id: string;
  readonly personId: string;
  readonly person: SessionPerson;
};

/** The session that a Cookie header carries, if it is known, not idle for too long and not too old. */
export async function readSession(
  work: Work,
  cookieHeader: string | null | undefined,
  reading?: SessionReading,
): Promise<CurrentSession | undefined> {
  const lucia = luciaFor(work, reading);
  const token = tokenIn(cookieHeader ?? "");
  if (!token) return undefined;
  const { session, user } = await lucia.validateSession(hashToken(token));
  if (!session) return undefined;
  if (session.endsAt <= work.now) {
    await lucia.invalidateSession(session.id);
    return undefined;
  }
  return { id: session.id, personId: session.userId, person: user.person };
}

/** Ends a session; gives the Set-Cookie header that forgets it. */
export async function closeSession(work: Work, sessionId: string | undefined): Promise<string> {
  const lucia = luciaFor(work);
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}
