import { describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { saveMailPreferences } from "~/features/mail-preferences/mail-preferences.server";
import { readMessages } from "~/features/messages/read-messages.server";
import { writeDigests } from "~/features/messages/write-digests.server";
import { listMails, type StoredMail } from "~db/repositories/mails.server";
import { countAwaited } from "~db/repositories/message-notices.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { send, threadStory } from "~tests/factories/thread";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
const day = 86_400_000;

/** People receive mails once they have chosen a password. */
const openAccounts = (work: Work, ...people: readonly Actor[]) =>
  work.tx.execute(
    sql`update people set password_hash = 'essai' where id::text in ${people.map(({ personId }) => personId)}`,
  );

async function story(work: Work, slug: string, rank: number) {
  const told = await threadStory(work, slug, rank);
  await openAccounts(work, told.head, told.officer);
  return told;
}

/** Runs the digests of a day as the platform does, page after page, and gives who was written to. */
async function digest(work: Work, daysLater = 0): Promise<StoredMail[]> {
  const before = new Set((await listMails(work.tx, 1000)).map(({ id }) => id));
  const now = new Date(work.now.getTime() + daysLater * day);
  let last: string | null = null;
  do ({ last } = await writeDigests({ ...work, now, actor: system }, last));
  while (last !== null);
  return (await listMails(work.tx, 1000)).filter(
    ({ id, kind }) => kind === "message.digest" && !before.has(id),
  );
}

const headOf = ({ uai }: { readonly uai: string }) => `direction-${uai.toLowerCase()}@exemple.fr`;

describe("the digest of a day", () => {
  it("says once to whom messages wait for, without their words", () =>
    db.inWork(async (work) => {
      const told = await story(work, "avis-un", 821);
      const { head, officer, applicationId, slug } = told;
      for (const body of ["Secret un.", "Secret deux."]) {
        await send(work, officer, "examination", applicationId, { body });
      }
      const [mail, ...others] = await digest(work);
      expect(others).toEqual([]);
      expect(mail?.toAddress).toBe(headOf(told));
      expect(mail?.subject).toContain("2\u00a0messages attendent d’être lus");
      expect(mail?.body).toContain(`/candidatures/${applicationId}/messages`);
      expect(mail?.body).not.toContain("Secret");
      expect(await digest(work)).toEqual([]);
      // Nobody examines it yet: all those who may are told.
      await send(work, head, "school", applicationId);
      const theirs = await digest(work);
      expect(theirs.map(({ toAddress }) => toAddress)).toEqual([`dane-${slug}@exemple.fr`]);
      expect(theirs[0]?.body).toContain(`/instruction/${slug}/${applicationId}/messages`);
    }));

  it("is one a day: what comes after waits for the next", () =>
    db.inWork(async (work) => {
      const { officer, applicationId } = await story(work, "avis-jour", 822);
      await send(work, officer, "examination", applicationId);
      expect(await digest(work)).toHaveLength(1);
      await send(work, officer, "examination", applicationId, { body: "Encore." });
      expect(await digest(work)).toEqual([]);
      const [next] = await digest(work, 1);
      expect(next?.subject).toContain("1\u00a0message attend d’être lu");
      expect(await digest(work, 2)).toEqual([]);
    }));

  it("gathers the applications of one person in one mail", () =>
    db.inWork(async (work) => {
      const one = await story(work, "avis-a", 823);
      const two = await story(work, "avis-b", 824);
      const scope = scopeFor(one.officer, "examination.correct");
      for (const { applicationId, head } of [one, two]) {
        await startExamination({ ...work, actor: one.officer }, scope, applicationId);
        await send(work, head, "school", applicationId);
      }
      const mails = await digest(work);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.subject).toContain("2\u00a0candidatures");
    }));

  it("says nothing of what was read meanwhile, to whom wants none or no longer reads it", () =>
    db.inWork(async (work) => {
      const told = await story(work, "avis-rien", 825);
      const { head, officer, applicationId, uai } = told;
      await send(work, officer, "examination", applicationId);
      await readMessages({ ...work, actor: head }, scopeFor(head, "application.answer"), {
        ...{ applicationId, side: "school", through: 1 },
      });
      expect(await digest(work)).toEqual([]);
      await saveMailPreferences({ ...work, actor: head }, ["reminders"]);
      await send(work, officer, "examination", applicationId);
      expect(await digest(work)).toEqual([]);
      await saveMailPreferences({ ...work, actor: head }, ["reminders", "messages"]);
      // What was silent then is not told now.
      expect(await digest(work, 1)).toEqual([]);
      await send(work, officer, "examination", applicationId);
      await work.tx.execute(
        sql`update memberships set valid_until = '2020-01-01' where scope_code = ${uai}`,
      );
      expect(await digest(work, 2)).toEqual([]);
      expect(await countAwaited(work.tx)).toBe(0);
    }));

  it("tells a teacher who wrote, and never whoever just did", () =>
    db.inWork(async (work) => {
      const told = await story(work, "avis-equipe", 826);
      const { officer, applicationId, uai } = told;
      const teacher = await insertActor(
        work,
        [{ role: "school-member", scopeKind: "school", scopeCode: uai }],
        { email: "enseignante@exemple.fr" },
      );
      await openAccounts(work, teacher);
      await send(work, teacher, "school", applicationId);
      await send(work, officer, "examination", applicationId);
      const mails = await digest(work);
      expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(
        [`dane-${told.slug}@exemple.fr`, headOf(told), "enseignante@exemple.fr"].sort(),
      );
    }));
});

it("fifty workers at once write one digest", async () => {
  const told = await db.committed((work) => story(work, "avis-50", 827));
  await db.committed((work) => send(work, told.officer, "examination", told.applicationId));
  await Promise.all(
    Array.from({ length: 50 }, () => db.committed((work) => writeDigests(work, null))),
  );
  const mails = await db.committed((work) => listMails(work.tx, 1000));
  expect(
    mails.filter(({ kind, toAddress }) => kind === "message.digest" && toAddress === headOf(told)),
  ).toHaveLength(1);
});
