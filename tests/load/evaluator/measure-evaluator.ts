import { compileCampaign } from "~/domain/maturity/compile-campaign";
import { score } from "~/domain/maturity/score";
import type { Answers } from "~/domain/questionnaire/types";
import { buildAnswerSets } from "./build-answers";
import { buildBenchmarkCampaign } from "./build-campaign";
import { differencesWith, ownResult, withoutLeftovers } from "./comparable-result";
import { buildJsonLogic } from "./translate-to-json-logic";
import { buildSurvey } from "./translate-to-survey";

export type EvaluatorMeasure = {
  /** How many times faster than survey-core, which clears hidden values. */
  evaluatorVsSurveyCore: number;
  /** How many times faster than json-logic-js, given the same answers without hidden leftovers. */
  evaluatorVsJsonLogic: number;
  /** Seconds to score 60,000 applications of 100 questions again, answers in memory. */
  rescore60kSeconds: number;
  evaluationsPerSecond: number;
  /** Results that were not equal, in French; measured all the same. */
  differences: readonly string[];
};

const answerSetCount = 400;
const applicationCount = 60_000;
const rounds = 9;
/** Evaluations per round, so that each of the three runs for a comparable time. */
const perRound = { survey: 12, jsonLogic: 1_200, own: 40_000 };

/**
 * Measures the evaluator beside survey-core and json-logic-js on one campaign and the same answers, in
 * one process, in rounds that alternate the three; the ratio of each round is taken, then the median,
 * so that a busy machine weighs on all alike. Results are compared first.
 */
export async function measureEvaluator(print: (line: string) => void): Promise<EvaluatorMeasure> {
  const document = buildBenchmarkCampaign();
  const compiled = compileCampaign(document);
  // As the database gives them: parsed JSON, each application with its own objects.
  const texts = buildAnswerSets(document, answerSetCount, 20_260).map((set) => JSON.stringify(set));
  const sets = texts.map(parseAnswers);
  const cleared = sets.map((answers) =>
    parseAnswers(JSON.stringify(withoutLeftovers(compiled, answers))),
  );
  // Each of the three has objects of its own: what one does to them must not slow another down.
  const ownSets = texts.map(parseAnswers);
  const survey = buildSurvey(document);
  const runJsonLogic = buildJsonLogic(document);

  const levels = new Map<number, number>();
  const differences = sets.flatMap((answers, index) => {
    const own = ownResult(compiled, answers);
    levels.set(own.level, (levels.get(own.level) ?? 0) + 1);
    survey.load(answers);
    return [
      ...differencesWith("survey-core", index, own, survey.read()),
      ...differencesWith("json-logic-js", index, own, runJsonLogic(cleared[index] ?? {})),
    ];
  });
  const spread = [...levels]
    .sort(([a], [b]) => a - b)
    .map(([level, count]) => `${level} : ${count}`);
  print(`Évaluateur : ${sets.length} jeux de réponses (niveaux ${spread.join(", ")})`);
  print(`Évaluateur : ${differences.length} différence(s) avec les deux autres`);
  for (const difference of differences) print(`  ${difference}`);

  const school = {};
  const own = (answers: Answers) => score(compiled, { school, answers });
  const rates = { survey: [] as number[], jsonLogic: [] as number[], own: [] as number[] };
  let at = 0;
  rate(perRound.own, ownSets, at, own);
  for (let round = 0; round < rounds; round += 1) {
    rates.survey.push(rate(perRound.survey, sets, at, survey.load));
    rates.jsonLogic.push(rate(perRound.jsonLogic, cleared, at, runJsonLogic));
    rates.own.push(rate(perRound.own, ownSets, at, own));
    at += perRound.survey;
  }
  const versus = (others: readonly number[]) =>
    median(rates.own.map((value, round) => value / (others[round] ?? Number.NaN)));

  const applications = Array.from({ length: applicationCount }, (_none, index) =>
    parseAnswers(texts[index % texts.length] ?? "{}"),
  );
  const seconds = Array.from({ length: 3 }, () => {
    const start = performance.now();
    for (const answers of applications) own(answers);
    return (performance.now() - start) / 1_000;
  });

  const measure: EvaluatorMeasure = {
    evaluatorVsSurveyCore: round(versus(rates.survey), 0),
    evaluatorVsJsonLogic: round(versus(rates.jsonLogic), 1),
    rescore60kSeconds: round(median(seconds), 3),
    evaluationsPerSecond: round(median(rates.own), 0),
    differences,
  };
  print(
    `Évaluateur : ${measure.evaluationsPerSecond} évaluations/s, survey-core ${round(median(rates.survey), 1)}/s (× ${measure.evaluatorVsSurveyCore}), json-logic-js ${round(median(rates.jsonLogic), 0)}/s (× ${measure.evaluatorVsJsonLogic})`,
  );
  print(`Évaluateur : ${applicationCount} candidatures renotées en ${measure.rescore60kSeconds} s`);
  return measure;
}

function parseAnswers(text: string): Answers {
  return JSON.parse(text) as Answers;
}

/** Evaluations per second over `count` sets of answers, taken in turn from the one in place `from`. */
function rate(
  count: number,
  sets: readonly Answers[],
  from: number,
  evaluate: (answers: Answers) => unknown,
): number {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    evaluate(sets[(from + index) % sets.length] as Answers);
  }
  return count / ((performance.now() - start) / 1_000);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
