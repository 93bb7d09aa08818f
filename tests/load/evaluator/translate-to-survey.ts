import { FunctionFactory, Model } from "survey-core";
import type { CampaignDocument } from "~/domain/campaign/document";
import { roundHalfUp } from "~/domain/expression/rounding";
import type { Expr } from "~/domain/expression/types";
import type { Criterion, Gate } from "~/domain/maturity/schema";
import type { Answers, Question } from "~/domain/questionnaire/types";
import type { ComparableResult } from "./comparable-result";

export type BenchmarkSurvey = {
  /** Gives answers to the survey, which clears the hidden ones and computes everything. */
  load: (answers: Answers) => void;
  read: () => ComparableResult;
};

/**
 * The campaign as a survey, built once: a page per section, `visibleIf` for conditions, calculated
 * values for points, maxima, scores and level. Only the rounding is ours, registered as a function:
 * survey-core rounds halves by another rule.
 */
export function buildSurvey(document: CampaignDocument): BenchmarkSurvey {
  FunctionFactory.Instance.register("roundHalfUp", ([value, digits]: number[]) =>
    roundHalfUp(value ?? Number.NaN, digits),
  );
  const survey = new Model({
    clearInvisibleValues: "onHidden",
    calculatedValues: calculatedValues(document),
    pages: document.questionnaire.sections.map((section) => ({
      name: section.id,
      elements: section.questions.map(element),
    })),
  });
  const questions = survey.getAllQuestions();
  const conditional = questions.filter((question) => question.visibleIf);
  const named = new Map(survey.calculatedValues.map((item) => [item.name, item]));
  const numberOf = (name: string): number | null => {
    const value: unknown = named.get(name)?.value;
    return typeof value === "number" && !Number.isNaN(value) ? value : null;
  };
  return {
    load: (answers) => {
      survey.data = answers;
      // `onHidden` clears a question that was shown before; one already hidden keeps the new value.
      for (const question of conditional) question.clearValueIfInvisible();
    },
    read: () => ({
      axes: document.axes.map((_axis, index) => numberOf(`score_${index}`)),
      score: numberOf("overall"),
      level: numberOf("level") ?? 0,
      hidden: questions.filter((item) => !item.isVisible).map((item) => item.name),
    }),
  };
}

function element(question: Question): object {
  const base = {
    name: question.id,
    ...(question.visibleWhen !== undefined && { visibleIf: condition(question.visibleWhen) }),
  };
  switch (question.kind) {
    case "yes-no":
      return { ...base, type: "boolean" };
    case "single-choice":
      return { ...base, type: "radiogroup", choices: question.options.map((item) => item.id) };
    case "scale":
      return { ...base, type: "radiogroup", choices: question.steps.map((item) => item.id) };
    case "multiple-choice":
      return { ...base, type: "checkbox", choices: question.options.map((item) => item.id) };
    case "integer":
    case "percentage":
      return { ...base, type: "text", inputType: "number" };
    default:
      throw new Error(`Question « ${question.kind} » sans traduction : ${question.id}`);
  }
}

const quote = (literal: unknown) => (typeof literal === "string" ? `'${literal}'` : `${literal}`);

/** An expression in the survey's own language. An empty answer never makes a condition true. */
function condition(expr: Expr): string {
  if (typeof expr !== "object") return quote(expr);
  if ("answer" in expr) return `{${expr.answer}} = true`;
  if ("and" in expr) return `(${expr.and.map(condition).join(" and ")})`;
  if ("or" in expr) return `(${expr.or.map(condition).join(" or ")})`;
  if ("in" in expr) return `[${expr.in[1].map(quote).join(", ")}] contains ${operand(expr.in[0])}`;
  if ("eq" in expr) return `${operand(expr.eq[0])} = ${operand(expr.eq[1])}`;
  if ("gte" in expr) return `${operand(expr.gte[0])} >= ${operand(expr.gte[1])}`;
  if ("ne" in expr) {
    const [left, right] = [operand(expr.ne[0]), operand(expr.ne[1])];
    return `(${left} notempty and ${left} <> ${right})`;
  }
  throw new Error(`Expression sans traduction : ${JSON.stringify(expr)}`);
}

