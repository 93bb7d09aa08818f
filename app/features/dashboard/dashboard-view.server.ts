import { computedIndicators, isComputedCode } from "~/domain/indicator/computed";
import { classBounds, classOfValue } from "~/domain/indicator/map-classes";
import { rankByValue } from "~/domain/indicator/rank";
import { parisDay } from "~/ui/format";
import type { Work } from "~db/work.server";
import {
  computedFigures,
  figureOfTerritory,
  type IndicatorFigures,
  importedFigures,
} from "./indicator-figures";
import { requirementWords } from "./labels";
import { type DashboardData, loadDashboard } from "./load-dashboard.server";
import { mapLegend } from "./map-legend";
import type { DashboardQuery } from "./query";
import { rolloutOf } from "./rollout-totals";
import { dashboardTerritories, findTerritory } from "./territories";

/** Indicators shown on the map have figures by département; the others are listed below. */
const isMapped = (indicator: IndicatorFigures) =>
  isComputedCode(indicator.code) ||
  indicator.departements.some(({ figure }) => figure.value !== null);

/** What the dashboard shows for a query; undefined when no such indicator or département is shown. */
export async function dashboardView(work: Work, query: DashboardQuery) {
  const territory = findTerritory(query.territoire);
  if (!territory) return undefined;
  const today = parisDay(work.now);
  const isPast = query.date !== undefined && query.date < today;
  const code = query.indicateur;
  const isDated = !isComputedCode(code) || computedIndicators[code].isDated;
  const day = isPast && isDated && query.date ? query.date : today;
  const academieCode = territory.kind === "academie" ? territory.code : null;
  const data = await loadDashboard(work, {
    day: isComputedCode(code) ? day : today,
    ...(code === "candidatures-transmises" ? { paceOf: { academieCode } } : {}),
  });
  const all = [
    ...computedFigures(data.facts, data.isMet),
    ...importedFigures(
      data.observations,
      data.facts.map(placeOf),
      isComputedCode(code) ? today : day,
    ),
  ];
  const mapped = all.filter(isMapped);
  const indicator = mapped.find((candidate) => candidate.code === code);
  if (!indicator) return undefined;
  const inside = indicator.departements.filter(
    (place) => territory.kind === "region" || place.academieCode === territory.code,
  );
  if (query.departement && !inside.some((place) => place.code === query.departement)) {
    return undefined;
  }
  const values = inside.map(({ figure }) => figure.value);
  const bounds = classBounds(
    values.filter((value) => value !== null),
    indicator.unit,
  );
  const total = figureOfTerritory(indicator, territory);
  const ranked = rankByValue(inside, ({ figure }) => figure.value);
  return {
    query,
    territory,
    territories: dashboardTerritories.map(({ slug, name }) => ({ value: slug, label: name })),
    indicator: {
      code: indicator.code,
      label: indicator.label,
      unit: indicator.unit,
      perimeter: indicator.perimeter,
      definition: indicator.definition,
      sources: indicator.sources,
    },
    day,
    observedOn: isComputedCode(code) ? day : (indicator.days.find((known) => known <= day) ?? null),
    days: dayOptions(indicator, data, today),
    waiting: waitingFor(code, data),
    cards: mapped.map((candidate) => cardOf(candidate, territory)),
    total,
    rows: ranked.map(({ row, rank }) => ({
      code: row.code,
      name: row.name,
      rank,
      figure: row.figure,
      class: classOfValue(row.figure.value, bounds),
      gap:
        total.value === null || row.figure.value === null || indicator.unit !== "percent"
          ? null
          : row.figure.value - total.value,
    })),
    legend: mapLegend(values, indicator.unit),
    academies: dashboardTerritories
      .filter(({ kind }) => territory.kind === "region" && kind === "academie")
      .map((academie) => ({ name: academie.name, figure: figureOfTerritory(indicator, academie) })),
    paces: data.paces,
    rollout:
      code === "deploiement"
        ? rolloutOf(
            data,
            inside.map((place) => place.code),
          )
        : null,
    campaign: data.current && { slug: data.current.slug, title: data.current.title },
    published: data.lastPublished && {
      slug: data.lastPublished.slug,
      title: data.lastPublished.title,
    },
    others: all
      .filter((candidate) => !isMapped(candidate))
      .flatMap((candidate) => {
        const figure = figureOfTerritory(candidate, territory);
        if (figure.value === null) return [];
        const { label, perimeter, unit, sources, days } = candidate;
        return [
          {
            label,
            perimeter,
            unit,
            figure,
            source: sources.join(" ; "),
            observedOn: days[0] ?? null,
          },
        ];
      }),
  };
}

export type DashboardView = NonNullable<Awaited<ReturnType<typeof dashboardView>>>;

const placeOf = ({ code, name, academieCode }: DashboardData["facts"][number]) => ({
  code,
  name,
  academieCode,
});

function waitingFor(code: string, data: DashboardData): string | null {
  if (!isComputedCode(code)) return null;
  const { needs } = computedIndicators[code];
  return data.isMet(needs) ? null : requirementWords[needs];
}

/** The figure of a card, with the classes of its small map; an académie's own figure where it stands alone. */
function cardOf(
  indicator: IndicatorFigures,
  territory: { kind: "region" | "academie"; code: string },
) {
  const total = figureOfTerritory(indicator, territory);
  const known = indicator.departements.flatMap(({ figure }) => figure.value ?? []);
  const bounds = classBounds(known, indicator.unit);
  const own = dashboardTerritories
    .filter(({ kind }) => kind === "academie")
    .map((academie) => ({ academie, figure: figureOfTerritory(indicator, academie) }))
    .filter(({ figure }) => figure.value !== null);
  const [alone] = own;
  return {
    code: indicator.code,
    label: indicator.label,
    unit: indicator.unit,
    figure: total.value === null && own.length === 1 && alone ? alone.figure : total,
    ofAcademie: total.value === null && own.length === 1 && alone ? alone.academie.name : null,
    knownCount: known.length,
    shapes: indicator.departements.map((place) => ({
      code: place.code,
      class: classOfValue(place.figure.value, bounds),
    })),
  };
}

/** Days that may be chosen: those observed, or for labels today and each 1 September since the first. */
function dayOptions(indicator: IndicatorFigures, data: DashboardData, today: string): string[] {
  if (indicator.days.length > 0) return [...indicator.days];
  const first = data.firstPublished?.publishedAt;
  if (!indicator.isDated || !first) return [today];
  const days = [today];
  for (
    let year = Number(today.slice(0, 4));
    year >= Number(parisDay(first).slice(0, 4));
    year -= 1
  ) {
    const day = `${year}-09-01`;
    if (day < today && day >= parisDay(first)) days.push(day);
  }
  return days;
}
