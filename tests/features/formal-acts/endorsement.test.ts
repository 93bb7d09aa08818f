import { describe, expect, it } from "vitest";
import { type Actor, visitor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import {
  endorsementLinkDays,
  endorsementWindowHours,
  mostEndorsementMails,
} from "~/domain/application/endorsement";
import { cancelRequest, resendRequest } from "~/features/formal-acts/change-request.server";
import { giveOpinion } from "~/features/formal-acts/give-opinion.server";
import { opinionView } from "~/features/formal-acts/opinion-view.server";
import type { OpinionForm } from "~/features/formal-acts/schemas";
import { receiptView } from "~/features/receipt/receipt-view.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { withdrawApplication } from "~/features/withdraw-application/withdraw-application.server";
import { findLastSubmission } from "~db/repositories/applications.server";
import { findStandingPieces } from "~db/repositories/formal-acts.server";
import { listMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { askFor, contact, sentTokens, writes } from "~tests/factories/formal-file";
import { insertActor } from "~tests/factories/person";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const client = { address: "192.0.2.1" };
const agreed: OpinionForm = {
  avis: "favourable",
  motifs: "",
  nom: "Claire Soulié",
  qualite: "vice-présidente",
};
const later = (work: Work, hours: number): Work => ({
  ...work,
  now: new Date(work.now.getTime() + hours * 3_600_000),
});

async function started(work: Work, formalActs: object = { endorsement: "required" }) {
  const file = await insertStarted(work, { campaign: { slug: "label-avis", formalActs } });
  return { ...file, school: { ...work, actor: file.head } };
}

async function asked(work: Work, formalActs?: object) {
  const file = await started(work, formalActs);
  expect(await askFor(file.school, file.applicationId)).toEqual({ ok: true });
  const [token = ""] = await sentTokens(work);
  const requestId = (await findStandingPieces(work.tx, file.applicationId)).request?.id ?? "";
  const target = { applicationId: file.applicationId, requestId };
  return { ...file, token, target, public: { ...work, actor: visitor } };
}

const submit = (work: Work, applicationId: string) =>
  submitApplication(work, scopeFor(work.actor, "application.submit"), {
    applicationId,
    declared: true,
  });
const scopeOf = (actor: Actor) => writes(actor);

describe("asking the owner's opinion", () => {
  it("writes one mail with a link, keeps only its hash, and waits", () =>
    db.inWork(async (work) => {
      const { applicationId, school, token, target } = await asked(work);
      const [mail] = await listMails(work.tx, 1);
      expect([mail?.toAddress, mail?.kind]).toEqual([contact.courriel, "endorsement.asked"]);
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(await askFor(school, applicationId)).toEqual({ ok: false, reason: "already-asked" });
      expect(await submit(school, applicationId)).toMatchObject({ reason: "endorsement-missing" });
      const stranger = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: "0120001A" },
      ]);
      const acting = { ...work, actor: stranger };
      expect(await askFor(acting, applicationId)).toEqual({ ok: false, reason: "not-found" });
      expect(await cancelRequest(acting, scopeOf(stranger), target)).toEqual({
        ok: false,
        reason: "not-found",
      });
    }));

  it("shows who applies to what, and nothing of the answers", () =>
    db.inWork(async (work) => {
      const { token, school, applicationId, public: visit } = await asked(work);
      const view = await opinionView(visit, token, client);
      expect(view).toMatchObject({ ok: true, authority: contact.collectivite, given: null });
      expect(JSON.stringify(view)).not.toContain("Le numérique au service de tous");
      expect(view.ok && view.applicationId).toBeNull();
      const own = await opinionView(school, token, client);
      expect(own.ok && own.applicationId).toBe(applicationId);
    }));

  it("is given once, sealed with the submission, and told to the school", () =>
    db.inWork(async (work) => {
      const { token, school, applicationId, target, public: visit } = await asked(work);
      expect(await giveOpinion(visit, token, agreed)).toEqual({ ok: true });
      const refusal: OpinionForm = { ...agreed, avis: "unfavourable", motifs: "Non." };
      expect(await giveOpinion(visit, token, refusal)).toEqual({ ok: false, reason: "given" });
      expect(await opinionView(visit, token, client)).toMatchObject({
        given: { opinion: "favourable", by: "Claire Soulié, vice-présidente" },
      });
      const told = (await listMails(work.tx, 20)).filter(
        ({ kind }) => kind === "endorsement.given",
      );
      expect(told).toHaveLength(1);
      expect(told[0]?.body).toContain("favorable");
      for (const change of [cancelRequest, resendRequest]) {
        expect(await change(school, scopeOf(school.actor), target)).toEqual({
          ok: false,
          reason: "already-given",
        });
      }
      expect(await askFor(school, applicationId)).toEqual({ ok: false, reason: "already-given" });
      expect(await submit(school, applicationId)).toMatchObject({ ok: true });
      const sealed = await findLastSubmission(work.tx, applicationId);
      expect(JSON.parse(sealed?.snapshot ?? "").formalActs.endorsement).toMatchObject({
        authority: contact.collectivite,
        opinion: "favourable",
        giver: { name: "Claire Soulié", title: "vice-présidente" },
      });
      expect(sealed?.snapshot).not.toContain(contact.courriel);
    }));

  it("is sealed beside a submission that it comes after", () =>
    db.inWork(async (work) => {
      const settings = { endorsement: "optional", endorsementDueDays: 15 };
      const { token, school, applicationId, public: visit } = await asked(work, settings);
      expect(await submit(school, applicationId)).toMatchObject({ ok: true });
      const reserved: OpinionForm = { ...agreed, avis: "with-reservations", motifs: "Le câblage." };
      expect(await giveOpinion(visit, token, reserved)).toEqual({ ok: true });
      const receipt = await receiptView(
        school,
        scopeFor(school.actor, "application.read"),
        applicationId,
      );
      expect(receipt?.formalActs?.endorsement).toBeNull();
      expect(receipt?.supplements).toMatchObject([
        { isIntact: true, formalActs: { endorsement: { reasons: "Le câblage." } } },
      ]);
    }));
});

