import { describe, expect, it } from "vitest";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { canonicalJson } from "~/domain/campaign/canonical";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { examinationView } from "~/features/examine-applications/examination-view.server";
import { formalActsView } from "~/features/formal-acts/formal-acts-view.server";
import { recordAct } from "~/features/formal-acts/record-act.server";
import { removeAct } from "~/features/formal-acts/remove-act.server";
import { actFileLimits } from "~/features/formal-acts/schemas";
import { receivedBytes } from "~/features/proofs/received-file.server";
import { receiptView } from "~/features/receipt/receipt-view.server";
import { recordVerdict } from "~/features/scan-files/record-verdict.server";
import { sealOf } from "~/features/submit-application/build-submission.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { parisDay } from "~/ui/format";
import { findLastSubmission } from "~db/repositories/applications.server";
import { findFormalAct, findStandingPieces } from "~db/repositories/formal-acts.server";
import { listMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { actFile, looseStore, recordOn, scannedStore, writes } from "~tests/factories/formal-file";
import { insertActor } from "~tests/factories/person";
import { inDays } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const slug = "label-acte";
const day = (offset: number) => inDays(offset).slice(0, 10);

async function started(work: Work, formalActs: object | undefined, rank = 1) {
  const campaign = { slug, ...(formalActs && { formalActs }) };
  const file = await insertStarted(work, { rank, campaign });
  return { ...file, school: { ...work, actor: file.head } };
}

const submit = (work: Work, applicationId: string) =>
  submitApplication(work, scopeFor(work.actor, "application.submit"), {
    applicationId,
    declared: true,
  });
const homeOf = (work: Work, id: string) =>
  applicationHomeView(work, scopeFor(work.actor, "application.read"), id);

describe("the act of a draft", () => {
  it("is missing, blocks the submission, and is sealed with it once it is there", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await started(work, { deliberation: "required" });
      const home = await homeOf(school, applicationId);
      expect(home?.admissibility).toMatchObject({
        isAdmissible: false,
        missing: [
          {
            what: "deliberation",
            text: "Acte du conseil d’administration",
            who: "le conseil d’administration",
            link: { to: `/candidatures/${applicationId}/actes#acte` },
          },
        ],
      });
      expect(home?.blockers.map(({ blocker }) => blocker)).toEqual(["deliberation-missing"]);
      expect(await submit(school, applicationId)).toMatchObject({
        ok: false,
        reason: "deliberation-missing",
      });
      expect(await recordOn(school, applicationId)).toEqual({ ok: true });
      expect((await homeOf(school, applicationId))?.admissibility).toEqual({
        isAdmissible: true,
        missing: [],
      });
      expect(await submit(school, applicationId)).toMatchObject({ ok: true, isNew: true });
      const sealed = await findLastSubmission(work.tx, applicationId);
      const snapshot = JSON.parse(sealed?.snapshot ?? "");
      expect(snapshot).toMatchObject({
        schemaVersion: 2,
        formalActs: {
          deliberation: { body: "conseil-administration", number: "2026-14", outcome: "adopted" },
          endorsement: null,
        },
      });
      expect(sealOf(canonicalJson(snapshot))).toBe(sealed?.sha256);
      expect(await recordOn(school, applicationId)).toMatchObject({
        reason: "act",
        refusal: "sealed",
      });
      expect(await removeAct(school, writes(school.actor), applicationId)).toEqual({
        ok: false,
        reason: "closed",
      });
    }));

  it("is replaced without sending its file again, and taken away", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await started(work, { deliberation: "optional" });
      expect(await recordOn(school, applicationId, {}, null)).toEqual({
        ok: false,
        reason: "no-file",
      });
      await recordOn(school, applicationId);
      const { act: first } = await findStandingPieces(work.tx, applicationId);
      await recordOn(school, applicationId, { numero: "2026-15" }, null);
      const { act } = await findStandingPieces(work.tx, applicationId);
      expect([act?.number, act?.sha256]).toEqual(["2026-15", first?.sha256]);
      expect(await findFormalAct(work.tx, everywhere, applicationId, first?.id ?? "")).toBe(
        undefined,
      );
      expect(await removeAct(school, writes(school.actor), applicationId)).toEqual({ ok: true });
      expect(await removeAct(school, writes(school.actor), applicationId)).toEqual({
        ok: false,
        reason: "nothing-there",
      });
    }));

  it.each([
    [day(1), "session-ahead"],
    [day(-3), "session-before-opening"],
  ])("is refused for a session on %s: %s", (date, refusal) =>
    db.inWork(async (work) => {
      const settings = { deliberation: "required", sessionAfterOpening: true };
      const { applicationId, school } = await started(work, settings);
      expect(await recordOn(school, applicationId, { date })).toEqual({
        ok: false,
        reason: "session",
        refusal,
      });
    }),
  );

  it("is refused for what its file is, whatever it is called", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await started(work, { deliberation: "required" });
      const send = (name: string, text: string) =>
        recordOn(school, applicationId, {}, receivedBytes(name, new TextEncoder().encode(text)));
      expect(await send("acte.pdf", "MZ")).toMatchObject({ refused: { reason: "wrong-content" } });
      expect(await send("acte.docx", "%PDF-")).toMatchObject({
        refused: { reason: "wrong-format" },
      });
      expect(await send("acte.pdf", "")).toMatchObject({ refused: { reason: "empty" } });
      const huge = { ...actFile(), size: actFileLimits.maxBytes + 1 };
      expect(await recordOn(school, applicationId, {}, huge)).toMatchObject({
        refused: { reason: "too-large" },
      });
      expect((await findStandingPieces(work.tx, applicationId)).act).toBeNull();
    }));

  it("counts for nothing once a virus is found in it, and who recorded it is told", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await started(work, { deliberation: "required" });
      await recordOn(school, applicationId, {}, actFile(), scannedStore);
      const { act } = await findStandingPieces(work.tx, applicationId);
      expect(act?.scan).toBe("waiting");
      const { sha256 } = actFile();
      await recordVerdict(work, sha256, { kind: "infected", signature: "Essai.Eicar" });
      const view = await formalActsView(
        school,
        scopeFor(school.actor, "application.read"),
        applicationId,
      );
      expect(view?.admissibility.missing.map(({ what }) => what)).toEqual([
        "deliberation-infected",
      ]);
      expect(view?.deliberation?.act?.to).toBeNull();
      const [mail] = await listMails(work.tx, 1);
      expect([mail?.kind, mail?.body]).toEqual([
        "proof.infected",
        expect.stringContaining("/actes"),
      ]);
      expect(await recordOn(school, applicationId, {}, null)).toMatchObject({ reason: "no-file" });
    }));
});

