import { describe, expect, it } from "vitest";
import { sectionView } from "~/features/answer-questionnaire/section-view.server";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { teamFormView } from "~/features/file-team/file-team-view.server";
import { linkView } from "~/features/single-use-links/link-view.server";
import { listFileTeam } from "~db/repositories/file-team.server";
import { listMails } from "~db/repositories/mails.server";
import { updateCredentials } from "~db/repositories/single-use-links.server";
import { buildDraft } from "~tests/factories/draft-application";
import { insertActor } from "~tests/factories/person";
import { useTestDatabase } from "~tests/support/database";
import { can, invite, save, teacher, viewAs } from "~tests/support/file-team-story";
import { actorOf, as, mailedToken } from "~tests/support/team-story";

const db = useTestDatabase();

describe("an invited teacher", () => {
  it("reads the whole file, writes their section, and nothing else", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 1);
      const { applicationId } = draft;
      expect(await invite(work, draft, ["pilotage"])).toEqual({ ok: true, isNew: true });
      const julien = await actorOf(work, teacher);
      const home = await applicationHomeView(
        as(work, julien),
        can(julien, "application.read"),
        applicationId,
      );
      expect(home).toMatchObject({
        canAnswer: true,
        writableSections: ["pilotage"],
        canManageTeam: false,
      });
      expect(home?.team.find(({ id }) => id === julien.personId)).toMatchObject({
        title: "Enseignant",
        sections: ["pilotage"],
      });
      expect(await save(work, julien, applicationId, "intitule", "Ondes")).toMatchObject({
        ok: true,
      });
      const other = await save(work, julien, applicationId, "bilan", true);
      expect(other).toEqual({ ok: false, reason: "other-section" });
      const scope = can(julien, "application.answer");
      expect(await sectionView(as(work, julien), scope, applicationId, "pilotage")).toMatchObject({
        ok: true,
        view: { holders: ["Julien Roques"] },
      });
    });
  });

  it("receives a link that opens an account without power to sign", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 2);
      await invite(work, draft, null);
      const token = (await mailedToken(work, teacher)) ?? "";
      expect(await linkView(work, token)).toMatchObject({
        ok: true,
        isHead: false,
        isMember: true,
        email: teacher,
      });
      expect(await viewAs(work, draft.head, draft.applicationId)).toMatchObject({
        canManage: true,
        invited: [{ name: "Julien Roques", entrusted: "Tout le dossier", isWaiting: true }],
      });
    });
  });

  it("with an account in use keeps its password, and is told what is entrusted", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 3);
      const known = await insertActor(
        work,
        [{ role: "school-member", scopeKind: "school", scopeCode: "0129901X" }],
        { email: teacher },
      );
      await updateCredentials(work.tx, known.personId, { passwordHash: "gardé" });
      await invite(work, draft, ["pilotage"]);
      const [mail] = await listMails(work.tx, 1);
      expect(mail).toMatchObject({ kind: "team.invited", toAddress: teacher });
      expect(mail?.body).toContain("Pilotage");
      expect(mail?.body).not.toContain("/lien/");
    });
  });

  it("is refused to whoever is there every year, and for other sections than they have", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 4);
      expect(await invite(work, draft, null, "equipe4@exemple.fr")).toEqual({
        ok: false,
        reason: "already-lasting",
      });
      await invite(work, draft, ["pilotage"]);
      expect(await invite(work, draft, null)).toEqual({ ok: false, reason: "already-invited" });
      expect(await invite(work, draft, ["pilotage"])).toEqual({ ok: true, isNew: false });
      expect(await invite(work, draft, ["autre"], "a@ac-essai.fr")).toEqual({
        ok: false,
        reason: "unknown-section",
      });
      expect(
        (await listMails(work.tx, 20)).filter(({ kind }) => kind === "team.invited"),
      ).toHaveLength(1);
    });
  });

  it("cannot manage the team, nor a head of another school, nor a colleague", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 5);
      const stranger = (await buildDraft(work, 6)).head;
      await invite(work, draft, null);
      const julien = await actorOf(work, teacher);
      for (const head of [julien, stranger, draft.colleague]) {
        expect(await invite(work, { ...draft, head }, null, "b@ac-essai.fr")).toEqual({
          ok: false,
          reason: "not-found",
        });
        expect(await teamFormView(as(work, head), draft.applicationId, null)).toBeUndefined();
      }
      expect(await viewAs(work, julien, draft.applicationId)).toMatchObject({ canManage: false });
      expect(await viewAs(work, stranger, draft.applicationId)).toBeUndefined();
    });
  });
});

describe("the same invitation, fifty times at once", () => {
  it("makes one membership and one mail", async () => {
    const draft = await db.committed((work) => buildDraft(work, 50));
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) => invite(work, draft, ["pilotage"], "rafale@ac-essai.fr")),
      ),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(results.filter((result) => result.ok && result.isNew)).toHaveLength(1);
    await db.committed(async (work) => {
      const place = {
        kind: "school" as const,
        code: draft.uai,
        campaignId: draft.campaignId,
        uais: [draft.uai],
      };
      const team = await listFileTeam(work.tx, place, "2026-06-01");
      expect(team.filter(({ isInvited }) => isInvited)).toHaveLength(1);
      const mails = await listMails(work.tx, 100);
      expect(mails.filter(({ toAddress }) => toAddress === "rafale@ac-essai.fr")).toHaveLength(1);
    });
  });
});
