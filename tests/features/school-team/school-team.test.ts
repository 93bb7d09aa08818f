import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import type { RecordedRole } from "~/domain/access/mandates";
import { scopeFor } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { planInvitations } from "~/features/invite-people/plan-invitations.server";
import { sendInvitations } from "~/features/invite-people/send-invitations.server";
import { appointPerson } from "~/features/school-team/appoint-person.server";
import { endMandate } from "~/features/school-team/end-mandate.server";
import { endView } from "~/features/school-team/end-view.server";
import { type AppointmentForm, appointmentSchema, endSchema } from "~/features/school-team/schemas";
import { teamView } from "~/features/school-team/team-view.server";
import { linkView } from "~/features/single-use-links/link-view.server";
import { setPassword } from "~/features/single-use-links/set-password.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import {
  findPerson,
  findPersonByEmail,
  grantMembership,
  listMemberships,
} from "~db/repositories/people.server";
import { updateCredentials } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { insertStarted, type Started } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const as = (work: Work, actor: Actor): Work => ({ ...work, actor });

const withDelegates = { campaign: { applicants: { roles: ["head", "acting-head", "delegate"] } } };

/** A day some days from the work's own, AAAA-MM-JJ. */
const dayIn = (work: Work, days: number) =>
  isoDayInParis(new Date(work.now.getTime() + days * 86_400_000));
const later = (work: Work, days: number): Work => ({
  ...work,
  now: new Date(work.now.getTime() + days * 86_400_000),
});

const formFor = (work: Work, changes: Partial<AppointmentForm> = {}): AppointmentForm => ({
  givenName: "Karim",
  familyName: "Benslimane",
  email: "karim.benslimane@ac-essai.fr",
  validFrom: dayIn(work, 0),
  validUntil: dayIn(work, 5),
  reason: "Congé de la proviseure",
  actReference: "Délégation n° 2026-04",
  ...changes,
});

function appoint(
  work: Work,
  actor: Actor,
  uai: string,
  role: RecordedRole,
  changes: Partial<AppointmentForm> = {},
) {
  const action = role === "delegate" ? "school.delegate" : "school.appoint";
  return appointPerson(as(work, actor), scopeFor(actor, action), {
    uai,
    role,
    form: formFor(work, changes),
  });
}

/** Who a person is on the work's own day. */
async function actorOf(work: Work, email: string): Promise<Actor> {
  const person = await findPersonByEmail(work.tx, email);
  if (!person) throw new Error(`Personne inconnue : ${email}`);
  return {
    personId: person.id,
    name: `${person.givenName} ${person.familyName}`,
    memberships: await listMemberships(work.tx, person.id, isoDayInParis(work.now)),
  };
}

async function submitAs(work: Work, email: string, { applicationId }: Started) {
  const actor = await actorOf(work, email);
  const result = await submitApplication(as(work, actor), scopeFor(actor, "application.submit"), {
    applicationId,
    declared: true,
  });
  return result.ok ? "ok" : result.reason;
}

const officer = (work: Work, academie = "16") =>
  insertActor(work, [{ role: "dane-officer", scopeKind: "academie", scopeCode: academie }]);

async function mailedToken(work: Work, email: string): Promise<string | undefined> {
  const mail = (await listMails(work.tx, 50)).find(({ toAddress }) => toAddress === email);
  return /\/lien\/([\w-]+)/.exec(mail?.body ?? "")?.[1];
}

const viewFor = (work: Work, actor: Actor, uai: string) =>
  teamView(as(work, actor), scopeFor(actor, "school.read-team"), uai);

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

describe("an interim recorded by the académie", () => {
  const email = "interim@ac-essai.fr";

  it("lets the acting head submit and delegate, between its dates; one interim at a time", () =>
    db.inWork(async (work) => {
      const started = await insertStarted(work);
      const { uai, head } = started;
      await updateCredentials(work.tx, head.personId, { passwordHash: "x" });
      const dane = await officer(work);
      const elsewhere = await officer(work, "11");
      const notFound = { ok: false, reason: "not-found" };
      expect(await appoint(work, elsewhere, uai, "acting-head", { email })).toEqual(notFound);
      expect(await appoint(work, head, uai, "acting-head", { email })).toEqual(notFound);
      expect(await appoint(work, dane, uai, "acting-head", { email })).toMatchObject({ ok: true });
      const second = await appoint(work, dane, uai, "acting-head", { email: "b@ac-essai.fr" });
      expect(second).toEqual({ ok: false, reason: "other-interim" });
      const person = await findPersonByEmail(work.tx, email);
      await updateCredentials(work.tx, person?.id ?? "", { passwordHash: "x" });
      expect((await viewFor(work, dane, uai))?.headship).toBe("head-and-interim");
      const acting = await actorOf(work, email);
      const beyond = { email: "c@ac-essai.fr", validUntil: dayIn(work, 6) };
      expect(await appoint(work, acting, uai, "delegate", beyond)).toEqual({
        ok: false,
        reason: "beyond-own-mandate",
      });
      const within = { ...beyond, validUntil: dayIn(work, 5) };
      expect(await appoint(work, acting, uai, "delegate", within)).toMatchObject({ ok: true });
      expect(await submitAs(later(work, 6), email, started)).toBe("not-found");
      expect(await submitAs(work, email, started)).toBe("ok");
    }));

  it("an agricultural lycée is the DRAAF's, whatever the académie", () =>
    db.inWork(async (work) => {
      const farm = await insertSchool(work, { rank: 6, ministry: "agriculture" });
      const lycee = await insertSchool(work, { rank: 7 });
      const draaf = await insertActor(work, [
        { role: "draaf-officer", scopeKind: "ministry", scopeCode: "agriculture" },
      ]);
      expect(await appoint(work, draaf, farm, "acting-head", { email })).toMatchObject({
        ok: true,
      });
      expect(await appoint(work, draaf, lycee, "acting-head", { email })).toMatchObject({
        ok: false,
      });
    }));
});

