import { describe, expect, it } from "vitest";
import { areMailsKept, readEnvironment } from "~/env.server";
import { importCampaign } from "~/features/campaigns/import-campaign.server";
import { campaignView } from "~/features/public-site/campaign-view.server";
import { gridView } from "~/features/public-site/grid-view.server";
import { homeView } from "~/features/public-site/home-view.server";
import { personalDataView } from "~/features/public-site/legal-view.server";
import { bodyParts } from "~/features/public-site/mail-body";
import { readResultsQuery } from "~/features/public-site/results-query";
import { resultsTable, resultsView } from "~/features/public-site/results-view.server";
import { insertLabels, listPublicationFiles } from "~db/repositories/publications.server";
import { seedPublishedFigures } from "~db/seed/indicators";
import type { Work } from "~db/work.server";
import { insertPublishedCampaign } from "~tests/factories/published-campaign";
import { insertSchool } from "~tests/factories/school";
import {
  buildCommuneCampaign,
  buildSmallCampaign,
  inDays,
  insertCampaignDocument,
} from "~tests/factories/small-campaign";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
const slug = "label-lycee-numerique-2026";

function query(search = "") {
  const reading = readResultsQuery(new URL(`http://localhost/${search}`));
  if (!reading.ok) throw new Error(reading.message);
  return reading.query;
}

async function publishLabels(work: Work) {
  const { campaign } = await insertPublishedCampaign(work, [
    { level: 3, name: "Lycée Évariste-Rouquette" },
    { level: 1, name: "Lycée =CMD()" },
    { level: 0, name: "Lycée accompagné" },
  ]);
  const files = await listPublicationFiles(work.tx, campaign.id);
  await insertLabels(
    work.tx,
    files.flatMap((file) =>
      file.schools.flatMap(({ unit: { uai, name } }) =>
        name === "Lycée accompagné"
          ? []
          : [
              {
                uai,
                campaignId: campaign.id,
                applicationId: file.id,
                level: name.includes("Évariste") ? 3 : 1,
                validFrom: "2026-06-01",
                validUntil: "2029-05-31",
              },
            ],
      ),
    ),
  );
  return campaign;
}

describe("results", () => {
  it("names labelled schools once published, and counts the supported ones without a name", async () => {
    await db.inWork(async (work) => {
      await publishLabels(work);
      const view = await resultsView(work, slug, query("?tri=niveau&sens=decroissant"));
      if (!view?.isPublished) throw new Error("Résultats attendus.");
      expect(view.schools.map(({ name, level }) => [name, level])).toEqual([
        ["Lycée Évariste-Rouquette", 3],
        ["Lycée =CMD()", 1],
      ]);
      expect(view.counts).toEqual({
        levels: [
          { level: 1, count: 1 },
          { level: 2, count: 0 },
          { level: 3, count: 1 },
        ],
        support: 1,
      });
      expect(JSON.stringify(view)).not.toContain("accompagné");
    });
  });

  it.each([
    ["?q=evariste", ["Lycée Évariste-Rouquette"]],
    ["?q=ROUQUETTE&departement=12&niveau=3", ["Lycée Évariste-Rouquette"]],
    ["?q=rouquette+lycee", ["Lycée Évariste-Rouquette"]],
    ["?q=%25", []],
    ["?departement=46", []],
    ["?niveau=1", ["Lycée =CMD()"]],
    ["?page=2", []],
  ])("searches and filters %s", async (search, names) => {
    await db.inWork(async (work) => {
      await publishLabels(work);
      const view = await resultsView(work, slug, query(search));
      expect(view?.isPublished && view.schools.map(({ name }) => name)).toEqual(names);
      const table = await resultsTable(work, slug, query(search === "?page=2" ? "" : search));
      expect(table?.rows).toHaveLength(search === "?page=2" ? 2 : names.length);
    });
  });

  it.each(["sacre coeur", "SACRÉ-CŒUR", "l'isle coeur"])(
    "folds « %s » as every other search does",
    async (words) => {
      await db.inWork(async (work) => {
        const campaign = await publishLabels(work);
        const [file] = await listPublicationFiles(work.tx, campaign.id);
        await work.tx.execute(
          sql`update directory_units set name = 'Lycée du Sacré-Cœur de L’Isle' where uai = ${file?.schools[0]?.unit.uai}`,
        );
        const view = await resultsView(work, slug, query(`?q=${encodeURIComponent(words)}`));
        expect(view?.isPublished && view.schools).toHaveLength(1);
      });
    },
  );

  it("shows only a date before publication, and no file", async () => {
    await db.inWork(async (work) => {
      const calendar = { opensAt: inDays(-1), closesAt: inDays(15), publishesAt: inDays(30) };
      await insertCampaignDocument(work, buildSmallCampaign({ calendar }));
      const view = await resultsView(work, slug, query());
      expect(view).toMatchObject({ isPublished: false });
      expect(view && !view.isPublished && view.expected).toMatch(
        /^Les décisions sont attendues le /,
      );
      expect(await resultsTable(work, slug, query())).toBeUndefined();
    });
  });

  it.each(["?page=0", "?page=abc", "?niveau=4", "?departement=99", "?tri=x", "?sens=x"])(
    "refuses the address %s with a sentence",
    (search) => {
      const reading = readResultsQuery(new URL(`http://localhost/${search}`));
      expect(reading.ok).toBe(false);
      expect(!reading.ok && reading.message).toMatch(/\.$/);
    },
  );
});

