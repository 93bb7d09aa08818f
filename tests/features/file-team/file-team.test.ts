import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { type Action, scopeFor } from "~/domain/access/permissions";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { sectionView } from "~/features/answer-questionnaire/section-view.server";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { changeSections } from "~/features/file-team/change-sections.server";
import { fileTeamView, teamFormView } from "~/features/file-team/file-team-view.server";
import { inviteMember } from "~/features/file-team/invite-member.server";
import { removeMember } from "~/features/file-team/remove-member.server";
import { transferMember } from "~/features/file-team/transfer-member.server";
import { linkView } from "~/features/single-use-links/link-view.server";
import { listFileTeam } from "~db/repositories/file-team.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import { updateCredentials } from "~db/repositories/single-use-links.server";
import { saveInspectionAreas } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { insertActor } from "~tests/factories/person";
import { insertStartedCall } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";
import { actorOf, as, later, mailedToken } from "~tests/support/team-story";

const db = useTestDatabase();
const teacher = "julien.roques@ac-essai.fr";
const person = {
  givenName: "Julien",
  familyName: "Roques",
  email: teacher,
  function: "teacher",
} as const;

const can = (actor: Actor, action: Action) => scopeFor(actor, action);

const invite = (
  work: Work,
  { applicationId, head }: Pick<Draft, "applicationId" | "head">,
  sections: readonly string[] | null,
  email: string = teacher,
) =>
  inviteMember(as(work, head), can(head, "application.manage-team"), {
    applicationId,
    person: { ...person, email },
    sections,
  });

const save = (
  work: Work,
  actor: Actor,
  applicationId: string,
  questionId: string,
  value: unknown,
) =>
  saveAnswer(as(work, actor), can(actor, "application.answer"), {
    applicationId,
    questionId,
    value,
    baseVersion: 0,
  });

const viewAs = (work: Work, actor: Actor, id: string) =>
  fileTeamView(as(work, actor), can(actor, "application.read"), id);

async function onlyInvited(work: Work, draft: Draft) {
  const view = await viewAs(work, draft.head, draft.applicationId);
  const [member] = view?.invited ?? [];
  if (!member) throw new Error("Personne n’est invité.");
  return member;
}

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

