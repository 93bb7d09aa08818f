import jsonLogic from "json-logic-js";
import type { CampaignDocument } from "~/domain/campaign/document";
import { roundHalfUp } from "~/domain/expression/rounding";
import type { Expr } from "~/domain/expression/types";
import type { Criterion, Gate } from "~/domain/maturity/schema";
import type { Answers } from "~/domain/questionnaire/types";
import type { ComparableResult } from "./comparable-result";

/** A rule as JSON; the library's own type does not know operations that are added. */
type Rule = number | string | boolean | readonly Rule[] | { readonly [operation: string]: Rule };

function apply(rule: Rule, data: unknown): unknown {
  return jsonLogic.apply(rule as jsonLogic.RulesLogic, data);
}

/**
 * The campaign as JSON Logic: one tree per conditional question, per axis, for the overall score and
 * for the level, all built once. The trees of the axes read what those of the questions found, under
 * `shown`, and the level reads the scores: nothing is computed twice. Only the rounding is added as
 * an operation: the language has none.
 */
export function buildJsonLogic(document: CampaignDocument): (answers: Answers) => ComparableResult {
  jsonLogic.add_operation("roundHalfUp", roundHalfUp);
  const questions = document.questionnaire.sections.flatMap((section) => section.questions);
  const conditional = questions.flatMap(({ id, visibleWhen }) =>
    visibleWhen === undefined ? [] : [{ id, rule: condition(visibleWhen) }],
  );
  const conditionalIds = new Set(conditional.map(({ id }) => id));
  const axes = document.axes.map((axis) => {
    const criteria = document.scoringGrid.filter((criterion) => criterion.axis === axis.id);
    return axisScore(criteria, conditionalIds);
  });
  const overall = overallScore(document);
  const level = levelRule(document);
  return (answers) => {
    const shown: Record<string, boolean> = {};
    const hidden: string[] = [];
    for (const { id, rule } of conditional) {
      const isShown = Boolean(apply(rule, answers));
      shown[id] = isShown;
      if (!isShown) hidden.push(id);
    }
    const withShown = { ...answers, shown };
    const raw = axes.map((rule) => Number(apply(rule, withShown)));
    const scores = raw.map((value) => roundHalfUp(value, 1));
    const score = Number(apply(overall, { raw }));
    const known = { ...answers, scores, overall: score };
    return { axes: scores, score, level: Number(apply(level, known)), hidden };
  };
}

const read = (name: string): Rule => ({ var: name });

function condition(expr: Expr): Rule {
  if (typeof expr !== "object") return expr;
  if ("answer" in expr) return read(expr.answer);
  if ("and" in expr) return { and: expr.and.map(condition) };
  if ("or" in expr) return { or: expr.or.map(condition) };
  if ("in" in expr) return { in: [condition(expr.in[0]), expr.in[1]] };
  if ("eq" in expr) return { "===": [condition(expr.eq[0]), condition(expr.eq[1])] };
  if ("gte" in expr) return { ">=": [condition(expr.gte[0]), condition(expr.gte[1])] };
  if ("ne" in expr) {
    const left = condition(expr.ne[0]);
    return { and: [left, { "!==": [left, condition(expr.ne[1])] }] };
  }
  throw new Error(`Expression sans traduction : ${JSON.stringify(expr)}`);
}

/** 100 × points ÷ maximum, not rounded yet. */
function axisScore(criteria: readonly Criterion[], conditional: ReadonlySet<string>): Rule {
  const always = criteria.filter(({ question }) => !conditional.has(question));
  const fixed = always.reduce((sum, criterion) => sum + highest(criterion), 0);
  const sometimes = criteria
    .filter(({ question }) => conditional.has(question))
    .map(
      (criterion): Rule => ({
        if: [read(`shown.${criterion.question}`), highest(criterion), 0],
      }),
    );
  return {
    "/": [{ "*": [100, { "+": criteria.map(points) }] }, { "+": [fixed, ...sometimes] }],
  };
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

function points(criterion: Criterion): Rule {
  const { question, rule } = criterion;
  const answer = read(question);
  switch (rule.kind) {
    case "options": {
      const wanted = (id: string): Rule => (id === "yes" ? true : id === "no" ? false : id);
      const earning = Object.entries(rule.points).filter(([, value]) => value > 0);
      const branches = earning.flatMap(([id, value]): Rule[] => [
        { "===": [answer, wanted(id)] },
        value,
      ]);
      return { if: [...branches, 0] };
    }
    case "checked": {
      const terms = Object.entries(rule.points).map(
        ([id, value]): Rule => ({ if: [{ in: [id, answer] }, value, 0] }),
      );
      return { min: [highest(criterion), { "+": terms }] };
    }
    case "linear": {
      const slope = rule.to.points / rule.to.at;
      return { if: [answer, { min: [rule.to.points, { "*": [answer, slope] }] }, 0] };
    }
    default:
      throw new Error(`Règle « ${rule.kind} » sans traduction`);
  }
}

function overallScore({ axes }: CampaignDocument): Rule {
  const weights = axes.reduce((sum, axis) => sum + axis.weight, 0);
  const terms = axes.map((axis, index): Rule => ({ "*": [axis.weight, read(`raw.${index}`)] }));
  return { roundHalfUp: [{ "/": [{ "+": terms }, weights] }, 1] };
}

/** Nested: the highest level whose gates, and those of every level below, are met. */
function levelRule(document: CampaignDocument): Rule {
  const rising = [...document.levels].sort((a, b) => a.level - b.level);
  const highest = rising.at(-1)?.level ?? 0;
  return rising.reduceRight<Rule>(
    (above, { level, gates }) => ({
      if: [{ and: gates.map((item) => gate(item, document)) }, above, level - 1],
    }),
    highest,
  );
}

function gate(item: Gate, document: CampaignDocument): Rule {
  const score = (index: number) => read(`scores.${index}`);
  switch (item.kind) {
    case "overall":
      return { ">=": [read("overall"), item.min] };
    case "axis":
      return {
        ">=": [score(document.axes.findIndex((axis) => axis.id === item.axis)), item.min],
      };
    case "every-axis":
      return {
        and: document.axes.map((_axis, index): Rule => ({ ">=": [score(index), item.min] })),
      };
    case "expression":
      return condition(item.expr);
  }
}
