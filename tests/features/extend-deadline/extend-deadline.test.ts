import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { applicationsView } from "~/features/create-application/applications-view.server";
import { createApplication } from "~/features/create-application/create-application.server";
import { examinationView } from "~/features/examine-applications/examination-view.server";
import { revokeExtension } from "~/features/extend-deadline/revoke-extension.server";
import { writeReminders } from "~/features/send-reminders/write-reminders.server";
import { submitView } from "~/features/submit-application/submit-view.server";
import { findCampaignBySlug } from "~db/repositories/campaigns.server";
import { insertExtension } from "~db/repositories/extensions.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import {
  closed,
  extend,
  later,
  managerOf,
  school,
  slug,
  submit,
  why,
} from "~tests/factories/extension";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { inDays } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();

describe("more time for a school, once its campaign is closed", () => {
  it("is journaled, told by one mail, and lets its draft be submitted", async () => {
    await db.inWork(async (work) => {
      const { applicationId, head, uai } = await insertStarted(work, { campaign: closed });
      const manager = await managerOf(work);
      expect(await submit(work, head, applicationId)).toMatchObject({ reason: "deadline-passed" });
      const done = await extend(work, manager, school(uai));
      expect(done).toMatchObject({ ok: true, told: 1 });
      const campaign = await findCampaignBySlug(work.tx, slug);
      const journal = await listJournal(work.tx, { kind: "campaign", id: campaign?.id ?? "" });
      expect(journal.map(({ action }) => action)).toContain("campaign.deadline-extended");
      const [mail] = await listMails(work.tx, 10);
      expect(mail).toMatchObject({ kind: "deadline.extended" });
      expect(mail?.body).toContain(why);
      const reading = later(work, head);
      const scope = scopeFor(head, "application.read");
      const until = done.ok ? done.extension.until.toISOString() : "";
      expect(await applicationHomeView(reading, scope, applicationId)).toMatchObject({
        closesAt: until,
        isExtended: true,
        isOpen: true,
      });
      const { applications } = await applicationsView(reading, scope);
      expect(applications).toMatchObject([{ closesAt: until, isExtended: true, isOpen: true }]);
      expect(
        await submitView(reading, scopeFor(head, "application.submit"), applicationId),
      ).toMatchObject({ closesAt: until, isExtended: true, blockers: [] });
      expect(await submit(work, head, applicationId)).toMatchObject({ ok: true, isNew: true });
      const examiner = { ...work, actor: manager };
      const examined = await examinationView(examiner, scopeFor(manager, "examination.read"), {
        ...{ slug, id: applicationId, correcting: null },
      });
      expect(examined?.extendedUntil).toBe(until);
    });
  });

  it("is not revoked once it has elapsed: nobody would lose anything", async () => {
    await db.inWork(async (work) => {
      const { uai } = await insertStarted(work, { campaign: closed });
      const campaign = await findCampaignBySlug(work.tx, slug);
      const manager = await managerOf(work);
      const elapsed = await insertExtension(work.tx, {
        ...{ ...school(uai), campaignId: campaign?.id ?? "", reason: why },
        until: new Date(work.now.getTime() - 60_000),
        decidedBy: manager.personId,
        decidedAt: new Date(work.now.getTime() - 3_600_000),
      });
      const scope = scopeFor(manager, "campaign.manage");
      const address = { slug, id: elapsed.id };
      expect(await revokeExtension({ ...work, actor: manager }, scope, address, "Erreur.")).toEqual(
        { ok: false, reason: "already-elapsed" },
      );
      expect(await listMails(work.tx, 5)).toEqual([]);
    });
  });

  it("counts no more once revoked, but what was submitted stays so", async () => {
    await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work, { campaign: closed });
      const manager = await managerOf(work);
      const other = await insertSchool(work, { rank: 2 });
      const otherHead = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: other },
      ]);
      const given = await extend(work, manager, { placeKind: "departement", placeCode: "12" });
      if (!given.ok) throw new Error(given.reason);
      expect(given.told).toBe(2);
      expect(await submit(work, head, applicationId)).toMatchObject({ ok: true });
      const revoke = () =>
        revokeExtension(
          { ...work, actor: manager },
          scopeFor(manager, "campaign.manage"),
          { slug, id: given.extension.id },
          "Décision prise par erreur.",
        );
      expect(await revoke()).toMatchObject({ ok: true });
      expect(await revoke()).toEqual({ ok: false, reason: "already-ended" });
      expect(await submit(work, head, applicationId)).toMatchObject({ ok: true, isNew: false });
      const begin = await createApplication(
        { ...work, actor: otherHead },
        scopeFor(otherHead, "application.create"),
        { campaignSlug: slug, uais: [other] },
      );
      expect(begin).toEqual({ ok: false, reason: "campaign-not-open" });
      // The one who had submitted is not told that there is no more time.
      const mails = await listMails(work.tx, 20);
      const taken = mails.filter(({ subject }) => subject.startsWith("Délai prolongé retiré"));
      expect(taken).toHaveLength(1);
      const examined = await examinationView(
        { ...work, actor: manager },
        scopeFor(manager, "examination.read"),
        { slug, id: applicationId, correcting: null },
      );
      expect(examined?.extendedUntil).toBe(given.extension.until.toISOString());
    });
  });

  it("lets it begin an application, but not its neighbours", async () => {
    await db.inWork(async (work) => {
      const { uai: neighbour } = await insertStarted(work, { campaign: closed, rank: 3 });
      const uai = await insertSchool(work, { rank: 2 });
      const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }]);
      const acting = () => later(work, head);
      const scope = scopeFor(head, "application.create");
      const begin = () => createApplication(acting(), scope, { campaignSlug: slug, uais: [uai] });
      const reading = scopeFor(head, "application.read");
      await extend(work, await managerOf(work), school(neighbour));
      expect(await begin()).toEqual({ ok: false, reason: "campaign-not-open" });
      expect((await applicationsView(acting(), reading)).openings).toEqual([]);
      const done = await extend(work, await managerOf(work), school(uai));
      const until = done.ok ? done.extension.until.toISOString() : "";
      expect((await applicationsView(acting(), reading)).openings).toMatchObject([
        { slug, closesAt: until, isExtended: true, longer: [] },
      ]);
      expect(await begin()).toMatchObject({ ok: true });
    });
  });

  it("is reminded of at its own deadline, and of the campaign's no more", async () => {
    await db.inWork(async (work) => {
      const calendar = { opensAt: inDays(-60), closesAt: inDays(1) };
      const { uai, head } = await insertStarted(work, { campaign: { calendar } });
      await work.tx.execute(
        sql`update people set password_hash = 'essai' where id = ${head.personId}::uuid`,
      );
      await extend(work, await managerOf(work), school(uai), { until: inDays(7) });
      const before = (await listMails(work.tx, 50)).length;
      await writeReminders(later(work, head), null);
      const mails = (await listMails(work.tx, 50)).filter(
        ({ kind }) => kind === "reminder.closing",
      );
      expect(before).toBe(1);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.subject).toContain("Dans 7\u00a0jours");
    });
  });
});