describe("a successor", () => {
  it("may be invited once the predecessor's headship is ended, with what it gave", () =>
    db.inWork(async (work) => {
      const started = await insertStarted(work);
      const { uai, head } = started;
      await updateCredentials(work.tx, head.personId, { passwordHash: "x" });
      const dane = await officer(work);
      await appoint(work, head, uai, "delegate");
      const before = await viewFor(work, dane, uai);
      expect(before).toMatchObject({ headship: "one", can: { appoint: true, invite: false } });
      const mandateId = before?.heads[0]?.id ?? "";
      expect((await endView(as(work, dane), uai, mandateId))?.withIt).toEqual(["Karim Benslimane"]);
      const end = { uai, mandateId, lastDay: dayIn(work, 3), reason: "Mutation" };
      expect(await endMandate(as(work, head), end)).toEqual({ ok: false, reason: "not-found" });
      expect(await endMandate(as(work, dane), end)).toEqual({ ok: true, ended: 2 });
      const statuses = async (days: number) => {
        const view = await viewFor(later(work, days), dane, uai);
        return [view?.headship, view?.can.invite, view?.mandates.map(({ status }) => status)];
      };
      expect(await statuses(3)).toEqual(["one", false, ["current"]]);
      expect(await statuses(4)).toEqual(["nobody", true, ["ended", "ended"]]);
      const next = as(later(work, 4), dane);
      const scope = scopeFor(dane, "people.invite");
      expect(await sendInvitations(next, scope, uai)).toMatchObject({ ok: true });
      expect((await planInvitations(next, scope, uai))[0]?.outcome).toBe("invite-again");
      const view = await viewFor(next, dane, uai);
      expect(view).toMatchObject({
        headship: "nobody",
        heads: [{ email: `ce.${uai.toLowerCase()}@ac-toulouse.fr`, isWaiting: true }],
      });
    }));

  it("two heads at once are said so", () =>
    db.inWork(async (work) => {
      const { uai, head } = await insertStarted(work);
      const other = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: uai },
      ]);
      for (const { personId } of [head, other]) {
        await updateCredentials(work.tx, personId, { passwordHash: "x" });
      }
      const view = await viewFor(work, await officer(work), uai);
      expect(view?.headship).toBe("several-heads");
      expect(view?.heads.map(({ canEnd }) => canEnd)).toEqual([true, true]);
    }));

  it("the head's own address, invited anew, begins a period of its own", () =>
    db.inWork(async (work) => {
      const uai = await insertSchool(work);
      const dane = await officer(work);
      const scope = scopeFor(dane, "people.invite");
      await sendInvitations(as(work, dane), scope, uai);
      const first = await viewFor(work, dane, uai);
      expect(first?.heads).toMatchObject([{ validFrom: null, recorderName: dane.name }]);
      const mandateId = first?.heads[0]?.id ?? "";
      const end = { uai, mandateId, lastDay: null, reason: "Erreur" };
      expect(await endMandate(as(work, dane), end)).toMatchObject({ ok: true });
      await sendInvitations(as(work, dane), scope, uai);
      const second = await viewFor(work, dane, uai);
      expect(second?.heads).toMatchObject([{ validFrom: dayIn(work, 0), status: "current" }]);
      expect(second?.mandates).toMatchObject([{ role: "head", status: "ended" }]);
    }));
});

describe("the forms", () => {
  const typed = {
    givenName: "Karim",
    familyName: "Benslimane",
    email: " Karim@AC-Essai.fr ",
    validFrom: "2026-11-22",
    validUntil: "2026-12-22",
    reason: "Congé",
    actReference: "n° 4",
  };
  it("ask for a professional address, whole dates, a reason and the act", () => {
    expect(appointmentSchema.parse(typed).email).toBe("karim@ac-essai.fr");
    const faulty = {
      ...typed,
      email: "karim@gmail.com",
      validFrom: "2026-02-30",
      reason: " ",
      actReference: "",
    };
    const result = appointmentSchema.safeParse(faulty);
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([
      "email",
      "validFrom",
      "reason",
      "actReference",
    ]);
  });

  it("ask for the last day only when one is chosen", () => {
    const fault = (form: object) =>
      endSchema.safeParse({ reason: "x", ...form }).error?.issues[0]?.path[0];
    expect(fault({ when: "maintenant" })).toBeUndefined();
    expect(fault({ when: "date", lastDay: "2026-11-30" })).toBeUndefined();
    expect(fault({ when: "date" })).toBe("lastDay");
    expect(fault({})).toBe("when");
  });
});
