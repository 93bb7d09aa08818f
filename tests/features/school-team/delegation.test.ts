import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { appointPerson } from "~/features/school-team/appoint-person.server";
import { endMandate } from "~/features/school-team/end-mandate.server";
import { endView } from "~/features/school-team/end-view.server";
import { linkView } from "~/features/single-use-links/link-view.server";
import { setPassword } from "~/features/single-use-links/set-password.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import { findPerson, findPersonByEmail, grantMembership } from "~db/repositories/people.server";
import { updateCredentials } from "~db/repositories/single-use-links.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

import {
  actorOf,
  appoint,
  as,
  dayIn,
  formFor,
  later,
  mailedToken,
  submitAs,
  viewFor,
  withDelegates,
} from "~tests/support/team-story";

const db = useTestDatabase();

describe("a delegation recorded by the head", () => {
  const email = "karim.benslimane@ac-essai.fr";

  it("invites by a single-use link, then lets the delegate submit between its dates only", () =>
    db.inWork(async (work) => {
      const started = await insertStarted(work, withDelegates);
      const made = await appoint(work, started.head, started.uai, "delegate", {
        validFrom: dayIn(work, 2),
      });
      expect(made).toMatchObject({ ok: true });
      const token = (await mailedToken(work, email)) ?? "";
      expect(await linkView(work, token)).toMatchObject({ ok: true, isHead: false, email });
      const claimed = await setPassword(
        (task) => task(work),
        { token, purpose: "invitation" },
        { password: "un mot de passe long", givenName: "Karim", familyName: "Benslimane" },
        null,
      );
      expect(claimed).toMatchObject({ ok: true });
      expect(await submitAs(work, email, started)).toBe("not-found");
      expect(await submitAs(later(work, 6), email, started)).toBe("not-found");
      expect(await submitAs(later(work, 5), email, started)).toBe("ok");
    }));

  it("shows in the list with its dates and status, and leaves its traces", () =>
    db.inWork(async (work) => {
      const { head, uai } = await insertStarted(work);
      await appoint(work, head, uai, "delegate", { validFrom: dayIn(work, 2) });
      const statusIn = async (days: number) =>
        (await viewFor(later(work, days), head, uai))?.mandates[0]?.status;
      expect([await statusIn(0), await statusIn(3), await statusIn(6)]).toEqual([
        "upcoming",
        "current",
        "ended",
      ]);
      const view = await viewFor(work, head, uai);
      expect(view?.mandates).toMatchObject([
        {
          role: "delegate",
          name: "Karim Benslimane",
          reason: "Congé de la proviseure",
          actReference: "Délégation n° 2026-04",
          recorderName: "Hélène Castagné",
          isWaiting: true,
          canEnd: true,
        },
      ]);
      expect(view?.can).toEqual({ delegate: true, appoint: false, invite: false, end: true });
      const person = await findPersonByEmail(work.tx, email);
      const [team] = await listJournal(work.tx, { kind: "school-team", id: uai });
      expect(team).toMatchObject({
        action: "school-team.delegate-recorded",
        after: { personId: person?.id, validUntil: dayIn(work, 5) },
      });
      const chain = await listJournal(work.tx, { kind: "person", id: person?.id ?? "" });
      expect(chain.map(({ action }) => action)).toEqual(["person.invited"]);
    }));

  it("just adds the role to an account in use, whose password stays", () =>
    db.inWork(async (work) => {
      const { head, uai } = await insertStarted(work);
      const known = await insertActor(
        work,
        [{ role: "school-member", scopeKind: "school", scopeCode: uai }],
        { email: "deja@ac-essai.fr", givenName: "Awa", familyName: "Diop" },
      );
      await updateCredentials(work.tx, known.personId, { passwordHash: "gardé" });
      await appoint(work, head, uai, "delegate", { email: "DEJA@ac-essai.fr" });
      const person = await findPerson(work.tx, known.personId);
      expect(person).toMatchObject({ passwordHash: "gardé", givenName: "Awa" });
      expect(await mailedToken(work, "deja@ac-essai.fr")).toBeUndefined();
      expect((await actorOf(work, "deja@ac-essai.fr")).memberships).toHaveLength(2);
    }));

  it("a former holder's password does not open a new delegation at the same address", () =>
    db.inWork(async (work) => {
      const { head, uai } = await insertStarted(work);
      const gone = await insertActor(work, [], { email: "adjoint@ac-essai.fr" });
      await grantMembership(work.tx, {
        personId: gone.personId,
        role: "delegate",
        scopeKind: "school",
        scopeCode: uai,
        validUntil: "2020-08-31",
      });
      await updateCredentials(work.tx, gone.personId, { passwordHash: "ancien" });
      await appoint(work, head, uai, "delegate", { email: "adjoint@ac-essai.fr" });
      expect((await findPerson(work.tx, gone.personId))?.passwordHash).toBeNull();
      expect(await mailedToken(work, "adjoint@ac-essai.fr")).toBeDefined();
    }));

  it("ends at once when the head says so, and may be recorded again on the same day", () =>
    db.inWork(async (work) => {
      const started = await insertStarted(work, withDelegates);
      const { head, uai } = started;
      const made = await appoint(work, head, uai, "delegate");
      if (!made.ok) throw new Error(made.reason);
      const twice = await appoint(work, head, uai, "delegate");
      expect(twice).toEqual({ ok: false, reason: "already-recorded" });
      const end = { uai, mandateId: made.mandateId, lastDay: null, reason: "Retour anticipé" };
      expect(await endMandate(as(work, head), end)).toEqual({ ok: true, ended: 1 });
      expect(await submitAs(work, email, started)).toBe("not-found");
      expect(await endMandate(as(work, head), end)).toEqual({ ok: false, reason: "already-ended" });
      expect(await endView(as(work, head), uai, made.mandateId)).toBeUndefined();
      const view = await viewFor(work, head, uai);
      expect(view?.mandates).toMatchObject([
        { status: "ended", endReason: "Retour anticipé", canEnd: false },
      ]);
      const actions = (await listJournal(work.tx, { kind: "school-team", id: uai })).map(
        ({ action }) => action,
      );
      expect(actions).toEqual(["school-team.delegate-recorded", "school-team.delegate-ended"]);
      const mails = (await listMails(work.tx, 10)).map(({ kind }) => kind);
      expect(mails).toContain("school.mandate-ended");
      expect(await appoint(work, head, uai, "delegate")).toMatchObject({ ok: true });
      expect(await submitAs(work, email, started)).toBe("ok");
    }));

  it("is not another school's business, nor its own giver's account", () =>
    db.inWork(async (work) => {
      const { head, uai } = await insertStarted(work);
      const elsewhere = await insertSchool(work, { rank: 2 });
      const other = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: elsewhere },
      ]);
      const member = await insertActor(work, [
        { role: "school-member", scopeKind: "school", scopeCode: uai },
      ]);
      const made = await appoint(work, head, uai, "delegate");
      if (!made.ok) throw new Error(made.reason);
      const mandateId = made.mandateId;
      const end = { uai, mandateId, lastDay: null, reason: "Non" };
      const notFound = { ok: false, reason: "not-found" };
      for (const stranger of [other, member]) {
        expect(await appoint(work, stranger, uai, "delegate")).toEqual(notFound);
        expect(await endMandate(as(work, stranger), end)).toEqual(notFound);
        expect(await endView(as(work, stranger), uai, mandateId)).toBeUndefined();
      }
      expect(await viewFor(work, other, uai)).toBeUndefined();
      expect((await viewFor(work, member, uai))?.can.end).toBe(false);
      expect(await endMandate(as(work, other), { ...end, uai: elsewhere })).toEqual(notFound);
      const limited = scopeFor(head, "school.delegate").map((clause) => ({
        ...clause,
        campaignId: "00000000-0000-4000-8000-000000000001",
      }));
      const form = formFor(work, { email: "autre@ac-essai.fr" });
      expect(await appointPerson(as(work, head), limited, { uai, role: "delegate", form })).toEqual(
        notFound,
      );
    }));
});
