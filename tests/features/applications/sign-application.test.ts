import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import { composeUai } from "~/domain/directory/uai";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { applicantScope } from "~/features/create-application/applicant-scope";
import { applicationsView } from "~/features/create-application/applications-view.server";
import { reviewAnswersView } from "~/features/review-answers/review-answers-view.server";
import { signApplication } from "~/features/sign-application/sign-application.server";
import { signView } from "~/features/sign-application/sign-view.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { lockAnswer, shareApplication, writeAnswer } from "~db/repositories/answers.server";
import { listJournal } from "~db/repositories/journal.server";
import { listSignatures } from "~db/repositories/signatures.server";
import { saveInspectionAreas } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import {
  completeAnswers,
  insertStarted,
  insertStartedCall,
} from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const circonscription = composeUai(9_992_012);

async function call(work: Work, applicants: Record<string, unknown> = {}) {
  await saveInspectionAreas(work.tx, {
    circonscriptions: [{ code: circonscription, name: "Millau", departementCode: "12" }],
    bassins: [],
  });
  return insertStartedCall(work, circonscription, applicants);
}

/** Opens the page as the person, then signs what it showed. */
async function sign(work: Work, actor: Actor, applicationId: string, read?: string) {
  const own = { ...work, actor };
  const view = await signView(own, scopeFor(actor, "application.read"), applicationId);
  return signApplication(own, scopeFor(actor, "application.sign"), {
    applicationId,
    statement: "J’ai lu cette candidature et je la soutiens.",
    contentSha256: read ?? view?.contentSha256 ?? "",
  });
}

const submit = (work: Work, actor: Actor, applicationId: string) =>
  submitApplication({ ...work, actor }, scopeFor(actor, "application.submit"), {
    applicationId,
    declared: true,
  });

