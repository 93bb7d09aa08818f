import { classBounds, classOfValue } from "~/domain/indicator/map-classes";
import { observedValue } from "~/domain/indicator/observation";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { computedFigures, figureOfTerritory } from "~/features/dashboard/indicator-figures";
import { type DashboardData, loadDashboard } from "~/features/dashboard/load-dashboard.server";
import { mapLegend } from "~/features/dashboard/map-legend";
import { platformRegionCode } from "~/features/dashboard/territories";
import { type CampaignRow, listAnnouncedCampaigns } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { summaryOf } from "./campaign-summary.server";
import { countQuestions } from "./campaign-view.server";
import { phraseAxes, phraseEntitlement } from "./campaign-words";
import { phraseGate } from "./gate-words";
import { homeFigures } from "./home-figures";

/** What the home page shows: the campaign of the moment, published figures, and where things stand. */
export async function homeView(work: Work) {
  const rows = await listAnnouncedCampaigns(work.tx);
  const shown = campaignOfTheMoment(rows, work.now);
  const data = await loadDashboard(work);
  return {
    now: work.now.toISOString(),
    campaign: shown ? heroOf(shown, work.now) : null,
    /** Other campaigns open at the same time. */
    others: rows
      .filter((row) => row !== shown && phaseOf(row, work.now) === "open")
      .map((row) => ({ slug: row.slug, title: summaryOf(row, work.now).title })),
    label: labelOf(rows.find((row) => row.id === data.current?.id)),
    figures: keyFiguresOf(data),
    share: shareOf(data),
    submittedCount:
      shown && data.current?.id === shown.id
        ? data.facts.reduce((sum, { submitted }) => sum + submitted, 0)
        : null,
  };
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;

/** The newest open campaign, else the next one announced, else the last one. */
function campaignOfTheMoment(rows: readonly CampaignRow[], now: Date): CampaignRow | undefined {
  const inPhase = (wanted: string) => rows.filter((row) => phaseOf(row, now) === wanted);
  return inPhase("open")[0] ?? inPhase("announced").at(-1) ?? rows[0];
}

function heroOf(row: CampaignRow, now: Date) {
  const document = documentOf(row);
  return {
    ...summaryOf(row, now),
    hasGrid: document.scoringGrid.length > 0,
    questionCount: countQuestions(document),
    minutes: document.preparation?.minutes ?? null,
  };
}

/** The levels of the current label, as its document states them; null before any label campaign. */
function labelOf(row: CampaignRow | undefined) {
  if (!row) return null;
  const document = documentOf(row);
  return {
    slug: row.slug,
    axes: { count: document.axes.length, words: phraseAxes(document) },
    levels: document.levels.map(({ level, title, gates }) => ({
      level,
      title,
      gates: gates.map((gate) => phraseGate(gate, document)),
      rights: document.entitlements
        .filter(({ levels }) => levels.includes(level))
        .map(phraseEntitlement),
    })),
  };
}

/** The dated figures that the base holds among those the home page tells. */
function keyFiguresOf({ observations }: DashboardData) {
  return homeFigures.flatMap(({ indicator, territoryKind, territoryCode, companion, ...words }) => {
    const find = (code: string) =>
      observations
        .filter(
          (row) =>
            row.indicatorCode === code &&
            row.territoryKind === territoryKind &&
            row.territoryCode === territoryCode,
        )
        .at(-1);
    const found = find(indicator);
    const value = found && observedValue(found);
    if (!found || value === null || value === undefined) return [];
    const beside = companion ? find(companion) : undefined;
    return [
      {
        key: indicator,
        label: found.label,
        ...words,
        value,
        numerator: found.numerator,
        denominator: found.denominator,
        observedOn: found.observedOn,
        source: found.source,
        companion: beside ? observedValue(beside) : null,
      },
    ];
  });
}

export type KeyFigure = ReturnType<typeof keyFiguresOf>[number];

/** The share of lycées having submitted, by département; null before any campaign or school is known. */
function shareOf(data: DashboardData) {
  const indicator = computedFigures(data.facts, data.isMet).find(
    ({ code }) => code === "candidatures-transmises",
  );
  if (!indicator || !data.current) return null;
  const total = figureOfTerritory(indicator, { kind: "region", code: platformRegionCode });
  if (total.value === null) return null;
  const values = indicator.departements.map(({ figure }) => figure.value);
  const bounds = classBounds(
    values.filter((value) => value !== null),
    indicator.unit,
  );
  return {
    campaign: { slug: data.current.slug, title: data.current.title },
    total,
    entries: indicator.departements.map(({ code, name, figure }) => ({
      code,
      name,
      figure,
      class: classOfValue(figure.value, bounds),
    })),
    legend: mapLegend(values, indicator.unit),
  };
}