describe("whoever may not write it", () => {
  it("is told that there is no such page: a stranger, a section's holder, a campaign that asks none", () =>
    db.inWork(async (work) => {
      const { applicationId, school, uai } = await started(work, { deliberation: "required" });
      const stranger = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: "0120001A" },
      ]);
      expect(await recordOn({ ...work, actor: stranger }, applicationId)).toMatchObject({
        reason: "not-found",
      });
      const member = await insertActor(work, [
        { role: "school-member", scopeKind: "school", scopeCode: uai },
      ]);
      const some = writes(member).map((clause) => ({ ...clause, sections: ["pilotage"] }));
      const form = { date: day(0), numero: "1", issue: "adopted" } as const;
      const input = { applicationId, form, file: actFile() };
      expect(await recordAct({ ...work, actor: member }, some, input, looseStore)).toEqual({
        ok: false,
        reason: "not-found",
      });
      expect((await recordOn(school, applicationId)).ok).toBe(true);
    }));

  it("leaves a campaign that asks nothing as it was: no statement, no page, the former seal", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await started(work, undefined);
      const home = await homeOf(school, applicationId);
      expect(home?.admissibility).toBeNull();
      expect(await formalActsView(school, everywhere, applicationId)).toBeUndefined();
      expect(await recordOn(school, applicationId)).toMatchObject({ reason: "not-found" });
      await submit(school, applicationId);
      const sealed = await findLastSubmission(work.tx, applicationId);
      const snapshot = JSON.parse(sealed?.snapshot ?? "");
      expect(snapshot.schemaVersion).toBe(1);
      expect(snapshot).not.toHaveProperty("formalActs");
    }));
});

describe("an act that comes after the submission", () => {
  it("is awaited until its day, sealed beside the submission, and shown to the examiner", () =>
    db.inWork(async (work) => {
      const settings = { deliberation: "required", deliberationDueDays: 30 };
      const { applicationId, school } = await started(work, settings);
      expect((await submit(school, applicationId)).ok).toBe(true);
      const before = await findLastSubmission(work.tx, applicationId);
      const officer = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]);
      const examined = () =>
        examinationView({ ...work, actor: officer }, scopeFor(officer, "examination.read"), {
          slug,
          id: applicationId,
          correcting: null,
        });
      const waiting = (await examined())?.formal;
      expect(waiting?.admissibility.missing).toMatchObject([
        { what: "deliberation", isOverdue: false, link: null },
      ]);
      expect(await recordOn(school, applicationId, { issue: "rejected" })).toEqual({ ok: true });
      expect((await examined())?.formal?.admissibility.missing[0]?.what).toBe(
        "deliberation-rejected",
      );
      expect(await recordOn(school, applicationId, { numero: "2026-20" })).toEqual({ ok: true });
      const shown = (await examined())?.formal;
      expect([shown?.admissibility.isAdmissible, shown?.act?.number]).toEqual([true, "2026-20"]);
      const after = await findLastSubmission(work.tx, applicationId);
      expect([after?.id, after?.sha256]).toEqual([before?.id, before?.sha256]);
      const receipt = await receiptView(
        school,
        scopeFor(school.actor, "application.read"),
        applicationId,
      );
      expect(receipt?.isIntact).toBe(true);
      expect(receipt?.supplements?.map(({ number, isIntact }) => [number, isIntact])).toEqual([
        [1, true],
        [2, true],
      ]);
      expect(receipt?.supplements?.[1]?.formalActs.deliberation?.number).toBe("2026-20");
      // The act that was voted down is sealed too: its file stays readable.
      const first = receipt?.supplements?.[0]?.formalActs.deliberation?.id ?? "";
      expect(await findFormalAct(work.tx, everywhere, applicationId, first)).toBeDefined();
    }));
});

describe("fifty at once", () => {
  it("leave one act, and no more than one sealed one", async () => {
    const settings = { deliberation: "required", deliberationDueDays: 30 };
    const file = await db.committed(async (work) => {
      const made = await insertStarted(work, {
        rank: 70,
        campaign: { slug: "label-acte-50", formalActs: settings },
      });
      await submit({ ...work, actor: made.head }, made.applicationId);
      return made;
    });
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        db.committed((work) =>
          recordOn({ ...work, actor: file.head }, file.applicationId, { numero: `N-${index}` }),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter(
        (result) => !result.ok && result.reason === "act" && result.refusal === "sealed",
      ),
    ).toHaveLength(49);
    const day0 = parisDay(new Date());
    const pieces = await db.committed((work) => findStandingPieces(work.tx, file.applicationId));
    expect(pieces.act?.heldOn).toBe(day0);
  });
});
