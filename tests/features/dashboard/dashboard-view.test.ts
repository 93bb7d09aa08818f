import { describe, expect, it } from "vitest";
import { dashboardTable } from "~/features/dashboard/dashboard-table";
import { dashboardView } from "~/features/dashboard/dashboard-view.server";
import { readDashboardQuery } from "~/features/dashboard/query";
import { insertApplication } from "~db/repositories/applications.server";
import { insertLabels, listPublicationFiles } from "~db/repositories/publications.server";
import { seedPublishedFigures } from "~db/seed/indicators";
import type { Work } from "~db/work.server";
import { insertPublishedCampaign } from "~tests/factories/published-campaign";
import { insertSchool } from "~tests/factories/school";
import {
  buildSmallCampaign,
  inDays,
  insertCampaignDocument,
} from "~tests/factories/small-campaign";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

async function view(work: Work, search: string) {
  const reading = readDashboardQuery(new URL(`http://localhost/tableau-de-bord${search}`));
  if (!reading.ok) throw new Error(reading.message);
  const found = await dashboardView(work, reading.query);
  if (!found) throw new Error("Rien à montrer.");
  return found;
}

const rowOf = (found: Awaited<ReturnType<typeof view>>, code: string) =>
  found.rows.find((row) => row.code === code);

const gard = { communeCode: "30007", departementCode: "30", academieCode: "11" };

/** Two lycées of Aveyron, one of Gard, a private one and a closed one that never count. */
async function insertFiveSchools(work: Work) {
  const [first, second, third, hidden] = [
    await insertSchool(work, { rank: 1 }),
    await insertSchool(work, { rank: 2 }),
    await insertSchool(work, { rank: 3, ...gard }),
    await insertSchool(work, { rank: 4, sector: "prive", contract: "association-totale" }),
  ];
  await insertSchool(work, { rank: 5, open: false, state: "ferme" });
  return { first, second, third, hidden };
}

async function submit(
  work: Work,
  campaignId: string,
  uai: string,
  status: "submitted" | "withdrawn",
) {
  const application = await insertApplication(
    work.tx,
    {
      campaignId,
      applicantKind: "school",
      applicantCode: uai,
      createdBy: work.actor.personId,
      status,
      submittedAt: work.now,
    },
    [uai],
  );
  if (!application) throw new Error("Candidature d’essai non créée.");
  return application;
}

describe("submitted applications", () => {
  it("counts open public schools of the perimeter, pools académies and never averages", async () => {
    await db.inWork(async (work) => {
      const { first, third, hidden } = await insertFiveSchools(work);
      const campaign = await insertCampaignDocument(work, buildSmallCampaign());
      await submit(work, campaign.id, first, "submitted");
      await submit(work, campaign.id, hidden, "submitted");
      await submit(work, campaign.id, third, "withdrawn");
      const found = await view(work, "");
      expect(rowOf(found, "12")).toMatchObject({
        rank: 1,
        figure: { numerator: 1, denominator: 2, value: 50 },
      });
      expect(rowOf(found, "30")).toMatchObject({
        figure: { numerator: 0, denominator: 1, value: 0 },
      });
      expect(rowOf(found, "48")).toMatchObject({ rank: null, figure: { value: null } });
      // The mean of 50 % and 0 % would be 25 %.
      expect(found.total.value).toBeCloseTo(100 / 3, 6);
      expect(found.academies.map(({ figure }) => [figure.numerator, figure.denominator])).toEqual([
        [1, 2],
        [0, 1],
      ]);
      expect(found.paces[0]?.points.at(-1)?.total).toBe(1);
      expect(dashboardTable(found).rows.at(-1)?.slice(1, 7)).toEqual([
        "region",
        "76",
        "Occitanie",
        found.day,
        1,
        3,
      ]);
    });
  });

  it("says that no campaign is announced rather than showing zeros", async () => {
    await db.inWork(async (work) => {
      await insertFiveSchools(work);
      const found = await view(work, "");
      expect(found.waiting).toBe("Aucune campagne de label n’est encore annoncée.");
      expect(found.total).toMatchObject({ value: null, basis: "not-communicated" });
    });
  });
});

