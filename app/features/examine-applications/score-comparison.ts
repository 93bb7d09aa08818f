import type { CampaignDocument } from "~/domain/campaign/document";
import type { Evaluation } from "~/domain/maturity/evaluate";
import type { GateOutcome } from "~/domain/maturity/explain";
import { listQuestions, numberQuestions } from "~/domain/questionnaire/walk";

/** Declared and examined scores of each axis, side by side and never merged. */
export function axisScores(document: CampaignDocument, declared: Evaluation, examined: Evaluation) {
  return document.axes.map(({ id, title, short }) => ({
    id,
    title,
    short,
    declared: declared.axes[id]?.score ?? null,
    examined: examined.axes[id]?.score ?? null,
  }));
}
export type AxisScores = ReturnType<typeof axisScores>[number];

/** Every level with its conditions, met or not: what was observed, what is asked for. */
export function levelReasons(document: CampaignDocument, evaluation: Evaluation) {
  const labels = new Map(
    document.levels.flatMap(({ gates }) => gates.map((gate) => [gate.id, gate.label] as const)),
  );
  const axisNames = new Map(document.axes.map(({ id, short }) => [id, short]));
  const nameOf = questionNames(document);
  return evaluation.levels.map(({ level, title, reached, gates }) => ({
    level,
    title,
    reached,
    gates: gates.map((gate: GateOutcome) => ({
      id: gate.gate,
      label: labels.get(gate.gate) ?? gate.gate,
      met: gate.met,
      observed: gate.observed,
      required: gate.required,
      missingProof: gate.missingProof && nameOf(gate.missingProof),
      axes: gate.axes.map((id) => axisNames.get(id) ?? id),
    })),
  }));
}
export type LevelReasons = ReturnType<typeof levelReasons>[number];

/** « 2.4 Charte d’usage »: how a question is named away from its section. */
export function questionNames(document: CampaignDocument): (questionId: string) => string {
  const numbers = numberQuestions(document.questionnaire);
  const titles = new Map(
    listQuestions(document.questionnaire).map(({ question }) => [question.id, question.title]),
  );
  return (id) => [numbers.get(id), titles.get(id) ?? id].filter(Boolean).join(" ");
}
