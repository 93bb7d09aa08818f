import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { planInvitations } from "~/features/invite-people/plan-invitations.server";
import { sendInvitations } from "~/features/invite-people/send-invitations.server";
import { endMandate } from "~/features/school-team/end-mandate.server";
import { endView } from "~/features/school-team/end-view.server";
import { findPersonByEmail } from "~db/repositories/people.server";
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
  later,
  officer,
  submitAs,
  viewFor,
} from "~tests/support/team-story";

const db = useTestDatabase();

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
