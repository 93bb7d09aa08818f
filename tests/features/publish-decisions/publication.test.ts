import { describe, expect, it } from "vitest";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { publicationView } from "~/features/publish-decisions/publication-view.server";
import { publishDecisions } from "~/features/publish-decisions/publish-decisions.server";
import type { ActForm } from "~/features/publish-decisions/schemas";
import { proposeLevel } from "~/features/run-jury/propose-level.server";
import { findApplication } from "~db/repositories/applications.server";
import { findCampaign } from "~db/repositories/campaigns.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import { findPublication, listPublishedDecisions } from "~db/repositories/publications.server";
import type { Work } from "~db/work.server";
import { insertExamined } from "~tests/factories/examined-file";
import { insertActor } from "~tests/factories/person";
import {
  buildSmallCampaign,
  inDays,
  insertCampaignDocument,
} from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { insertSubmitted, type Submitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const slug = "label-publie";
const now = new Date();

const document = (overrides: Record<string, unknown> = {}) =>
  buildSmallCampaign({
    slug,
    labelValidityYears: 2,
    calendar: { opensAt: inDays(-30), closesAt: inDays(-1) },
    decidingAuthorities: [
      {
        id: "rectorat",
        title: "Rectrice de l’académie de Toulouse",
        actKinds: ["arrete"],
        appliesTo: { academies: ["16"] },
      },
      {
        id: "region",
        title: "Présidente de la Région Occitanie",
        actKinds: ["arrete", "deliberation"],
      },
      {
        id: "draaf",
        title: "Directeur de la DRAAF Occitanie",
        actKinds: ["arrete"],
        appliesTo: { ministries: ["agriculture"] },
      },
    ],
    ...overrides,
  });

const acts: readonly ActForm[] = [
  {
    authorityId: "rectorat",
    signatory: "Anne Bisagne",
    kind: "arrete",
    number: "2026-14",
    signedOn: "2026-01-09",
  },
  {
    authorityId: "region",
    signatory: "Carole Vidal",
    kind: "deliberation",
    number: "CP/2026-03",
    signedOn: "2026-01-08",
  },
];

type Prepared = {
  readonly campaignId: string;
  readonly labelled: Submitted;
  readonly supported: Submitted;
  readonly waiting: string | null;
};

/** Two files with a proposal: level 2, and support with its reason; `isReady` false adds a third. */
async function prepare(work: Work, { isReady = true, overrides = {} } = {}): Promise<Prepared> {
  const campaign = await insertCampaignDocument(work, document(overrides));
  const labelled = await insertExamined(work, campaign, { rank: 1 });
  const supported = await insertExamined(work, campaign, { rank: 2 });
  const waiting = isReady ? null : await insertSubmitted(work, campaign, { rank: 3 });
  const levels = [
    { applicationId: labelled.applicationId, level: 2, reason: "" },
    { applicationId: supported.applicationId, level: 0, reason: "Projet trop ancien." },
  ];
  for (const proposal of levels) {
    const proposed = await proposeLevel(work, everywhere, { ...proposal, version: 0 });
    if (!proposed.ok) throw new Error(`Proposition d’essai refusée : ${proposed.reason}`);
  }
  return {
    campaignId: campaign.id,
    labelled,
    supported,
    waiting: waiting?.applicationId ?? null,
  };
}

const publish = (work: Work, more: { acts?: readonly ActForm[]; confirmedTally?: string } = {}) =>
  publishDecisions(work, everywhere, { slug, acts, confirmedTally: "2:1 0:1", ...more });

describe("publishing decisions", () => {
  it("decides every file at once: acts, labels, statuses, journal, mails, public results", async () => {
    await db.inWork(
      async (work) => {
        const { campaignId, labelled, supported } = await prepare(work);
        const draft = await insertStarted(work, { rank: 8, campaign: { slug: "brouillons" } });
        expect(await listPublishedDecisions(work.tx, campaignId)).toEqual([]);
        expect(await publish(work)).toEqual({ ok: true, decided: 2, labelled: 1 });

        const stored = await findPublication(work.tx, campaignId);
        expect(stored?.acts).toMatchObject([
          { authorityId: "rectorat", number: "2026-14", signedOn: "2026-01-09" },
          { authorityId: "region", kind: "deliberation", signatory: "Carole Vidal" },
        ]);
        expect((await findCampaign(work.tx, campaignId))?.publishedAt).toEqual(work.now);
        for (const { applicationId } of [labelled, supported]) {
          const file = await findApplication(work.tx, everywhere, applicationId);
          expect(file?.application.status).toBe("decided");
        }
        const untouched = await findApplication(work.tx, everywhere, draft.applicationId);
        expect(untouched?.application.status).toBe("draft");

        const year = Number(
          work.now.toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" }).slice(0, 4),
        );
        expect(await listPublishedDecisions(work.tx, campaignId)).toMatchObject([
          {
            uai: labelled.uai,
            communeName: "Millau",
            departementCode: "12",
            level: 2,
            validUntil: `${year + 2}-08-31`,
          },
          { uai: supported.uai, level: 0, validUntil: null },
        ]);
        const journal = await listJournal(work.tx, { kind: "campaign", id: campaignId });
        expect(journal.at(-1)).toMatchObject({ action: "decisions.published" });

        const mails = (await listMails(work.tx, 50)).filter(
          ({ kind }) => kind === "decision.published",
        );
        expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([
          `direction-${labelled.uai.toLowerCase()}@exemple.fr`,
          `direction-${supported.uai.toLowerCase()}@exemple.fr`,
        ]);
        const refusal = mails.find(({ toAddress }) =>
          toAddress.includes(supported.uai.toLowerCase()),
        );
        expect(refusal?.body).toContain("Décision\u00a0: accompagnement");
        expect(refusal?.body).toContain("Motif du jury\u00a0: Projet trop ancien.");
        expect(refusal?.body).toContain("délibération n° CP/2026-03 du 8\u00a0janvier 2026");
        expect(refusal?.body).toContain(`/campagnes/${slug}/resultats`);
      },
      undefined,
      now,
    );
  });

  it("refuses whole, and writes nothing, when something is missing", async () => {
    await db.inWork(async (work) => {
      const { campaignId } = await prepare(work);
      const noAct = acts.slice(0, 1);
      expect(await publish(work, { acts: noAct })).toEqual({ ok: false, reason: "acts-faulty" });
      expect(await publish(work, { confirmedTally: "2:2" })).toEqual({
        ok: false,
        reason: "changed",
      });
      expect(await findPublication(work.tx, campaignId)).toBeUndefined();
      expect(await publish(work)).toMatchObject({ ok: true });
      expect(await publish(work)).toEqual({ ok: false, reason: "already-published" });
    });
  });

  it("refuses while a file lacks a proposal, and names it", async () => {
    await db.inWork(async (work) => {
      const { waiting } = await prepare(work, { isReady: false });
      expect(await publish(work)).toEqual({ ok: false, reason: "files-not-ready" });
      const view = await publicationView(work, everywhere, slug);
      expect(view).toMatchObject({
        refusal: "files-not-ready",
        total: 3,
        blocking: [{ id: waiting, obstacle: "not-examined" }],
      });
    });
  });

  it("refuses while the campaign is open, until its closing second included", async () => {
    const closesAt = inDays(0);
    const calendar = { opensAt: inDays(-30), closesAt };
    await db.inWork(async (work) => {
      const { campaignId } = await prepare(work, { overrides: { calendar } });
      const closing = (await findCampaign(work.tx, campaignId))?.closesAt ?? new Date(0);
      const at = (milliseconds: number) => ({
        ...work,
        now: new Date(closing.getTime() + milliseconds),
      });
      expect(await publish(at(-1))).toEqual({ ok: false, reason: "campaign-open" });
      expect(await publish(at(999))).toEqual({ ok: false, reason: "campaign-open" });
      expect(await publish(at(1000))).toMatchObject({ ok: true });
    });
  });

  it("is only for those whose scope reaches the campaign", async () => {
    await db.inWork(async (work) => {
      await prepare(work);
      const stranger = await insertActor(work, [
        { role: "drane-officer", scopeKind: "academic-region", scopeCode: "84" },
      ]);
      const scope = scopeFor(stranger, "decision.publish");
      const refused = await publishDecisions(work, scope, {
        slug,
        acts,
        confirmedTally: "2:1 0:1",
      });
      expect(refused).toEqual({ ok: false, reason: "not-found" });
      expect(await publicationView(work, scope, slug)).toBeUndefined();
    });
  });

  it("passes exactly once among fifty at the same time", async () => {
    const prepared = await db.committed((work) => prepare(work));
    const results = await Promise.all(
      Array.from({ length: 50 }, () => db.committed((work) => publish(work))),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.reason]));
    expect(new Set(refusals)).toEqual(new Set(["already-published"]));
    await db.committed(async (work) => {
      expect(await listPublishedDecisions(work.tx, prepared.campaignId)).toHaveLength(2);
      const mails = await listMails(work.tx, 100);
      expect(mails.filter(({ kind }) => kind === "decision.published")).toHaveLength(2);
    });
  });
});
