import type { CampaignDocument } from "~/domain/campaign/document";
import type { ScoringRule } from "~/domain/maturity/schema";
import type { Section } from "~/domain/questionnaire/types";
import { formatNumber, nbsp } from "~/french/number";
import { pluralOf } from "~/french/plural";

const plural = (count: number, noun: string) =>
  `${formatNumber(count)}${nbsp}${pluralOf(count, noun)}`;

/** The most that a rule can earn, when it is the same for everyone. */
function mostPoints(rule: ScoringRule): number | undefined {
  switch (rule.kind) {
    case "options":
      return Math.max(0, ...Object.values(rule.points));
    case "checked": {
      const total = Object.values(rule.points).reduce((sum, points) => sum + points, 0);
      return rule.cap === undefined ? total : Math.min(total, rule.cap);
    }
    case "linear":
      return Math.max(rule.from.points, rule.to.points);
    case "attached":
      return rule.points;
    case "expression":
      return rule.max;
    case "matrix":
      return undefined;
  }
}

/** What is said beside a question's number: its points, the level or points that its proof is for. */
export function questionMetas(
  document: CampaignDocument,
  section: Section,
): Record<string, string> {
  const metas: Record<string, string> = {};
  for (const { id, kind } of section.questions) {
    const parts: string[] = [];
    const rule = document.scoringGrid.find(({ question }) => question === id)?.rule;
    const most = rule && mostPoints(rule);
    if (most) parts.push(plural(most, "point"));
    if (kind === "file") {
      const level = document.levels.find(({ gates }) => gates.some(({ proof }) => proof === id));
      if (level) parts.push(`preuve demandée pour le niveau${nbsp}${level.level}`);
      else if (document.scoringGrid.some(({ proof }) => proof === id)) {
        parts.push("preuve sans laquelle des points ne comptent pas");
      }
    }
    if (parts.length > 0) metas[id] = parts.join(", ");
  }
  return metas;
}

/** Why these questions: what their axis weighs, and what each level asks of it. */
export function explainSection(document: CampaignDocument, section: Section): string[] {
  const axis = document.axes.find(({ id }) => id === section.axisId);
  const total = document.axes.reduce((sum, { weight }) => sum + weight, 0);
  if (!axis || total === 0) return [];
  const share = Math.round((axis.weight / total) * 1000) / 10;
  const gates = document.levels.flatMap(({ level, gates: all }) =>
    all.flatMap((gate) =>
      gate.kind === "every-axis" || (gate.kind === "axis" && gate.axis === axis.id)
        ? [
            `Le niveau${nbsp}${level} demande au moins ${formatNumber(gate.min)} sur${nbsp}100 dans cet axe.`,
          ]
        : [],
    ),
  );
  return [
    `L’axe «${nbsp}${axis.title}${nbsp}» pèse ${plural(share, "point")} sur${nbsp}100.`,
    ...gates,
  ];
}