function operand(expr: Expr): string {
  return typeof expr === "object" && "answer" in expr ? `{${expr.answer}}` : quote(expr);
}

function calculatedValues(document: CampaignDocument): { name: string; expression: string }[] {
  const questions = new Map(
    document.questionnaire.sections
      .flatMap((section) => section.questions)
      .map((question) => [question.id, question]),
  );
  const perAxis = document.axes.map((axis) =>
    document.scoringGrid.filter((criterion) => criterion.axis === axis.id),
  );
  const axes = perAxis.flatMap((criteria, index) => [
    { name: `points_${index}`, expression: criteria.map(points).join(" + ") },
    {
      name: `max_${index}`,
      expression: criteria
        .map((criterion) => {
          const shown = questions.get(criterion.question)?.visibleWhen;
          const most = highest(criterion);
          return shown === undefined ? `${most}` : `iif(${condition(shown)}, ${most}, 0)`;
        })
        .join(" + "),
    },
    { name: `raw_${index}`, expression: `100 * {points_${index}} / {max_${index}}` },
    { name: `score_${index}`, expression: `roundHalfUp({raw_${index}}, 1)` },
  ]);
  const weights = document.axes.reduce((sum, axis) => sum + axis.weight, 0);
  const weighted = document.axes.map((axis, index) => `${axis.weight} * {raw_${index}}`);
  return [
    ...axes,
    { name: "overall", expression: `roundHalfUp((${weighted.join(" + ")}) / ${weights}, 1)` },
    { name: "level", expression: level(document) },
  ];
}

function highest({ rule }: Criterion): number {
  switch (rule.kind) {
    case "options":
      return Math.max(...Object.values(rule.points));
    case "checked":
      return rule.cap ?? Object.values(rule.points).reduce((sum, value) => sum + value, 0);
    case "linear":
      return rule.to.points;
    default:
      throw new Error(`Règle « ${rule.kind} » sans traduction`);
  }
}

function points(criterion: Criterion): string {
  const { question, rule } = criterion;
  switch (rule.kind) {
    case "options": {
      const wanted = (id: string) => (id === "yes" ? "true" : id === "no" ? "false" : `'${id}'`);
      const earning = Object.entries(rule.points).filter(([, value]) => value > 0);
      return earning.reduceRight(
        (otherwise, [id, value]) => `iif({${question}} = ${wanted(id)}, ${value}, ${otherwise})`,
        "0",
      );
    }
    case "checked": {
      const terms = Object.entries(rule.points).map(
        ([id, value]) => `iif({${question}} contains '${id}', ${value}, 0)`,
      );
      return `min(${highest(criterion)}, ${terms.join(" + ")})`;
    }
    case "linear": {
      const slope = rule.to.points / rule.to.at;
      return `iif({${question}} > 0, min(${rule.to.points}, {${question}} * ${slope}), 0)`;
    }
    default:
      throw new Error(`Règle « ${rule.kind} » sans traduction`);
  }
}

/** Nested: the highest level whose gates, and those of every level below, are met. */
function level(document: CampaignDocument): string {
  const rising = [...document.levels].sort((a, b) => a.level - b.level);
  return rising.reduceRight(
    (above, { level: number, gates }) => {
      const met = gates.map((item) => gate(item, document)).join(" and ");
      return `iif(${met}, ${above}, ${number - 1})`;
    },
    `${rising.at(-1)?.level ?? 0}`,
  );
}

function gate(item: Gate, document: CampaignDocument): string {
  switch (item.kind) {
    case "overall":
      return `{overall} >= ${item.min}`;
    case "axis":
      return `{score_${document.axes.findIndex((axis) => axis.id === item.axis)}} >= ${item.min}`;
    case "every-axis":
      return document.axes.map((_axis, index) => `{score_${index}} >= ${item.min}`).join(" and ");
    case "expression":
      return condition(item.expr);
  }
}
