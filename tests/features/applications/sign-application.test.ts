import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { composeUai } from "~/domain/directory/uai";
import { signApplication } from "~/features/sign-application/sign-application.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { listJournal } from "~db/repositories/journal.server";
import { listSignatures } from "~db/repositories/signatures.server";
import { saveInspectionAreas } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertStartedCall } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const circonscription = composeUai(9_992_012);

async function call(work: Work) {
  await saveInspectionAreas(work.tx, {
    circonscriptions: [{ code: circonscription, name: "Millau", departementCode: "12" }],
    bassins: [],
  });
  return insertStartedCall(work, circonscription);
}

const sign = (work: Work, actor: Actor, applicationId: string) =>
  signApplication({ ...work, actor }, scopeFor(actor, "application.sign"), {
    applicationId,
    statement: "J’ai lu cette candidature et je la soutiens.",
  });

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
});