describe("a link", () => {
  it("ends with its time, with a newer one, and with its request", () =>
    db.inWork(async (work) => {
      const { token, school, target, applicationId, public: visit } = await asked(work);
      const expired = later(visit, endorsementLinkDays * 24);
      expect(await giveOpinion(expired, token, agreed)).toMatchObject({ reason: "expired" });
      expect(await opinionView(expired, token, client)).toMatchObject({ reason: "expired" });
      const again = later(school, 1);
      expect(await resendRequest(again, scopeOf(school.actor), target)).toEqual({ ok: true });
      const tokens = await sentTokens(work);
      const newer = tokens.find((sent) => sent !== token) ?? "";
      expect(await giveOpinion(later(visit, 2), token, agreed)).toMatchObject({
        reason: "expired",
      });
      expect(await opinionView(later(visit, 2), newer, client)).toMatchObject({ ok: true });
      expect(await cancelRequest(later(school, 3), scopeOf(school.actor), target)).toEqual({
        ok: true,
      });
      expect(await giveOpinion(later(visit, 4), newer, agreed)).toMatchObject({
        reason: "cancelled",
      });
      expect(await resendRequest(later(school, 4), scopeOf(school.actor), target)).toMatchObject({
        reason: "not-waiting",
      });
      expect(await askFor(later(school, 5), applicationId)).toEqual({ ok: true });
    }));

  it("is sent a few times a day, whatever the request", () =>
    db.inWork(async (work) => {
      const { school, target, applicationId } = await asked(work);
      for (let sent = 1; sent < mostEndorsementMails; sent += 1) {
        const at = later(school, sent / 10);
        expect(await resendRequest(at, scopeOf(school.actor), target)).toEqual({ ok: true });
      }
      const full = later(school, 1);
      expect(await resendRequest(full, scopeOf(school.actor), target)).toMatchObject({
        reason: "too-many",
      });
      await cancelRequest(full, scopeOf(school.actor), target);
      expect(await askFor(full, applicationId)).toMatchObject({ reason: "too-many" });
      expect(await askFor(later(school, endorsementWindowHours + 1), applicationId)).toEqual({
        ok: true,
      });
    }));

  it("opens nothing of a file that was withdrawn, and nothing that was never sent", () =>
    db.inWork(async (work) => {
      const settings = { endorsement: "optional" };
      const { token, school, applicationId, public: visit } = await asked(work, settings);
      await submit(school, applicationId);
      await withdrawApplication(school, scopeFor(school.actor, "application.submit"), {
        applicationId,
        reason: null,
      });
      expect(await giveOpinion(visit, token, agreed)).toMatchObject({ reason: "closed" });
      expect(await giveOpinion(visit, "inconnu", agreed)).toMatchObject({ reason: "unknown" });
      for (let tried = 0; tried < 60; tried += 1)
        await opinionView(visit, `essai-${tried}`, client);
      expect(await opinionView(visit, token, client)).toMatchObject({
        reason: "too-many-attempts",
      });
      const elsewhere = { address: "192.0.2.2" };
      expect(await opinionView(visit, token, elsewhere)).toMatchObject({ reason: "closed" });
    }));
});

describe("fifty at once", () => {
  it("make one request, then one opinion", async () => {
    const file = await db.committed((work) =>
      insertStarted(work, {
        rank: 71,
        campaign: { slug: "label-avis-50", formalActs: { endorsement: "required" } },
      }),
    );
    const { applicationId, head } = file;
    const fifty = <T>(task: (work: Work, index: number) => Promise<T>, actor: Actor) =>
      Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          db.committed((work) => task({ ...work, actor }, index)),
        ),
      );
    const requests = await fifty((work) => askFor(work, applicationId), head);
    expect(requests.filter(({ ok }) => ok)).toHaveLength(1);
    const [token = "", ...others] = await db.committed(sentTokens);
    expect(others).toEqual([]);
    const given = await fifty(
      (work, index) =>
        giveOpinion(work, token, {
          ...agreed,
          avis: index % 2 === 0 ? "favourable" : "unfavourable",
          motifs: `Avis ${index}`,
        }),
      visitor,
    );
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
    expect(given.filter((result) => !result.ok && result.reason === "given")).toHaveLength(49);
    const winner = given.findIndex(({ ok }) => ok);
    const { request } = await db.committed((work) => findStandingPieces(work.tx, applicationId));
    expect(request?.reasons).toBe(`Avis ${winner}`);
  });
});