describe("campaign and grid", () => {
  it("phrases the grid from what the evaluator applies", async () => {
    await db.inWork(async (work) => {
      await insertCampaignDocument(work, buildSmallCampaign());
      const grid = await gridView(work, slug);
      expect(grid?.levels[1]?.gates.map(({ words }) => words)).toEqual([
        "Au moins 80\u00a0points sur 100 au score global.",
        "Au moins 60\u00a0points sur 100 sur chaque axe.",
      ]);
      const [projet, resume] = grid?.sections[0]?.questions ?? [];
      expect(projet).toMatchObject({
        number: "1.1",
        points: 4,
        axis: "Pilotage",
        rule: ["Oui\u00a0: 4\u00a0points", "Non\u00a0: 0\u00a0point"],
      });
      expect(resume).toMatchObject({ points: null, isConditional: true });
      expect(grid?.axes.map(({ share, points }) => [share, points])).toEqual([
        [0.4, 4],
        [0.6, 4],
      ]);
    });
  });

  it("says for whom, who signs and who answers for personal data", async () => {
    await db.inWork(async (work) => {
      await insertCampaignDocument(work, buildCommuneCampaign());
      const view = await campaignView(work, "ecoles-rurales-2026");
      expect(view?.perimeter).toContain("Dans une commune de 30\u00a0000\u00a0habitants au plus");
      expect(view?.applicants).toEqual([
        "La candidature est signée et transmise par le maire ou le président de l’intercommunalité.",
        "Le directeur de l’école doit aussi signer, pour chaque établissement.",
        "L’inspecteur de l’éducation nationale de la circonscription doit aussi signer.",
        "Une même candidature peut porter sur plusieurs établissements.",
      ]);
      expect(view?.controllers).toEqual([
        { name: "Région Occitanie", role: null, dpoName: null, dpoEmail: "dpd@exemple.fr" },
      ]);
      expect((await personalDataView(work)).controllers[0]?.campaigns).toEqual([
        "L@bel lycée numérique 2026".replace("L@bel lycée numérique", "Écoles numériques rurales"),
      ]);
    });
  });

  it("shows nothing of a campaign that is not announced", async () => {
    await db.inWork(async (work) => {
      const imported = await importCampaign(work, buildSmallCampaign());
      expect(imported.ok).toBe(true);
      expect(await campaignView(work, slug)).toBeUndefined();
      expect(await gridView(work, slug)).toBeUndefined();
      expect(await resultsView(work, slug, query())).toBeUndefined();
      expect((await homeView(work)).campaign).toBeNull();
    });
  });
});

describe("home", () => {
  it("reads its figures from the base, and tells none that is not there", async () => {
    await db.inWork(async (work) => {
      expect((await homeView(work)).figures).toEqual([]);
      await seedPublishedFigures(work);
      const { figures } = await homeView(work);
      expect(
        figures.map(({ value, numerator, denominator, companion }) => [
          value,
          numerator,
          denominator,
          companion,
        ]),
      ).toEqual([
        [115, null, null, 35_000],
        [72, null, null, null],
        [(211 * 100) / 223, 211, 223, null],
        [22.5, 535, null, null],
      ]);
    });
  });

  it("puts forward the newest open campaign and where the label stands", async () => {
    await db.inWork(async (work) => {
      await insertSchool(work);
      await insertCampaignDocument(
        work,
        buildSmallCampaign({ calendar: { opensAt: inDays(-9), closesAt: inDays(9) } }),
      );
      await insertCampaignDocument(work, buildCommuneCampaign());
      const view = await homeView(work);
      expect(view.campaign).toMatchObject({ slug: "ecoles-rurales-2026", phase: "open" });
      expect(view.others.map((other) => other.slug)).toEqual([slug]);
      expect(view.label?.slug).toBe(slug);
      expect(view.share?.total).toMatchObject({ numerator: 0, denominator: 1, value: 0 });
      expect(view.submittedCount).toBeNull();
    });
  });
});

describe("mailbox", () => {
  it("keeps the mails of a demonstration, and of development without a mail server", () => {
    const open = (source: NodeJS.ProcessEnv) => areMailsKept(readEnvironment(source));
    expect(open({ NODE_ENV: "production", DEMO: "1" })).toBe(true);
    expect(open({ NODE_ENV: "development" })).toBe(true);
    expect(open({ NODE_ENV: "production" })).toBe(false);
    expect(open({ NODE_ENV: "production", DEMO: "1", SMTP_URL: "smtp://x" })).toBe(true);
    expect(open({ NODE_ENV: "development", SMTP_URL: "smtp://x" })).toBe(false);
  });
  it("is refused in French when the environment is not understood", () => {
    const read = () => readEnvironment({ NODE_ENV: "test", LOG_LEVEL: "bavard" });
    expect(read).toThrow(/^Environnement refusé\. LOG_LEVEL : valeur attendue/);
  });
  it("makes links of web addresses only, without the full stop that follows", () => {
    expect(bodyParts("Ouvrez http://a.example/b?c=1. Pas javascript:alert(1)")).toEqual([
      { at: 0, text: "Ouvrez " },
      { at: 7, text: "http://a.example/b?c=1", href: "http://a.example/b?c=1" },
      { at: 29, text: ". Pas javascript:alert(1)" },
    ]);
  });
});