describe("changing a team", () => {
  it("gives other sections at once, journaled before and after", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 1);
      const { applicationId, head } = draft;
      await invite(work, draft, ["pilotage"]);
      const { membershipId } = await onlyInvited(work, draft);
      const change = (sections: readonly string[] | null, id = membershipId) =>
        changeSections(as(work, head), can(head, "application.manage-team"), {
          applicationId,
          membershipId: id,
          sections,
        });
      expect(await change([])).toEqual({ ok: false, reason: "no-section" });
      expect(await change(null, draft.campaignId)).toEqual({ ok: false, reason: "not-found" });
      expect(await change(null)).toEqual({ ok: true });
      const julien = await actorOf(work, teacher);
      expect(await save(work, julien, applicationId, "bilan", true)).not.toMatchObject({
        reason: "other-section",
      });
      const journal = await listJournal(work.tx, { kind: "application", id: applicationId });
      expect(journal.map(({ action, before, after }) => [action, before, after])).toContainEqual([
        "team.changed",
        expect.objectContaining({ sections: ["pilotage"] }),
        expect.objectContaining({ sections: null }),
      ]);
    });
  });

  it("removes: nothing opens any more from the next request on; may be invited again", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 2);
      const { applicationId, head } = draft;
      await invite(work, draft, null);
      const { membershipId } = await onlyInvited(work, draft);
      const input = { applicationId, membershipId, reason: "Mutation" };
      const scope = can(head, "application.manage-team");
      expect(await removeMember(as(work, head), scope, input)).toEqual({ ok: true });
      expect(await removeMember(as(work, head), scope, input)).toEqual({
        ok: false,
        reason: "not-found",
      });
      const gone = await actorOf(work, teacher);
      expect(gone.memberships).toEqual([]);
      expect(await save(work, gone, applicationId, "intitule", "x")).toEqual({
        ok: false,
        reason: "not-found",
      });
      expect(await viewAs(work, gone, applicationId)).toBeUndefined();
      expect(await invite(work, draft, ["pilotage"])).toEqual({ ok: true, isNew: true });
      expect((await actorOf(work, teacher)).memberships).toMatchObject([
        { sections: ["pilotage"] },
      ]);
    });
  });

  it("hands over to a member or to somebody new, and ends the first", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 3);
      const { applicationId, head } = draft;
      const scope = can(head, "application.manage-team");
      await invite(work, draft, ["pilotage"]);
      const first = await onlyInvited(work, draft);
      const to = { person: { ...person, email: "sophie.marty@ac-essai.fr", givenName: "Sophie" } };
      const transfer = (membershipId: string, heir: typeof to | { membershipId: string }) =>
        transferMember(as(work, head), scope, { applicationId, membershipId, to: heir });
      expect(await transfer(first.membershipId, { person })).toEqual({
        ok: false,
        reason: "same-person",
      });
      expect(await transfer(first.membershipId, { membershipId: draft.campaignId })).toEqual({
        ok: false,
        reason: "unknown-person",
      });
      expect(await transfer(first.membershipId, to)).toEqual({ ok: true });
      expect((await actorOf(work, teacher)).memberships).toEqual([]);
      const sophie = await onlyInvited(work, draft);
      expect(sophie).toMatchObject({ name: "Sophie Roques", sections: ["pilotage"] });
      await invite(work, draft, null);
      const julien = (await viewAs(work, head, applicationId))?.invited.find(
        ({ email }) => email === teacher,
      );
      expect(await transfer(julien?.membershipId ?? "", sophie)).toEqual({ ok: true });
      expect(await onlyInvited(work, draft)).toMatchObject({ sections: null });
      const journal = await listJournal(work.tx, { kind: "application", id: applicationId });
      expect(journal.filter(({ action }) => action === "team.transferred")).toHaveLength(2);
    });
  });

  it("stays with the school when the head changes", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 4);
      await invite(work, draft, ["pilotage"]);
      const newcomer = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: draft.uai },
      ]);
      expect(await viewAs(later(work, 1), newcomer, draft.applicationId)).toMatchObject({
        canManage: true,
        invited: [{ name: "Julien Roques" }],
      });
    });
  });
});

describe("a commune's file", () => {
  it("is joined by its officers, who reach no other file of its schools", async () => {
    await db.inWork(async (work) => {
      const circonscription = "0120001A";
      await saveInspectionAreas(work.tx, {
        circonscriptions: [{ code: circonscription, name: "Millau", departementCode: "12" }],
        bassins: [],
      });
      const call = await insertStartedCall(work, circonscription, {
        coSignatories: [{ role: "head" }],
      });
      const lycee = await buildDraft(work, 7);
      const { mayor, applicationId } = call;
      const email = "mairie@commune-essai.fr";
      const scope = can(mayor, "application.manage-team");
      const invited = await inviteMember(as(work, mayor), scope, {
        applicationId,
        person: { ...person, email, function: "officer" },
        sections: null,
      });
      expect(invited).toEqual({ ok: true, isNew: true });
      const officer = await actorOf(work, email);
      expect(officer.memberships).toMatchObject([{ role: "local-authority-member" }]);
      expect(await viewAs(work, officer, applicationId)).toBeDefined();
      expect(await viewAs(work, officer, lycee.applicationId)).toBeUndefined();
      // A head who signs along does not say who is in the commune's file.
      const head = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: call.uais[0] ?? "" },
      ]);
      expect(await viewAs(work, head, applicationId)).toMatchObject({ canManage: false });
      expect(await invite(work, { applicationId, head }, null)).toMatchObject({ ok: false });
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
