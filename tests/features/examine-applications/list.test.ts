import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import type { DirectoryUnit } from "~/domain/directory/unit";
import { examinationCampaignsView } from "~/features/examine-applications/examination-campaigns-view.server";
import {
  type ExaminationListView,
  examinationListView,
} from "~/features/examine-applications/examination-list-view.server";
import { readListQuery } from "~/features/examine-applications/schemas";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

const toulouse = [{ role: "dane-officer", scopeKind: "academie", scopeCode: "16" }] as const;
const montpellier = {
  communeCode: "34172",
  departementCode: "34",
  academieCode: "11",
} satisfies Partial<DirectoryUnit>;

/** Four lycées: three of Toulouse (one agricultural), one agricultural of Montpellier. */
async function fourFiles(work: Work): Promise<CampaignRow> {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign());
  const day = (rank: number) => new Date(Date.UTC(2026, 2, rank, 9));
  const add = (
    rank: number,
    name: string,
    answers: Readonly<Record<string, unknown>>,
    school: Partial<DirectoryUnit> = {},
  ) =>
    insertSubmitted(work, campaign, {
      rank,
      answers,
      submittedAt: day(rank),
      school: { name, ...school },
    });
  await add(1, "Lycée Éléonore-d’Aquitaine", { projet: true, ent: true });
  await add(2, "Lycée Bonaparte", { projet: false, ent: false });
  await add(
    3,
    "Lycée agricole du Larzac",
    { projet: true, ent: false },
    { ministry: "agriculture" },
  );
  await add(
    4,
    "Lycée agricole de la Mer",
    { projet: false, ent: true },
    {
      ministry: "agriculture",
      ...montpellier,
    },
  );
  return campaign;
}

async function list(
  work: Work,
  held: Parameters<typeof insertActor>[1],
  search = "",
): Promise<ExaminationListView> {
  const actor = await insertActor(work, held);
  const scope = scopeFor(actor, "examination.read");
  const query = readListQuery(new URLSearchParams(search));
  const view = await examinationListView(work, scope, "label-lycee-numerique-2026", query);
  if (!view) throw new Error("Liste introuvable.");
  return view;
}

const names = (view: ExaminationListView) => view.rows.map((row) => row.schoolName);

