import type { Actor } from "~/domain/access/actor";
import type { Work } from "~db/work.server";
import { readSession, type SessionReading } from "./lucia.server";

/** A person who is signed in: the actor, plus what the header shows of them. */
export type SignedIn = {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string | null;
};

/** Who a Cookie header belongs to, with the memberships valid today in Paris; undefined for a visitor. */
export async function readSignedIn(
  work: Work,
  cookieHeader: string | null | undefined,
  reading?: SessionReading,
): Promise<SignedIn | undefined> {
  const session = await readSession(work, cookieHeader, reading);
  if (!session) return undefined;
  const { memberships, ...person } = session.person;
  return {
    actor: {
      personId: session.personId,
      name: `${person.givenName} ${person.familyName}`,
      memberships,
    },
    sessionId: session.id,
    ...person,
  };
}
