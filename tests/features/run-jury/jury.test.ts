import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { juryFileView } from "~/features/run-jury/jury-file-view.server";
import { juryCampaignsView, juryView } from "~/features/run-jury/jury-view.server";
import { proposeLevel } from "~/features/run-jury/propose-level.server";
import { listJournal } from "~db/repositories/journal.server";
import { findProposal } from "~db/repositories/jury.server";
import type { Work } from "~db/work.server";
import { insertExamined } from "~tests/factories/examined-file";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertSubmitted, type Submitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const slug = "label-lycee-numerique-2026";

type Session = {
  /** The chair's unit of work. */
  readonly work: Work;
  readonly files: readonly Submitted[];
};

/** Three examined files (100, 55 and 15 points), one still submitted, and the chair of the jury. */
async function inSession(task: (session: Session) => Promise<void>): Promise<void> {
  await db.inWork(async (work) => {
    const campaign = await insertCampaignDocument(work, buildSmallCampaign());
    const answers = [
      { projet: true, ent: true },
      { projet: true, ent: false },
      { projet: false, ent: false },
    ];
    const files: Submitted[] = [];
    for (const [index, given] of answers.entries()) {
      files.push(await insertExamined(work, campaign, { rank: index + 1, answers: given }));
    }
    await insertSubmitted(work, campaign, { rank: 9 });
    const chair = await insertActor(work, [
      {
        role: "jury-chair",
        scopeKind: "academic-region",
        scopeCode: "76",
        campaignId: campaign.id,
      },
    ]);
    await task({ work: { ...work, actor: chair }, files });
  });
}

const propose = (
  { work }: Session,
  file: Submitted | undefined,
  level: number,
  more: { reason?: string; version?: number } = {},
) =>
  proposeLevel(work, scopeFor(work.actor, "jury.propose"), {
    applicationId: file?.applicationId ?? "",
    level,
    reason: more.reason ?? "",
    version: more.version ?? 0,
  });

describe("the jury's session", () => {
  it("ranks examined files in their bands and counts proposals", async () => {
    await inSession(async (session) => {
      const { work, files } = session;
      const scope = scopeFor(work.actor, "jury.read");
      const before = await juryView(work, scope, slug);
      expect(
        before?.bands.map(({ band, files: ranked }) => [band, ranked.map((file) => file.score)]),
      ).toEqual([
        ["clear", [100, 55]],
        ["to-discuss", []],
        ["below", [15]],
      ]);
      expect(before).toMatchObject({ total: 3, proposed: 0, canPropose: true, canPublish: false });
      expect(before?.nextId).toBe(files[0]?.applicationId);
      await propose(session, files[0], 2);
      const after = await juryView(work, scope, slug);
      expect(after).toMatchObject({ proposed: 1, nextId: files[1]?.applicationId });
      expect((await juryCampaignsView(work, scope)).campaigns).toMatchObject([
        { slug, files: 3, proposed: 1, isPublished: false },
      ]);
    });
  });

  it("shows a file with both scores, its opinion and the next one to decide", async () => {
    await inSession(async ({ work, files }) => {
      const scope = scopeFor(work.actor, "jury.read");
      const id = files[1]?.applicationId ?? "";
      const view = await juryFileView(work, scope, { slug, id });
      expect(view).toMatchObject({
        rank: 2,
        band: "clear",
        declared: { score: 55, level: 1 },
        examined: { score: 55, level: 1 },
        opinion: "Dossier complet.",
        outcomes: [2, 1, 0],
        answersTo: null,
        followingId: files[2]?.applicationId,
      });
    });
  });

  it("lets jurors read and not propose", async () => {
    await inSession(async ({ work, files }) => {
      const juror = await insertActor(work, [
        { role: "juror", scopeKind: "academic-region", scopeCode: "76" },
      ]);
      const scope = scopeFor(juror, "jury.read");
      const own = { ...work, actor: juror };
      expect((await juryView(own, scope, slug))?.canPropose).toBe(false);
      expect(scopeFor(juror, "jury.propose")).toEqual([]);
      const id = files[0]?.applicationId ?? "";
      expect((await juryFileView(own, scope, { slug, id }))?.session.canPropose).toBe(false);
    });
  });

  it("shows nothing of a file out of the jury's scope", async () => {
    await inSession(async ({ work, files }) => {
      const elsewhere = await insertActor(work, [
        { role: "jury-chair", scopeKind: "academie", scopeCode: "10" },
      ]);
      const scope = scopeFor(elsewhere, "jury.read");
      expect((await juryView(work, scope, slug))?.total).toBe(0);
      const id = files[0]?.applicationId ?? "";
      expect(await juryFileView(work, scope, { slug, id })).toBeUndefined();
      const refused = await proposeLevel(work, scope, {
        applicationId: id,
        level: 2,
        reason: "",
        version: 0,
      });
      expect(refused).toEqual({ ok: false, reason: "not-found" });
    });
  });
});

describe("proposing a level", () => {
  it("asks for a reason when it differs from the computed level", async () => {
    await inSession(async (session) => {
      const [best] = session.files;
      expect(await propose(session, best, 1)).toEqual({ ok: false, reason: "reason-required" });
      expect(await propose(session, best, 3, { reason: "Hors grille." })).toEqual({
        ok: false,
        reason: "unknown-level",
      });
      expect(await propose(session, best, 0, { reason: "Projet abandonné." })).toEqual({
        ok: true,
      });
      const proposal = await findProposal(session.work.tx, best?.applicationId ?? "");
      expect(proposal).toMatchObject({ level: 0, reason: "Projet abandonné.", version: 1 });
      const journal = await listJournal(session.work.tx, {
        kind: "application",
        id: best?.applicationId ?? "",
      });
      expect(journal.at(-1)).toMatchObject({
        action: "jury.proposed",
        after: { level: 0, computedLevel: 2 },
      });
    });
  });

  it("is changed from the version that was read only", async () => {
    await inSession(async (session) => {
      const [best] = session.files;
      expect(await propose(session, best, 2)).toEqual({ ok: true });
      expect(await propose(session, best, 2)).toEqual({ ok: false, reason: "stale" });
      expect(await propose(session, best, 1, { version: 1, reason: "Relu." })).toEqual({
        ok: true,
      });
      const proposal = await findProposal(session.work.tx, best?.applicationId ?? "");
      expect(proposal).toMatchObject({ level: 1, version: 2 });
    });
  });

  it("waits for the examination to close", async () => {
    await inSession(async (session) => {
      const campaign = await insertCampaignDocument(
        session.work,
        buildSmallCampaign({ slug: "autre" }),
      );
      const submitted = await insertSubmitted(session.work, campaign, { rank: 30 });
      const refused = await proposeLevel(
        session.work,
        [{ scopeKind: "everything", scopeCode: "", campaignId: null, organisationId: null }],
        { applicationId: submitted.applicationId, level: 1, reason: "", version: 0 },
      );
      expect(refused).toEqual({ ok: false, reason: "not-examined" });
    });
  });
});