describe("the list of examinations", () => {
  it("shows each officer their own scope", async () => {
    await db.inWork(async (work) => {
      await fourFiles(work);
      expect(names(await list(work, toulouse))).toHaveLength(3);
      const draaf = [
        { role: "draaf-officer", scopeKind: "ministry", scopeCode: "agriculture" },
      ] as const;
      expect(names(await list(work, draaf))).toEqual([
        "Lycée agricole du Larzac",
        "Lycée agricole de la Mer",
      ]);
      const drane = [
        { role: "drane-officer", scopeKind: "academic-region", scopeCode: "76" },
      ] as const;
      expect(names(await list(work, drane))).toHaveLength(4);
      const elsewhere = [{ role: "dane-officer", scopeKind: "academie", scopeCode: "10" }] as const;
      expect((await list(work, elsewhere)).counts.submitted).toBe(0);
      const juror = [{ role: "juror", scopeKind: "everything", scopeCode: "" }] as const;
      expect(names(await list(work, juror))).toEqual([]);
    });
  });

  it("limits a membership of one campaign to that campaign", async () => {
    await db.inWork(async (work) => {
      const campaign = await fourFiles(work);
      const other = await insertCampaignDocument(work, buildSmallCampaign({ slug: "autre" }));
      const held = (campaignId: string) =>
        [{ role: "dane-officer", scopeKind: "academie", scopeCode: "16", campaignId }] as const;
      expect(names(await list(work, held(campaign.id)))).toHaveLength(3);
      expect(names(await list(work, held(other.id)))).toEqual([]);
    });
  });

  it.each([
    ["q=eleonore", ["Lycée Éléonore-d’Aquitaine"]],
    ["q=ELEONORE D'AQUITAINE", ["Lycée Éléonore-d’Aquitaine"]],
    ["q=millau bonaparte", ["Lycée Bonaparte"]],
    ["q=9991002", ["Lycée Bonaparte"]],
    ["q=100%25", []],
    ["q=_", []],
    ["q=%00", ["Lycée Éléonore-d’Aquitaine", "Lycée Bonaparte", "Lycée agricole du Larzac"]],
    ["niveau=2", ["Lycée Éléonore-d’Aquitaine"]],
    ["niveau=0", ["Lycée Bonaparte"]],
    ["departement=34", []],
    ["statut=instruite", []],
    ["vue=a-instruire&q=larzac", ["Lycée agricole du Larzac"]],
    ["vue=instruites", []],
  ])("filters by %s", async (search, expected) => {
    await db.inWork(async (work) => {
      await fourFiles(work);
      expect(names(await list(work, toulouse, search))).toEqual(expected);
    });
  });

  it.each([
    ["etablissement", "Larzac Bonaparte Aquitaine", "Aquitaine Bonaparte Larzac"],
    ["transmission", "Aquitaine Bonaparte Larzac", "Larzac Bonaparte Aquitaine"],
    // 15, 55 and 100: as texts, 100 would come first.
    ["declare", "Bonaparte Larzac Aquitaine", "Aquitaine Larzac Bonaparte"],
    // Pilotage, pilotage, usages; equal values go by name in both directions.
    ["axe", "Bonaparte Aquitaine Larzac", "Larzac Bonaparte Aquitaine"],
    ["statut", "Larzac Bonaparte Aquitaine", "Larzac Bonaparte Aquitaine"],
    ["instruit", "Larzac Bonaparte Aquitaine", "Larzac Bonaparte Aquitaine"],
    ["echeance", "Aquitaine Bonaparte Larzac", "Larzac Bonaparte Aquitaine"],
  ])("sorts by %s in the database", async (tri, up, down) => {
    await db.inWork(async (work) => {
      await fourFiles(work);
      const sorted = async (search: string) =>
        names(await list(work, toulouse, search)).map((name) => name.split(/[ -]|’/).at(-1));
      expect(await sorted(`tri=${tri}`)).toEqual(up.split(" "));
      expect(await sorted(`tri=${tri}&ordre=decroissant`)).toEqual(down.split(" "));
    });
  });

  it("counts its views and follows the statuses", async () => {
    await db.inWork(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign());
      await insertSubmitted(work, campaign, { rank: 1 });
      const second = await insertSubmitted(work, campaign, { rank: 2 });
      const officer = await insertActor(work, toulouse);
      const scope = scopeFor(officer, "examination.correct");
      await startExamination({ ...work, actor: officer }, scope, second.applicationId);
      const view = await list(work, toulouse, "statut=en-instruction");
      expect(view.counts).toMatchObject({ submitted: 2, toExamine: 2, examined: 0, matching: 1 });
      expect(view.rows.map((row) => row.uai)).toEqual([second.uai]);
      expect(view.counts.departements).toEqual([{ code: "12", name: "Aveyron" }]);
    });
  });

  it("cuts pages of 25 and never shows a page that does not exist", async () => {
    await db.inWork(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign());
      for (let rank = 1; rank <= 27; rank += 1) await insertSubmitted(work, campaign, { rank });
      expect((await list(work, toulouse)).rows).toHaveLength(25);
      const last = await list(work, toulouse, "page=999");
      expect([last.page, last.pageCount, last.rows.length]).toEqual([2, 2, 2]);
    });
  });

  it("takes three queries, whatever the number of rows", async () => {
    await db.inWork(async (work) => {
      await fourFiles(work);
      const actor = await insertActor(work, toulouse);
      let queries = 0;
      const tx = new Proxy(work.tx, {
        get(target, name, receiver) {
          if (name === "execute" || name === "select") queries += 1;
          return Reflect.get(target, name, receiver);
        },
      });
      const query = readListQuery(new URLSearchParams("q=lycee&tri=declare"));
      const scope = scopeFor(actor, "examination.read");
      const slug = "label-lycee-numerique-2026";
      const view = await examinationListView({ ...work, tx }, scope, slug, query);
      expect(view?.rows).toHaveLength(3);
      expect(queries).toBe(3);
    });
  });

  it("keeps drafts out, and lists campaigns with what is left to do", async () => {
    await db.inWork(async (work) => {
      await insertStarted(work, { rank: 9 });
      const officer = await insertActor(work, toulouse);
      const scope = scopeFor(officer, "examination.read");
      expect((await list(work, toulouse)).counts.submitted).toBe(0);
      const { campaigns } = await examinationCampaignsView(work, scope);
      expect(campaigns).toMatchObject([
        { slug: "label-lycee-numerique-2026", submitted: 0, toExamine: 0, isPublished: false },
      ]);
    });
  });

  it("does not know a campaign that is not announced, nor what cannot be a slug", async () => {
    await db.inWork(async (work) => {
      const officer = await insertActor(work, toulouse);
      const scope = scopeFor(officer, "examination.read");
      const query = readListQuery(new URLSearchParams());
      expect(await examinationListView(work, scope, "inconnue", query)).toBeUndefined();
      expect(await examinationListView(work, scope, "a\0b", query)).toBeUndefined();
    });
  });
});