describe("co-signatures", () => {
  it("are asked of each director and of the inspector before the mayor may submit", async () => {
    const steps = await db.inWork(async (work) => {
      const { applicationId, mayor, directors, inspector } = await call(work);
      const outcomes: unknown[] = [];
      for (const signer of [...directors, inspector]) {
        outcomes.push(await submit(work, mayor, applicationId));
        await sign(work, signer, applicationId);
      }
      outcomes.push(await submit(work, mayor, applicationId));
      const signatures = await listSignatures(work.tx, applicationId);
      const journal = await listJournal(work.tx, { kind: "application", id: applicationId });
      return {
        outcomes,
        signed: signatures.map(({ role, uai }) => `${role} ${uai}`.trim()).sort(),
        actions: journal.map((line) => line.action),
      };
    });
    const missing = { ok: false, reason: "signature-missing" };
    expect(steps.outcomes).toMatchObject([missing, missing, missing, { ok: true }]);
    expect(steps.signed).toEqual([
      "ien",
      `school-director ${composeUai(9_991_051)}`,
      `school-director ${composeUai(9_991_052)}`,
    ]);
    expect(steps.actions).toEqual([
      "application.signed",
      "application.signed",
      "application.signed",
      "application.submitted",
    ]);
  });

  it("are given once, by those whom the campaign names, on a draft", async () => {
    const results = await db.inWork(async (work) => {
      const { applicationId, mayor, directors, inspector } = await call(work);
      const [first, second] = directors;
      if (!first || !second) throw new Error("Deux directeurs attendus.");
      const elsewhere = await insertActor(work, [
        { role: "ien", scopeKind: "circonscription", scopeCode: "0120000A" },
      ]);
      const once = await sign(work, first, applicationId);
      const twice = await sign(work, first, applicationId);
      const stranger = await sign(work, elsewhere, applicationId);
      const applicant = await sign(work, mayor, applicationId);
      await sign(work, inspector, applicationId);
      await sign(work, second, applicationId);
      await submit(work, mayor, applicationId);
      const late = await sign(work, first, applicationId);
      return { once, twice, stranger, applicant, late };
    });
    expect(results.once).toMatchObject({ ok: true, signed: [{ role: "school-director" }] });
    expect(results.twice).toEqual({ ok: false, reason: "already-signed" });
    expect(results.stranger).toEqual({ ok: false, reason: "not-found" });
    expect(results.applicant).toEqual({ ok: false, reason: "not-found" });
    expect(results.late).toEqual({ ok: false, reason: "not-draft" });
  });

  it("hold for the answers that were read: a change voids them, the former answer revives them", () =>
    db.inWork(async (work) => {
      const { applicationId, mayor, directors, inspector } = await call(work);
      for (const signer of [...directors, inspector]) await sign(work, signer, applicationId);
      const change = async (value: unknown) => {
        const { version } = await lockAnswer(work.tx, {
          applicationId,
          questionId: "resume",
          personId: mayor.personId,
        });
        await writeAnswer(work.tx, {
          applicationId,
          questionId: "resume",
          value,
          baseVersion: version,
          personId: mayor.personId,
          at: work.now,
        });
      };
      const lapsed = async () => {
        const own = { ...work, actor: mayor };
        const view = await signView(own, scopeFor(mayor, "application.read"), applicationId);
        return view?.slots.map(({ isLapsed, signedBy }) => [isLapsed, signedBy !== null]);
      };
      const standing = Array.from({ length: 3 }, () => [false, true]);
      expect(await lapsed()).toEqual(standing);
      await change("Un autre titre");
      expect(await lapsed()).toEqual(Array.from({ length: 3 }, () => [true, false]));
      expect(await submit(work, mayor, applicationId)).toMatchObject({
        reason: "signature-missing",
      });
      await change(completeAnswers.resume);
      expect(await lapsed()).toEqual(standing);
      await change("Un titre définitif");
      const former = await listSignatures(work.tx, applicationId);
      const stale = await sign(work, inspector, applicationId, former[0]?.contentSha256);
      expect(stale).toEqual({ ok: false, reason: "changed-since-read" });
      for (const signer of [...directors, inspector]) {
        expect(await sign(work, signer, applicationId)).toMatchObject({ ok: true });
      }
      const [journal] = (
        await listJournal(work.tx, { kind: "application", id: applicationId })
      ).slice(-1);
      expect(journal?.before).toMatchObject({ contentSha256: former[0]?.contentSha256 });
      const sent = await submit(work, mayor, applicationId);
      if (!sent.ok) throw new Error(sent.reason);
      const snapshot = JSON.parse(sent.submission.snapshot) as SubmissionSnapshot;
      const bound = new Set(snapshot.signatures.map(({ contentSha256 }) => contentSha256));
      expect(snapshot.signatures).toHaveLength(3);
      expect([...bound]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
      expect([...bound]).not.toContain(former[0]?.contentSha256);
    }));

  it("an optional signature that no longer holds is not sent with the file", () =>
    db.inWork(async (work) => {
      const { applicationId, mayor, directors, inspector } = await call(work, {
        coSignatories: [{ role: "ien", required: false }],
      });
      expect(directors).toHaveLength(2);
      await sign(work, inspector, applicationId);
      await writeAnswer(work.tx, {
        applicationId,
        questionId: "ent",
        value: false,
        baseVersion: 1,
        personId: mayor.personId,
        at: work.now,
      });
      const sent = await submit(work, mayor, applicationId);
      if (!sent.ok) throw new Error(sent.reason);
      expect((JSON.parse(sent.submission.snapshot) as SubmissionSnapshot).signatures).toEqual([]);
    }));
});

describe("whose signature a campaign asks for", () => {
  const asked = {
    coSignatories: [{ role: "head", per: "school" }, { role: "local-authority" }],
  };

  it("a head and a mayor sign along, then the file can be submitted", () =>
    db.inWork(async (work) => {
      const { applicationId, uais, mayor } = await call(work, asked);
      const [first = "", second = ""] = uais;
      const head = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: first },
      ]);
      const acting = await insertActor(work, [
        { role: "acting-head", scopeKind: "school", scopeCode: second },
      ]);
      const outcomes = [];
      for (const signer of [head, acting, mayor]) {
        outcomes.push(await submit(work, mayor, applicationId));
        const own = { ...work, actor: signer };
        const listed = await applicationsView(own, applicantScope(signer));
        expect(listed.applications.map(({ id }) => id)).toEqual([applicationId]);
        const view = await signView(own, scopeFor(signer, "application.read"), applicationId);
        const answers = view?.sections.flatMap((section) => section.answers) ?? [];
        expect(answers.map(({ text }) => text)).toContain("Le numérique au service de tous");
        expect(await sign(work, signer, applicationId)).toMatchObject({ ok: true });
      }
      expect(outcomes.map((outcome) => !outcome.ok && outcome.reason)).toEqual(
        outcomes.map(() => "signature-missing"),
      );
      expect(await submit(work, mayor, applicationId)).toMatchObject({ ok: true });
    }));

  it("a mayor does not reach the file of a lycée of the commune that does not ask for it", () =>
    db.inWork(async (work) => {
      const { mayor } = await call(work, asked);
      const { applicationId } = await insertStarted(work, { rank: 77 });
      const own = { ...work, actor: mayor };
      const scope = scopeFor(mayor, "application.read");
      expect(await applicationHomeView(own, scope, applicationId)).toBeUndefined();
      expect(await reviewAnswersView(own, scope, applicationId)).toBeUndefined();
      expect(await signView(own, scope, applicationId)).toBeUndefined();
      const content = { applicationId, statement: "Oui.", contentSha256: "" };
      expect(await signApplication(own, scopeFor(mayor, "application.sign"), content)).toEqual({
        ok: false,
        reason: "not-found",
      });
      const answering = scopeFor(mayor, "application.answer");
      expect(await shareApplication(work.tx, answering, applicationId)).toBeUndefined();
      const listed = await applicationsView(own, applicantScope(mayor));
      expect(listed.applications.map(({ id }) => id)).not.toContain(applicationId);
    }));

  it("a mayor signs a lycée's file that asks for it: reads it, never answers nor submits it", () =>
    db.inWork(async (work) => {
      const mayor = await insertActor(work, [
        { role: "mayor", scopeKind: "commune", scopeCode: "12145" },
      ]);
      const elsewhere = await insertActor(work, [
        { role: "mayor", scopeKind: "commune", scopeCode: "46045" },
      ]);
      const { applicationId, head } = await insertStarted(work, {
        campaign: {
          applicants: { roles: ["head"], coSignatories: [{ role: "local-authority" }] },
        },
      });
      const answering = scopeFor(mayor, "application.answer");
      expect(await shareApplication(work.tx, answering, applicationId)).toBeUndefined();
      expect(await submit(work, mayor, applicationId)).toMatchObject({ reason: "not-found" });
      expect(await sign(work, elsewhere, applicationId)).toMatchObject({ reason: "not-found" });
      expect(await sign(work, mayor, applicationId)).toMatchObject({ ok: true });
      expect(await submit(work, head, applicationId)).toMatchObject({ ok: true });
    }));

  it("a head reads the call that covers their école but signs nothing it does not ask", () =>
    db.inWork(async (work) => {
      const { applicationId, uais } = await call(work);
      const head = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: uais[0] ?? "" },
      ]);
      expect(await sign(work, head, applicationId)).toEqual({ ok: false, reason: "not-found" });
    }));
});