describe("labels", () => {
  it("counts labels valid on the day, by level", async () => {
    await db.inWork(async (work) => {
      const { campaign, uais } = await insertPublishedCampaign(work, [{ level: 3 }, { level: 1 }]);
      const ids = await Promise.all(uais.map((uai) => applicationOf(work, campaign.id, uai)));
      await insertLabels(
        work.tx,
        uais.map((uai, index) => ({
          uai,
          campaignId: campaign.id,
          applicationId: ids[index] ?? "",
          level: index === 0 ? 3 : 1,
          validFrom: "2026-06-01",
          validUntil: "2026-12-31",
        })),
      );
      const during = { ...work, now: new Date("2026-11-02T10:00:00Z") };
      const after = { ...work, now: new Date("2027-01-01T10:00:00Z") };
      expect(
        rowOf(await view(during, "?indicateur=lycees-labellises"), "12")?.figure.numerator,
      ).toBe(2);
      expect(rowOf(await view(during, "?indicateur=lycees-niveau-3"), "12")?.figure.numerator).toBe(
        1,
      );
      expect(
        rowOf(await view(after, "?indicateur=lycees-labellises"), "12")?.figure.numerator,
      ).toBe(0);
      const past = await view(after, "?indicateur=lycees-labellises&date=2026-12-31");
      expect(rowOf(past, "12")?.figure.numerator).toBe(2);
    });
  });
});

async function applicationOf(work: Work, campaignId: string, uai: string): Promise<string> {
  const files = await listPublicationFiles(work.tx, campaignId);
  const found = files.find((file) => file.schools.some(({ unit }) => unit.uai === uai));
  if (!found) throw new Error("Candidature d’essai introuvable.");
  return found.id;
}

describe("published figures", () => {
  it("keeps ENT rates as published and calls their total « non recalculable »", async () => {
    await db.inWork(async (work) => {
      await seedPublishedFigures(work);
      const found = await view(work, "?indicateur=ecoles-ent&departement=12");
      expect(rowOf(found, "12")).toMatchObject({
        rank: 1,
        figure: { value: 60.16, basis: "published" },
      });
      expect(rowOf(found, "34")?.figure.basis).toBe("not-communicated");
      expect(found.total.basis).toBe("not-poolable");
      expect(found.academies.map(({ figure }) => figure.basis)).toEqual([
        "not-poolable",
        "not-communicated",
      ]);
      expect(found.legend.at(-1)).toMatchObject({ class: null, count: 5 });
      expect(found.observedOn).toBe("2018-09-01");
    });
  });

  it("gives the 74 ENIR écoles to the académie, and no partial sum to the région", async () => {
    await db.inWork(async (work) => {
      await seedPublishedFigures(work);
      const region = await view(work, "?indicateur=ecoles-enir-prevues");
      expect(region.total.basis).toBe("not-poolable");
      const academie = await view(
        work,
        "?indicateur=ecoles-enir-prevues&territoire=academie-toulouse",
      );
      expect(academie.total).toMatchObject({ value: 74, basis: "published" });
      expect(academie.rows).toHaveLength(8);
      expect(
        academie.others.find(({ label }) => label.startsWith("Écoles équipées, tous"))?.figure,
      ).toMatchObject({ numerator: 535, denominator: null, value: 22.5 });
    });
  });

  it("shows nothing observed after the day chosen", async () => {
    await db.inWork(async (work) => {
      await seedPublishedFigures(work);
      const reading = readDashboardQuery(
        new URL("http://localhost/?indicateur=ecoles-ent&date=2017-01-01"),
      );
      if (!reading.ok) throw new Error(reading.message);
      expect(await dashboardView(work, reading.query)).toBeUndefined();
    });
  });
});

describe("the address", () => {
  it.each([
    "?indicateur=%3Cscript%3E",
    "?territoire=mars",
    "?date=2018-02-30",
    "?departement=99",
    "?motifs=non",
  ])("refuses %s with a sentence", (search) => {
    const reading = readDashboardQuery(new URL(`http://localhost/${search}`));
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.message).toMatch(/\.$/);
  });

  it("shows no département outside the territory", async () => {
    await db.inWork(async (work) => {
      await insertCampaignDocument(
        work,
        buildSmallCampaign({ calendar: { opensAt: inDays(-1), closesAt: inDays(3) } }),
      );
      const reading = readDashboardQuery(
        new URL("http://localhost/?territoire=academie-montpellier&departement=12"),
      );
      expect(reading.ok && (await dashboardView(work, reading.query))).toBeUndefined();
    });
  });
});
