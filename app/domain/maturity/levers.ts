import type { CampaignDocument } from "../campaign/document";
import { collectReferences, type Reference } from "../expression/references";
import type { Expr } from "../expression/types";
import type { AnswerValue, Question } from "../questionnaire/types";
import { numericKinds } from "../questionnaire/vocabulary";
import { listQuestions } from "../questionnaire/walk";
import { buildDependencies } from "./order";

/**
 * A question whose answer does more than earn points: it shows, hides, computes or opens something,
 * or it is a proof. Its possible answers have to be tried one by one.
 */
export type Lever =
  | {
      kind: "answer";
      questionId: string;
      values: AnswerValue[];
      /** A number that enters a calculation: multiples of the current one are tried too. */
      scalable: boolean;
    }
  | { kind: "proof"; questionId: string };

export type Levers = {
  levers: Lever[];
  ids: ReadonlySet<string>;
  /** False when some lever has more answers than those listed: then nothing is proved shortest. */
  exhaustive: boolean;
};

const subsetLimit = 4;

/** Levers of a campaign: only those that can reach a score or a gate. */
export function findLevers(document: CampaignDocument): Levers {
  const placed = listQuestions(document.questionnaire);
  const questions = new Map(placed.map(({ question }) => [question.id, question]));
  const references = leverReferences(document, questions);
  const levers: Lever[] = [];
  let exhaustive = true;
  for (const [id, used] of references) {
    const question = questions.get(id);
    if (!question || question.kind === "calculated" || question.kind === "file") continue;
    const found = candidateValues(question, used, document);
    exhaustive &&= found.exhaustive;
    const scalable = numericKinds.some((kind) => kind === question.kind);
    levers.push({
      kind: "answer",
      questionId: id,
      values: found.values,
      scalable: scalable && !found.exhaustive,
    });
  }
  const proofs = new Set<string>();
  for (const { proof } of [
    ...document.scoringGrid,
    ...document.levels.flatMap((level) => level.gates),
  ]) {
    if (proof !== undefined) proofs.add(proof);
  }
  for (const { question, rule } of document.scoringGrid)
    if (rule.kind === "attached") proofs.add(question);
  for (const id of references.keys()) if (questions.get(id)?.kind === "file") proofs.add(id);
  for (const id of proofs) levers.push({ kind: "proof", questionId: id });
  return { levers, ids: new Set([...references.keys(), ...proofs]), exhaustive };
}

/** References from conditions, calculations and gates that reach a score, by answer. */
function leverReferences(
  document: CampaignDocument,
  questions: ReadonlyMap<string, Question>,
): Map<string, Reference[]> {
  const found = new Map<string, Reference[]>();
  const pending: string[] = [];
  const read = (expr: Expr | undefined) => {
    if (expr === undefined) return;
    for (const reference of collectReferences(expr)) {
      if (!questions.has(reference.id)) continue;
      found.set(reference.id, [...(found.get(reference.id) ?? []), reference]);
      pending.push(reference.id);
    }
  };
  for (const { question, rule, proof } of document.scoringGrid) {
    pending.push(question, ...(proof ? [proof] : []));
    if (rule.kind === "expression") read(rule.points);
  }
  for (const gate of document.levels.flatMap((level) => level.gates)) {
    if (gate.proof) pending.push(gate.proof);
    if (gate.kind === "expression") read(gate.expr);
  }
  const sections = new Map(document.questionnaire.sections.map((item) => [item.id, item]));
  const dependencies = buildDependencies(document);
  const done = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (done.has(name)) continue;
    done.add(name);
    const question = questions.get(name);
    read(question?.visibleWhen ?? sections.get(name.replace("section:", ""))?.visibleWhen);
    if (question?.kind === "calculated") read(question.expr);
    pending.push(...(dependencies.get(name) ?? []));
  }
  return found;
}

type Candidates = { values: AnswerValue[]; exhaustive: boolean };

function candidateValues(
  question: Question,
  used: readonly Reference[],
  document: CampaignDocument,
): Candidates {
  switch (question.kind) {
    case "yes-no":
      return { values: [true, false], exhaustive: true };
    case "single-choice":
      return { values: question.options.map((option) => option.id), exhaustive: true };
    case "scale":
      return { values: question.steps.map((step) => step.id), exhaustive: true };
    case "multiple-choice": {
      const ids = question.options.map((option) => option.id);
      if (ids.length <= subsetLimit) return { values: subsets(ids), exhaustive: true };
      const whole = ids.filter((id) => id !== question.exclusive);
      return { values: [...ids.map((id) => [id]), whole], exhaustive: false };
    }
    case "integer":
    case "decimal":
    case "money":
    case "percentage":
      return numberCandidates(question, used, document);
    default:
      return { values: [], exhaustive: false };
  }
}

/** One number in each region that comparisons with constants cut out, and the scoring bounds. */
function numberCandidates(
  question: Extract<Question, { kind: "integer" | "decimal" | "money" | "percentage" }>,
  used: readonly Reference[],
  document: CampaignDocument,
): Candidates {
  const step = question.kind === "integer" || question.kind === "money" ? 1 : 0.01;
  const values = new Set<number>();
  for (const { literals } of used) {
    for (const literal of literals ?? []) {
      if (typeof literal !== "number") continue;
      for (const value of [literal - step, literal, literal + step]) values.add(value);
    }
  }
  for (const { question: id, rule } of document.scoringGrid) {
    if (id !== question.id || rule.kind !== "linear") continue;
    values.add(rule.from.at);
    values.add(rule.to.at);
  }
  const isWhole = step === 1;
  return {
    values: [...values]
      .filter((value) => !isWhole || Number.isInteger(value))
      .sort((a, b) => a - b),
    exhaustive: used.every((reference) => reference.literals !== undefined),
  };
}

function subsets(ids: readonly string[]): string[][] {
  const all: string[][] = [];
  for (let mask = 1; mask < 2 ** ids.length; mask += 1)
    all.push(ids.filter((_id, index) => (mask >> index) % 2 === 1));
  return all;
}
