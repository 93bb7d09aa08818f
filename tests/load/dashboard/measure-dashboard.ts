import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { system } from "~/domain/access/actor";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { platformRegionCode } from "~/features/dashboard/territories";
import { rebuildRollups } from "~/features/verify-rollups/rebuild-rollups.server";
import { verifyRollups } from "~/features/verify-rollups/verify-rollups.server";
import { parisDay } from "~/ui/format";
import { type Database, openServer, type Tx } from "~db/client.server";
import { findCampaign } from "~db/repositories/campaigns.server";
import { listLabelCampaigns } from "~db/repositories/dashboard.server";
import { readDashboardCounts } from "~db/repositories/dashboard-counts.server";
import { aggregateFreshFacts, type FreshQuery } from "~db/repositories/fresh-facts.server";
import { foldRollups } from "~db/repositories/rollups.server";
import { inWork } from "~db/work.server";
import { startServer } from "../saves/child-processes";
import { createDatabase } from "../saves/durable-server";
import { median } from "../saves/percentiles";
import { fillCountry } from "./fill-country";

export type DashboardFigures = {
  /** Reading the région's figures and its daily submissions from the roll-ups, in milliseconds. */
  readonly rollupReadMs: number;
  /** The page's whole time over that of the fresh aggregate of the same figures. */
  readonly dashboardVsSql: number;
  /** From the request to the last byte of the page, compressed, on the production server. */
  readonly dashboardPageMs: number;
  readonly freshAggregateMs: number;
  /** Figures on which the roll-ups and the base tables did not agree: none, or the rest means nothing. */
  readonly differences: readonly string[];
};

export type DashboardOptions = {
  /** A PostgreSQL where a database may be created. */
  readonly databaseUrl: string;
  readonly print: (line: string) => void;
  readonly schools?: number;
  readonly campaigns?: number;
};

const rounds = 30;
const readsARound = 5;
const journalKey = "clé de journal de la mesure";

/**
 * Measures the dashboard over 60,000 schools and 5 campaigns: the roll-ups, built by the product's own
 * rebuild, are first compared with fresh figures; then the read, the page and the fresh aggregate of
 * the same région take turns, and their medians are given. The page must be built (BUILD_DIR).
 */
export async function measureDashboard(options: DashboardOptions): Promise<DashboardFigures> {
  const created = await createDatabase(options.databaseUrl);
  const dataDir = await mkdtemp(join(tmpdir(), "jalons-dashboard-"));
  const database = openServer(created.url, { maxConnections: 2 });
  try {
    const differences = await prepare(database, options);
    const server = await startServer({
      DATABASE_URL: created.url,
      DATA_DIR: dataDir,
      DEMO: "",
      LOG_LEVEL: "error",
      SMTP_URL: "",
    });
    try {
      return { ...(await takeTurns(database, server.port, options.print)), differences };
    } finally {
      await server.stop();
    }
  } finally {
    await database.close();
    await created.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function prepare(
  database: Database,
  { print, schools = 60_000, campaigns = 5 }: DashboardOptions,
): Promise<string[]> {
  const now = new Date();
  const work = { actor: system, now, journalKey };
  const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
  let since = performance.now();
  await fillCountry(database, journalKey, { schools, campaigns });
  print(`${schools} établissements × ${campaigns} campagnes écrits en ${seconds(since)} s`);
  since = performance.now();
  const counted = await inWork(database, work, rebuildRollups);
  await database.transaction((tx) => foldRollups(tx));
  await database.execute("vacuum analyze");
  print(`${counted} totaux construits en ${seconds(since)} s`);
  const { differences, days } = await inWork(database, work, verifyRollups);
  print(`${differences.length} différence(s) avec l’agrégat complet, sur ${days} jours`);
  return differences.map(
    ({ subject, place, measure, day, rolledUp, fresh }) =>
      `${subject}, ${place}, ${measure}, ${day} : ${rolledUp} au lieu de ${fresh}`,
  );
}

async function takeTurns(database: Database, port: number, print: (line: string) => void) {
  const query = await database.transaction((tx) => freshQueryOf(tx));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { read: [] as number[], page: [] as number[], fresh: [] as number[] };
  const page = () => fetchPage(agent, port);
  for (let warm = 0; warm < 20; warm += 1) await page();
  await database.transaction(async (tx) => {
    for (let warm = 0; warm < 20; warm += 1) await readRollups(tx, query);
    for (let round = 0; round < rounds; round += 1) {
      times.fresh.push(await timed(() => aggregateFreshFacts(tx, query)));
      for (let turn = 0; turn < readsARound; turn += 1) {
        times.read.push(await timed(() => readRollups(tx, query)));
      }
      for (let turn = 0; turn < readsARound; turn += 1) times.page.push(await timed(page));
    }
  });
  agent.destroy();
  const figures = {
    rollupReadMs: median(times.read),
    dashboardPageMs: median(times.page),
    freshAggregateMs: median(times.fresh),
  };
  const dashboardVsSql = figures.dashboardPageMs / figures.freshAggregateMs;
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  print(
    `lecture ${ms(figures.rollupReadMs)}, page ${ms(figures.dashboardPageMs)}, agrégat complet ${ms(figures.freshAggregateMs)}, page / agrégat ${dashboardVsSql.toFixed(3)}`,
  );
  return { ...figures, dashboardVsSql };
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await task();
  return performance.now() - since;
}

/** What the page asks for on its first view, as `loadDashboard` chooses it. */
async function freshQueryOf(tx: Tx): Promise<FreshQuery> {
  const [current, previous] = await listLabelCampaigns(tx);
  if (!current || !previous) throw new Error("Il faut deux campagnes au moins.");
  const counted = async (id: string) => {
    const row = await findCampaign(tx, id);
    if (!row) throw new Error("Campagne de mesure introuvable.");
    return { id, perimeter: documentOf(row).perimeter };
  };
  return {
    regionCode: platformRegionCode,
    campaign: await counted(current.id),
    previous: await counted(previous.id),
    planId: previous.plans[0]?.id ?? null,
    programmeId: previous.programme?.id ?? null,
    day: parisDay(new Date()),
  };
}

/** The roll-ups’ side of the same figures: the région’s facts, and its submissions day by day. */
async function readRollups(tx: Tx, { campaign, previous, ...query }: FreshQuery): Promise<void> {
  const campaignIds = [campaign, previous].flatMap((counted) => (counted ? [counted.id] : []));
  await readDashboardCounts(
    tx,
    { ...query, campaignId: campaign?.id ?? null },
    { campaignIds, academieCode: null },
  );
}

/** The dashboard as a browser asks for it, read to its last byte. */
function fetchPage(agent: Agent, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { Accept: "text/html", "Accept-Encoding": "gzip" };
    const call = request(
      { agent, port, host: "127.0.0.1", path: "/tableau-de-bord", headers },
      (response) => {
        response.resume();
        response.on("end", () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`Le tableau de bord répond ${response.statusCode}.`));
        });
        response.on("error", reject);
      },
    );
    call.on("error", reject);
    call.end();
  });
}
