import type { CompiledCampaign } from "~/domain/campaign/compile";
import type { SchoolFacts } from "~/domain/expression/facts";
import { answerContext } from "~/domain/maturity/completeness";
import { evaluate } from "~/domain/maturity/evaluate";
import type { AnswerValue, Field, Question, RowAnswer } from "~/domain/questionnaire/types";
import { validateAnswer } from "~/domain/questionnaire/validate-answer";

export type SampleRequest = {
  readonly compiled: CompiledCampaign;
  readonly school: SchoolFacts;
  /** How far along the school is, from 0 to 1: it draws the answers towards the better ones. */
  readonly quality: number;
  readonly draw: () => number;
  /** Year that dates fall in. */
  readonly year: number;
  /** Makes the value of a file question: the proof must exist before it is answered. */
  readonly attach: (question: Question) => Promise<AnswerValue | undefined>;
};

/**
 * Plausible answers of a fictitious school, valid against the questionnaire whatever it is. A
 * question that turns out hidden is left out; a value that is refused is left out too.
 */
export async function sampleAnswers(request: SampleRequest): Promise<Record<string, AnswerValue>> {
  const { compiled, school } = request;
  const answers: Record<string, AnswerValue> = {};
  for (const section of compiled.document.questionnaire.sections) {
    for (const question of section.questions) {
      if (!evaluate(compiled, { school, answers }).visible.has(question.id)) continue;
      const value =
        question.kind === "file"
          ? await attachSometimes(request, question)
          : sampleValue(request, question);
      if (value === undefined) continue;
      const kept = shrinkUntilValid(request, question, value, answers);
      if (kept !== undefined) answers[question.id] = kept;
    }
  }
  return answers;
}

const mostShrinks = 40;

/** Halves the numbers of a block that exceed their bounds; undefined when the value stays refused. */
function shrinkUntilValid(
  { compiled, school }: SampleRequest,
  question: Question,
  value: AnswerValue,
  answers: Readonly<Record<string, AnswerValue>>,
): AnswerValue | undefined {
  for (let tries = 0; tries < mostShrinks; tries += 1) {
    evaluate(compiled, { school, answers: { ...answers, [question.id]: value } });
    const check = validateAnswer(question, value, answerContext(compiled, question.id));
    if (check.ok) return value;
    const { rowId, fieldId } = check;
    const row = (value as RowAnswer[]).find?.((candidate) => candidate.id === rowId);
    const number = fieldId === undefined ? undefined : row?.values[fieldId];
    if (!row || fieldId === undefined || typeof number !== "number") return undefined;
    row.values[fieldId] = Math.floor(number / 2);
  }
  return undefined;
}

async function attachSometimes(request: SampleRequest, question: Question) {
  const isAttached = question.required || request.draw() < 0.35 + request.quality * 0.6;
  return isAttached ? request.attach(question) : undefined;
}

/** A place between 0 and 1 around the school's quality. */
function place({ quality, draw }: SampleRequest): number {
  return Math.min(0.999, Math.max(0, quality + (draw() - 0.5) * 0.7));
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[Math.min(list.length - 1, Math.floor(at * list.length))];
}

function sampleValue(request: SampleRequest, question: Question | Field): AnswerValue | undefined {
  const at = place(request);
  switch (question.kind) {
    case "yes-no":
      return at > 0.35;
    case "single-choice":
      return pick(orderOf(request, question.id, question.options), at)?.id;
    case "scale":
      return pick(question.steps, at)?.id;
    case "multiple-choice": {
      const open = question.options.filter((option) => option.id !== question.exclusive);
      const most = question.maxChecked ?? open.length;
      const count = Math.max(
        question.minChecked ?? 1,
        Math.min(most, Math.round(at * open.length)),
      );
      return open.slice(0, count).map((option) => option.id);
    }
    case "matrix": {
      const columns = question.columns.filter((column) => !column.notApplicable);
      return Object.fromEntries(
        question.rows.map((row) => [row.id, pick(columns, place(request))?.id ?? ""]),
      );
    }
    case "integer":
    case "decimal":
    case "percentage":
    case "money":
      return sampleNumber(request, question.id, question.kind, at);
    case "date":
      return `${request.year}-${String(1 + Math.floor(request.draw() * 9)).padStart(2, "0")}-15`;
    case "short-text":
      return "Réponse fictive de démonstration";
    case "long-text":
      return "Texte fictif de démonstration, écrit pour montrer la mise en page d’une réponse longue.";
    case "repeatable": {
      const count = Math.max(question.min, Math.min(question.max, 1 + Math.floor(at * 2)));
      return Array.from({ length: count }, (_, index) => ({
        id: `ligne-${index + 1}`,
        values: Object.fromEntries(
          question.questions.flatMap((field) => {
            const value = sampleValue(request, field);
            return value === undefined ? [] : [[field.id, value as string | number | boolean]];
          }),
        ),
      }));
    }
    case "school":
      return request.school.uai;
    case "commune":
      return request.school.commune;
    case "file":
    case "calculated":
    case "information":
      return undefined;
  }
}

/** Options from the least to the most rewarded, where the scoring grid says so. */
function orderOf(
  { compiled }: SampleRequest,
  questionId: string,
  options: readonly { readonly id: string }[],
): readonly { readonly id: string }[] {
  const rule = compiled.document.scoringGrid.find(({ question }) => question === questionId)?.rule;
  if (rule?.kind !== "options") return options;
  return [...options].sort((a, b) => (rule.points[a.id] ?? 0) - (rule.points[b.id] ?? 0));
}

function sampleNumber(
  { compiled, school }: SampleRequest,
  questionId: string,
  kind: "integer" | "decimal" | "percentage" | "money",
  at: number,
): number {
  const { min = 0, max } = answerContext(compiled, questionId).bounds ?? {};
  const low = typeof min === "number" ? min : 0;
  if (kind === "money") return Math.round((low || 300_000) + at * 2_000_000);
  if (kind === "percentage") return Math.round(at * 100);
  const pupils = typeof school.pupils?.total === "number" ? school.pupils.total : 400;
  const high = typeof max === "number" ? max : pupils;
  return Math.round(low + at * (high - low));
}
