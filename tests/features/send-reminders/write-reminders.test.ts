import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { saveMailPreferences } from "~/features/mail-preferences/mail-preferences.server";
import { writeReminders } from "~/features/send-reminders/write-reminders.server";
import { updateApplication } from "~db/repositories/applications.server";
import { updateCampaign } from "~db/repositories/campaigns.server";
import { listMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();

/** Seven in the morning in Paris, so many days before the draft's campaign closes (27 March 2026). */
const morning = (daysLeft: number) =>
  new Date(Date.parse("2026-03-27T06:00:00Z") - daysLeft * 86_400_000);

type Story = Draft & { readonly late: Actor; readonly lateUai: string };

/** A draft with its head and a colleague, and a lycée whose head began nothing; all have an account in use. */
async function tell(work: Work): Promise<Story> {
  const draft = await buildDraft(work);
  const lateUai = await insertSchool(work, { name: "Lycée qui tarde", rank: 7 });
  const late = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: lateUai }]);
  await work.tx.execute(sql`update people set password_hash = 'essai'`);
  return { ...draft, late, lateUai };
}

/** Writes every reminder due `daysLeft` days before the closing. */
async function remind(work: Work, daysLeft: number): Promise<number> {
  let last: string | null = null;
  let mails = 0;
  do {
    const page = await writeReminders({ ...work, now: morning(daysLeft) }, last);
    ({ last } = page);
    mails += page.mails;
  } while (last !== null);
  return mails;
}

const addresses = async ({ tx }: Work) =>
  (await listMails(tx, 50)).map(({ toName }) => toName).sort();

describe("reminders of a closing", () => {
  it("go to the draft's people at 7 days, and to the head who began nothing", async () => {
    const mails = await db.inWork(async (work) => {
      const { applicationId } = await tell(work);
      expect(await remind(work, 7)).toBe(3);
      const written = await listMails(work.tx, 50);
      const of = (text: string) => written.filter(({ body }) => body.includes(text)).length;
      return {
        drafts: of(`/candidatures/${applicationId}`),
        absent: of("Lycée qui tarde"),
        written,
      };
    });
    expect(mails).toMatchObject({ drafts: 2, absent: 1 });
    expect(mails.written[0]?.subject).toBe(
      "Dans 7\u00a0jours, clôture\u00a0: Essai du questionnaire 2026",
    );
    expect(mails.written[0]?.body).toContain("vendredi 27\u00a0mars 2026 à 18\u00a0h\u00a000");
    expect(mails.written[0]?.body).toContain("/mes-courriels");
  });

  it("are each written once, however often the job runs", async () => {
    const sent = await db.inWork(async (work) => {
      await tell(work);
      return [await remind(work, 7), await remind(work, 7), await remind(work, 6)];
    });
    expect(sent).toEqual([3, 0, 0]);
  });

  it("are written again for another closing day", async () => {
    const sent = await db.inWork(async (work) => {
      const { campaignId } = await tell(work);
      await remind(work, 7);
      const later = new Date("2026-04-03T16:00:00Z");
      const moved = await updateCampaign(
        work.tx,
        { id: campaignId, version: 1 },
        { closesAt: later },
      );
      expect(moved).toBe(true);
      return remind(work, 0);
    });
    expect(sent).toBe(3);
  });

  it("say nothing of a file that was submitted, nor of a school outside the perimeter", async () => {
    const to = await db.inWork(async (work) => {
      const { applicationId, head } = await tell(work);
      await updateApplication(work.tx, applicationId, {
        status: "submitted",
        submittedAt: work.now,
        submittedBy: head.personId,
      });
      const college = await insertSchool(work, { kind: "college", kinds: ["college"], rank: 8 });
      await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: college }], {
        familyName: "Du Collège",
      });
      await work.tx.execute(sql`update people set password_hash = 'essai'`);
      await remind(work, 7);
      return addresses(work);
    });
    expect(to).toEqual(["Hélène Castagné"]);
  });

  it("leave alone whoever switched them off, whose account is not in use, or whose role has ended", async () => {
    const sent = await db.inWork(async (work) => {
      const { head, colleague, late } = await tell(work);
      await saveMailPreferences({ ...work, actor: head }, []);
      await work.tx.execute(
        sql`update people set password_hash = null where id = ${late.personId}::uuid`,
      );
      await work.tx.execute(
        sql`update memberships set valid_until = '2026-03-01' where person_id = ${colleague.personId}::uuid`,
      );
      return remind(work, 7);
    });
    expect(sent).toBe(0);
  });

  it("come in one mail for a person who has several schools", async () => {
    const mails = await db.inWork(async (work) => {
      const { late } = await tell(work);
      const other = await insertSchool(work, { name: "Autre lycée", rank: 9 });
      await work.tx.execute(
        sql`insert into memberships (person_id, role, scope_kind, scope_code)
          values (${late.personId}::uuid, 'head', 'school', ${other})`,
      );
      await remind(work, 21);
      return listMails(work.tx, 50);
    });
    expect(mails.map(({ body }) => [...body.matchAll(/^- /gm)].length)).toEqual([2]);
    expect(mails[0]?.body).toMatch(/Autre lycée.*[\s\S]*Lycée qui tarde/);
  });

  it("switched on again, reach the person the next time", async () => {
    const sent = await db.inWork(async (work) => {
      const { head } = await tell(work);
      await saveMailPreferences({ ...work, actor: head }, []);
      await saveMailPreferences({ ...work, actor: head }, ["reminders", "inconnu"]);
      await remind(work, 1);
      return addresses(work);
    });
    expect(sent).toEqual(["Hélène Castagné", "Karim Benslimane"]);
  });
});

describe("reminders written by several at once", () => {
  it("are written by one", async () => {
    await db.committed(tell);
    const counts = await Promise.all(
      Array.from({ length: 20 }, () => db.committed((work) => remind(work, 7))),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    const mails = await db.committed(({ tx }) => listMails(tx, 200));
    expect(mails).toHaveLength(3);
  });
});
