import { describe, expect, it } from "vitest";
import { visitor } from "~/domain/access/actor";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { readFile } from "~/features/application-file/read-file.server";
import { decisionView } from "~/features/application-home/decision-view.server";
import { readResultsQuery } from "~/features/public-site/results-query";
import { resultsTable, resultsView } from "~/features/public-site/results-view.server";
import { publicationView } from "~/features/publish-decisions/publication-view.server";
import { publishDecisions } from "~/features/publish-decisions/publish-decisions.server";
import { juryFileView } from "~/features/run-jury/jury-file-view.server";
import { juryView } from "~/features/run-jury/jury-view.server";
import { proposeLevel } from "~/features/run-jury/propose-level.server";
import { listMails } from "~db/repositories/mails.server";
import { listLabelsOf } from "~db/repositories/school-directory.server";
import type { Work } from "~db/work.server";
import { insertExamined } from "~tests/factories/examined-file";
import {
  buildSmallCampaign,
  inDays,
  insertCampaignDocument,
} from "~tests/factories/small-campaign";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const slug = "appel-a-projets-publie";

/** A closed call for projects, scored but without levels, with two examined files. */
async function prepare(work: Work) {
  const campaign = await insertCampaignDocument(
    work,
    buildSmallCampaign({
      slug,
      kind: "call-for-projects",
      levels: [],
      calendar: { opensAt: inDays(-30), closesAt: inDays(-1) },
      decidingAuthorities: [{ id: "rectorat", title: "Rectrice", actKinds: ["arrete"] }],
    }),
  );
  const best = await insertExamined(work, campaign, { rank: 1 });
  const weak = await insertExamined(work, campaign, {
    rank: 2,
    answers: { projet: false, ent: false },
  });
  return { campaign, best, weak };
}

const propose = (work: Work, applicationId: string, level: number, reason = "") =>
  proposeLevel(work, everywhere, { applicationId, level, reason, version: 0 });

const acts = [
  {
    authorityId: "rectorat",
    signatory: "Anne Bisagne",
    kind: "arrete",
    number: "2026-14",
    signedOn: "2026-01-09",
  },
] as const;

async function decide(work: Work) {
  const prepared = await prepare(work);
  await propose(work, prepared.best.applicationId, 1);
  await propose(work, prepared.weak.applicationId, 0, "Dépense hors du champ de l’appel.");
  const published = await publishDecisions(work, everywhere, {
    slug,
    acts,
    confirmedTally: "1:1 0:1",
  });
  expect(published).toEqual({ ok: true, decided: 2, labelled: 0 });
  return prepared;
}

const query = () => {
  const reading = readResultsQuery(new URL("http://localhost/"));
  if (!reading.ok) throw new Error(reading.message);
  return reading.query;
};

describe("a call for projects, which has no levels", () => {
  it("is one ranking before the jury, each project to be retained or not", async () => {
    await db.inWork(async (work) => {
      const { best, weak } = await prepare(work);
      const session = await juryView(work, everywhere, slug);
      expect(session?.scale).toBe("retention");
      expect(session?.bands.map(({ band, files }) => [band, files.map(({ id }) => id)])).toEqual([
        ["ranked", [best.applicationId, weak.applicationId]],
      ]);
      const file = await juryFileView(work, everywhere, { slug, id: weak.applicationId });
      expect(file).toMatchObject({ rank: 2, outcomes: [1, 0], levels: [] });
    });
  });

  it("retains without a reason, and not without one; no level is to be had", async () => {
    await db.inWork(async (work) => {
      const { best, weak } = await prepare(work);
      expect(await propose(work, best.applicationId, 2)).toEqual({
        ok: false,
        reason: "unknown-level",
      });
      expect(await propose(work, best.applicationId, 1)).toEqual({ ok: true });
      expect(await propose(work, weak.applicationId, 0)).toEqual({
        ok: false,
        reason: "refusal-unexplained",
      });
      expect(await propose(work, weak.applicationId, 0, "Dossier hors sujet.")).toEqual({
        ok: true,
      });
      expect(await publicationView(work, everywhere, slug)).toMatchObject({
        scale: "retention",
        tally: "1:1 0:1",
        levels: [
          { level: 1, count: 1 },
          { level: 0, count: 1 },
        ],
      });
    });
  });

  it("is published with its words: mails, the applicant's page, and no label", async () => {
    await db.inWork(async (work) => {
      const { best, weak } = await decide(work);
      const mails = (await listMails(work.tx, 50)).filter(
        ({ kind }) => kind === "decision.published",
      );
      const bodyFor = (uai: string) =>
        mails.find(({ toAddress }) => toAddress.includes(uai.toLowerCase()))?.body;
      expect(bodyFor(best.uai)).toContain("Décision\u00a0: projet retenu.");
      expect(bodyFor(weak.uai)).toContain("Décision\u00a0: projet non retenu.");
      expect(bodyFor(weak.uai)).toContain("Motif du jury\u00a0: Dépense hors du champ de l’appel.");
      expect(mails.map(({ body }) => body).join()).not.toMatch(/accompagnement|niveau \d|valable/i);
      expect(await listLabelsOf(work.tx, best.uai)).toEqual([]);
      const own = { ...work, actor: weak.head };
      const file = await readFile(own, scopeFor(weak.head, "application.read"), weak.applicationId);
      expect(file && (await decisionView(own, file))).toMatchObject({
        scale: "retention",
        level: 0,
        reason: "Dépense hors du champ de l’appel.",
      });
    });
  });

  it("names the retained to anyone, and counts the others", async () => {
    await db.inWork(async (work) => {
      const { best } = await decide(work);
      const anyone = { ...work, actor: visitor };
      const view = await resultsView(anyone, slug, query());
      if (!view?.isPublished) throw new Error("Résultats attendus.");
      expect(view).toMatchObject({
        scale: "retention",
        counts: { levels: [{ level: 1, count: 1 }], support: 1 },
        departements: [{ code: "12", count: 1 }],
        total: 1,
      });
      expect(view.schools).toMatchObject([{ uai: best.uai, validUntil: null }]);
      const table = await resultsTable(anyone, slug, query());
      expect(table?.header).not.toContain("niveau");
      expect(table?.rows.map((row) => [row[0], row.at(-2)])).toEqual([[best.uai, "retenu"]]);
    });
  });
});
