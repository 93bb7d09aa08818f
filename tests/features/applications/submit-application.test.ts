import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { evaluateFile } from "~/features/application-file/read-file.server";
import { sealOf } from "~/features/submit-application/build-submission.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { writeSubmission } from "~/features/submit-application/write-submission.server";
import {
  findApplication,
  findLastSubmission,
  updateApplication,
} from "~db/repositories/applications.server";
import { findCampaignBySlug, updateCampaign } from "~db/repositories/campaigns.server";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import { insertProof } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { inDays } from "~tests/factories/small-campaign";
import { completeAnswers, insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

const submit = (work: Work, actor: Actor, applicationId: string, declared = true) =>
  submitApplication({ ...work, actor }, scopeFor(actor, "application.submit"), {
    applicationId,
    declared,
  });

const fileOf = (work: Work, actor: Actor, id: string) =>
  findApplication(work.tx, scopeFor(actor, "application.read"), id);

describe("submitting an application", () => {
  it("seals one snapshot, numbers the receipt, journals and writes the mails", async () => {
    const { result, file, journal, mails } = await db.inWork(async (work) => {
      const { applicationId, head, uai } = await insertStarted(work);
      await insertActor(work, [{ role: "acting-head", scopeKind: "school", scopeCode: uai }], {
        email: "interim@exemple.fr",
      });
      await keepContentRow(work.tx, "a".repeat(64), { isScanned: false, at: work.now });
      await insertProof(work.tx, {
        applicationId,
        questionId: "acte",
        name: "projet.pdf",
        mediaType: "application/pdf",
        size: 1200,
        sha256: "a".repeat(64),
        addedBy: head.personId,
      });
      return {
        result: await submit(work, head, applicationId),
        file: await fileOf(work, head, applicationId),
        journal: await listJournal(work.tx, { kind: "application", id: applicationId }),
        mails: await listMails(work.tx, 10),
      };
    });
    expect(result).toMatchObject({ ok: true, isNew: true });
    if (!result.ok) return;
    const { submission } = result;
    expect(submission.receiptNumber).toBe("LLN-2026-0001");
    expect(sealOf(submission.snapshot)).toBe(submission.sha256);
    const snapshot = JSON.parse(submission.snapshot);
    expect(snapshot).toMatchObject({
      receiptNumber: "LLN-2026-0001",
      submittedAt: submission.submittedAt.toISOString(),
      campaign: { slug: "label-lycee-numerique-2026", revision: 1 },
      submitter: { role: "head" },
      answers: completeAnswers,
      proofs: [{ questionId: "acte", sha256: "a".repeat(64) }],
      evaluation: { score: 100, level: 2, weakestAxis: "pilotage" },
    });
    expect(snapshot.schools).toMatchObject([
      { kind: "lycee", pupils: { seconde: { value: 350 } } },
    ]);
    expect(file?.application).toMatchObject({
      status: "submitted",
      declaredScore: 100,
      declaredLevel: 2,
    });
    expect(journal.map((line) => line.action)).toEqual(["application.submitted"]);
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail.body).toContain("LLN-2026-0001");
      expect(mail.body).toContain(submission.sha256);
      expect(mail.body).toMatch(/\d+\u00a0h\u00a0\d{2}\u00a0min\u00a0\d{2}\u00a0s/);
    }
  });

  it("leaves out of the snapshot what is hidden", async () => {
    const snapshot = await db.inWork(async (work) => {
      const answers = { projet: false, resume: "Réponse devenue cachée", ent: true };
      const { applicationId, head } = await insertStarted(work, { answers });
      const result = await submit(work, head, applicationId);
      return result.ok ? JSON.parse(result.submission.snapshot) : result;
    });
    expect(snapshot.answers).toEqual({ projet: false, ent: true });
  });

  it("gives the same receipt the second time", async () => {
    const { first, second, mails } = await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work);
      return {
        first: await submit(work, head, applicationId),
        second: await submit(work, head, applicationId, false),
        mails: (await listMails(work.tx, 10)).length,
      };
    });
    expect(first).toMatchObject({ ok: true, isNew: true });
    expect(second).toMatchObject({ ok: true, isNew: false });
    expect(first.ok && second.ok && second.submission.id === first.submission.id).toBe(true);
    expect(mails).toBe(1);
  });

  it.each([
    ["an answer is missing", { projet: true, ent: true }, true, ["incomplete"]],
    ["an answer is faulty", { ...completeAnswers, ent: "peut-être" }, true, ["incomplete"]],
    ["it is not declared", completeAnswers, false, ["not-declared"]],
    ["both", {}, false, ["incomplete", "not-declared"]],
  ] as const)("is refused when %s", async (_case, answers, declared, blockers) => {
    const { result, status } = await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work, { answers });
      return {
        result: await submit(work, head, applicationId, declared),
        status: (await fileOf(work, head, applicationId))?.application.status,
      };
    });
    expect(result).toEqual({ ok: false, reason: blockers[0], blockers });
    expect(status).toBe("draft");
  });

  it("is refused to a role that the campaign does not name, and unseen out of scope", async () => {
    const { delegate, stranger } = await db.inWork(async (work) => {
      const { applicationId, uai } = await insertStarted(work);
      const held = { scopeKind: "school", role: "delegate" } as const;
      const other = { scopeKind: "school", role: "head", scopeCode: "0000000A" } as const;
      return {
        delegate: await submit(
          work,
          await insertActor(work, [{ ...held, scopeCode: uai }]),
          applicationId,
        ),
        stranger: await submit(work, await insertActor(work, [other]), applicationId),
      };
    });
    expect(delegate).toMatchObject({ ok: false, reason: "not-legal-applicant" });
    expect(stranger).toEqual({ ok: false, reason: "not-found" });
  });

  it("is refused once withdrawn", async () => {
    const result = await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work);
      await updateApplication(work.tx, applicationId, {
        status: "withdrawn",
        submittedAt: work.now,
      });
      return submit(work, head, applicationId);
    });
    expect(result).toMatchObject({ ok: false, reason: "withdrawn" });
  });
});

