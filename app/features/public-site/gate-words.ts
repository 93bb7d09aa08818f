import type { CampaignDocument } from "~/domain/campaign/document";
import type { Gate, ScoringRule } from "~/domain/maturity/schema";
import type { Question } from "~/domain/questionnaire/types";
import { formatNumber, nbsp, pluralOf } from "~/ui/format";

/** « 8 points », « 0,5 point ». */
export function pointsWords(points: number): string {
  return `${formatNumber(points)}${nbsp}${pluralOf(points, "point")}`;
}

const outOfHundred = (min: number) => `${pointsWords(min)} sur 100`;

type Named = Pick<CampaignDocument, "axes" | "questionnaire">;

/** A question's title by its id, for the proofs that gates and criteria ask. */
function titleOf({ questionnaire }: Named, id: string): string {
  for (const section of questionnaire.sections) {
    const found = section.questions.find((question) => question.id === id);
    if (found) return found.title;
  }
  return id;
}

/**
 * One condition of a level in words. Thresholds are phrased from their numbers, so that the page
 * cannot differ from what decides; a free expression has the label and help its authors gave it.
 */
export function phraseGate(gate: Gate, document: Named): string {
  const proof = gate.proof
    ? ` Pièce exigée${nbsp}: «${nbsp}${titleOf(document, gate.proof)}${nbsp}».`
    : "";
  return `${thresholdWords(gate, document)}.${proof}`;
}

function thresholdWords(gate: Gate, { axes }: Named): string {
  switch (gate.kind) {
    case "overall":
      return `Au moins ${outOfHundred(gate.min)} au score global`;
    case "axis": {
      const title = axes.find(({ id }) => id === gate.axis)?.title ?? gate.axis;
      return `Au moins ${outOfHundred(gate.min)} sur l’axe «${nbsp}${title}${nbsp}»`;
    }
    case "every-axis":
      return `Au moins ${outOfHundred(gate.min)} sur chaque axe`;
    case "expression": {
      const label = withoutStop(gate.label);
      return gate.help ? `${label} (${withoutStop(gate.help)})` : label;
    }
  }
}

/** A help text made to stand inside brackets, without its full stop. */
function withoutStop(help: string): string {
  return help.replace(/\.$/, "");
}

/** How the answers of one question earn points, one line a case. */
export function phraseRule(rule: ScoringRule, question: Question): string[] {
  switch (rule.kind) {
    case "options":
      return choicesOf(question).flatMap(({ id, label }) => {
        const points = rule.points[id];
        return points === undefined ? [] : [`${label}${nbsp}: ${pointsWords(points)}`];
      });
    case "checked": {
      const lines = choicesOf(question).flatMap(({ id, label }) => {
        const points = rule.points[id];
        return points === undefined ? [] : [`${label}${nbsp}: ${pointsWords(points)}`];
      });
      return rule.cap === undefined
        ? lines
        : [...lines, `Les points s’ajoutent, jusqu’à ${pointsWords(rule.cap)}`];
    }
    case "linear":
      return [
        `${pointsWords(rule.from.points)} pour ${amountWords(rule.from.at, question)}, ${pointsWords(rule.to.points)} pour ${amountWords(rule.to.at, question)}, en proportion entre les deux`,
      ];
    case "matrix":
      return columnsOf(question).map(({ id, label, notApplicable }) =>
        notApplicable
          ? `${label}${nbsp}: la ligne ne compte pas`
          : `${label}${nbsp}: ${pointsWords(rule.points[id] ?? 0)} par ligne`,
      );
    case "attached":
      return [`Pièce jointe${nbsp}: ${pointsWords(rule.points)}`];
    case "expression":
      return [`Jusqu’à ${pointsWords(rule.max)}, selon la valeur déclarée`];
  }
}

type Choice = { readonly id: string; readonly label: string };

function choicesOf(question: Question): readonly Choice[] {
  switch (question.kind) {
    case "yes-no":
      return [
        { id: "yes", label: "Oui" },
        { id: "no", label: "Non" },
      ];
    case "single-choice":
    case "multiple-choice":
      return question.options;
    case "scale":
      return question.steps;
    default:
      return [];
  }
}

function columnsOf(question: Question) {
  return question.kind === "matrix" ? question.columns : [];
}

function amountWords(value: number, question: Question): string {
  if (question.kind === "percentage") return `${formatNumber(value)}${nbsp}%`;
  if (question.kind === "money") return `${formatNumber(value / 100)}${nbsp}€`;
  const unit = "unit" in question && question.unit ? `${nbsp}${question.unit}` : "";
  return `${formatNumber(value)}${unit}`;
}
