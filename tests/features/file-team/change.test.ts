import { describe, expect, it } from "vitest";
import { changeSections } from "~/features/file-team/change-sections.server";
import { inviteMember } from "~/features/file-team/invite-member.server";
import { removeMember } from "~/features/file-team/remove-member.server";
import { transferMember } from "~/features/file-team/transfer-member.server";
import { listJournal } from "~db/repositories/journal.server";
import { saveInspectionAreas } from "~db/repositories/territory.server";
import { buildDraft } from "~tests/factories/draft-application";
import { insertActor } from "~tests/factories/person";
import { insertStartedCall } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";
import {
  can,
  invite,
  onlyInvited,
  person,
  save,
  teacher,
  viewAs,
} from "~tests/support/file-team-story";
import { actorOf, as, later } from "~tests/support/team-story";

const db = useTestDatabase();

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