describe("the deadline, by the database's clock", () => {
  const now = Date.now();
  it.each([
    ["an hour before it", 3_600_000, true],
    ["in the very second that it names", -100, true],
    ["a second and more after it", -2_500, false],
    ["an hour after it", -3_600_000, false],
  ])("decides %s", async (_case, offset, isTaken) => {
    const result = await db.inWork(
      async (work) => {
        const { applicationId, head } = await insertStarted(work);
        const row = await findCampaignBySlug(work.tx, "label-lycee-numerique-2026");
        if (!row) throw new Error("Campagne d’essai absente.");
        await updateCampaign(work.tx, row, { closesAt: new Date(Date.now() + offset) });
        return submit(work, head, applicationId);
      },
      undefined,
      // A page that was read long ago, or a server whose clock is wrong, changes nothing.
      new Date(now - 86_400_000),
    );
    expect(result.ok).toBe(isTaken);
    if (!result.ok) expect(result.reason).toBe("deadline-passed");
  });

  it("refuses before the opening and in a campaign that is not announced", async () => {
    const results = await db.inWork(async (work) => {
      const calendar = { opensAt: inDays(1), closesAt: inDays(9) };
      const early = await insertStarted(work, { campaign: { calendar } });
      const first = await submit(work, early.head, early.applicationId);
      const row = await findCampaignBySlug(work.tx, "label-lycee-numerique-2026");
      if (!row) throw new Error("Campagne d’essai absente.");
      await updateCampaign(work.tx, row, { isAnnounced: false });
      return [first, await submit(work, early.head, early.applicationId)];
    });
    expect(results).toMatchObject([
      { ok: false, reason: "not-open-yet" },
      { ok: false, reason: "campaign-not-open" },
    ]);
  });
});

describe("receipts", () => {
  it("are numbered in turn, and fifty submissions at once make one", async () => {
    const first = await db.committed((work) => insertStarted(work, { rank: 21 }));
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) => submit(work, first.head, first.applicationId)),
      ),
    );
    expect(results.filter((result) => result.ok && result.isNew)).toHaveLength(1);
    const numbers = results.map((result) => (result.ok ? result.submission.receiptNumber : ""));
    expect(new Set(numbers)).toEqual(new Set(["LLN-2026-0001"]));
    const next = await db.inWork(async (work) => {
      const campaign = { slug: "livre-et-lecture-numeriques-2026" };
      const sibling = await insertStarted(work, { rank: 22, campaign });
      const same = await insertStarted(work, {
        rank: 23,
        campaign: { slug: "label-lycee-nouveau-2026" },
      });
      return [
        await submit(work, sibling.head, sibling.applicationId),
        await submit(work, same.head, same.applicationId),
      ].map((result) => result.ok && result.submission.receiptNumber);
    });
    expect(next).toEqual(["LELN-2026-0001", "LLN-2026-0002"]);
  });

  it("of a past campaign are made by the same code at a past instant", async () => {
    const submission = await db.inWork(async (work) => {
      const campaign = { slug: "label-lycee-numerique-2025" };
      const { applicationId, head } = await insertStarted(work, { campaign });
      const file = await fileOf(work, head, applicationId);
      if (!file) throw new Error("Candidature d’essai absente.");
      await writeSubmission(work, await evaluateFile(work, file), {
        submitter: { id: head.personId, name: head.name, role: "head" },
        instant: new Date("2025-03-14T16:12:09.250Z"),
      });
      return findLastSubmission(work.tx, applicationId);
    });
    expect(submission?.submittedAt.toISOString()).toBe("2025-03-14T16:12:09.250Z");
    expect(JSON.parse(submission?.snapshot ?? "{}").submittedAt).toBe("2025-03-14T16:12:09.250Z");
  });
});
