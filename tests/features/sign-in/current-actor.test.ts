import { describe, expect, it } from "vitest";
import { readSignedIn } from "~/features/sign-in/current-actor.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { findOrCreatePerson, grantMembership } from "~db/repositories/people.server";
import { people, sessions } from "~db/schema/people";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";
import { eq, sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
/** Half past midnight on 1 July in Paris, still 30 June in UTC. */
const now = new Date("2026-06-30T22:30:00Z");

async function signedInHead(work: Work) {
  const person = await findOrCreatePerson(work.tx, {
    email: "Tete@exemple.fr",
    givenName: "Hélène",
    familyName: "Castagné",
    title: "Proviseure",
  });
  const cookie = (await openSession(work, person.id, "essai")).split(";")[0] ?? "";
  return { person, cookie };
}

describe("readSignedIn", () => {
  it("gives the person with the memberships valid that day in Paris, in a fixed order", async () => {
    await db.inWork(
      async (work) => {
        const { person, cookie } = await signedInHead(work);
        const roles = [
          { role: "school-member", scopeCode: "9990001A" },
          { role: "head", scopeCode: "9990001A", validFrom: "2026-07-01" },
          { role: "delegate", scopeCode: "9990002B", validFrom: "2026-07-02" },
          { role: "acting-head", scopeCode: "9990003C", validUntil: "2026-06-30" },
          { role: "acting-head", scopeCode: "9990004D", validUntil: "2026-07-01" },
        ] as const;
        for (const role of roles) {
          await grantMembership(work.tx, { ...role, personId: person.id, scopeKind: "school" });
        }
        expect(await readSignedIn(work, cookie)).toMatchObject({
          email: "Tete@exemple.fr",
          givenName: "Hélène",
          familyName: "Castagné",
          title: "Proviseure",
          actor: {
            personId: person.id,
            name: "Hélène Castagné",
            memberships: [
              {
                role: "acting-head",
                scopeKind: "school",
                scopeCode: "9990004D",
                campaignId: null,
                organisationId: null,
                sections: null,
              },
              { role: "head", scopeCode: "9990001A" },
              { role: "school-member", scopeCode: "9990001A" },
            ],
          },
        });
      },
      undefined,
      now,
    );
  });

  it("gives somebody without any role no membership", async () => {
    await db.inWork(async (work) => {
      const { cookie } = await signedInHead(work);
      expect((await readSignedIn(work, cookie))?.actor.memberships).toEqual([]);
    });
  });

  it("knows nobody by an unknown token, a closed account, an idle or a past session", async () => {
    await db.inWork(async (work) => {
      expect(await readSignedIn(work, "__Host-jalons=inconnu")).toBeUndefined();
      expect(await readSignedIn(work, undefined)).toBeUndefined();

      const { person, cookie } = await signedInHead(work);
      expect(await readSignedIn(work, cookie)).toBeDefined();
      const closed = { disabledAt: work.now };
      await work.tx.update(people).set(closed).where(eq(people.id, person.id));
      expect(await readSignedIn(work, cookie)).toBeUndefined();
      await work.tx.update(people).set({ disabledAt: null }).where(eq(people.id, person.id));

      const later = { ...work, now: new Date(work.now.getTime() + 8 * 86_400_000) };
      expect(await readSignedIn(later, cookie)).toBeUndefined();

      const again = await signedInHead(work);
      await work.tx.update(sessions).set({ expiresAt: sql`now() - interval '1 minute'` });
      expect(await readSignedIn(work, again.cookie)).toBeUndefined();
    });
  });

  it("keeps alive a session that is used in the second half of its idle time", async () => {
    await db.inWork(async (work) => {
      const { cookie } = await signedInHead(work);
      await work.tx.update(sessions).set({ expiresAt: sql`now() + interval '1 hour'` });
      expect(await readSignedIn(work, cookie)).toBeDefined();
      const [session] = await work.tx.select().from(sessions);
      expect(session?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    });
  });
});
