import { collectReferences } from "../expression/references";
import { roundHalfUp } from "../expression/rounding";
import { HIDDEN, NOT_APPLICABLE } from "../expression/value";
import { isSameAnswer } from "../questionnaire/diff-answers";
import type { AnswerValue } from "../questionnaire/types";
import { validateAnswer } from "../questionnaire/validate-answer";
import { listQuestions } from "../questionnaire/walk";
import type { CompiledCampaign } from "./compile-campaign";
import type { EvaluationInput } from "./compile-questionnaire";
import { answerContext } from "./completeness";
import { findLevers, type Lever } from "./levers";
import { fewestPlainGains, listPlainGains, type PlainCriterion } from "./reach";
import { isGateMet, runScore, score } from "./score";

/** One answer to change, or one proof to attach (`to` is then null). `gain` is in overall points. */
export type AnswerImprovement = {
  kind: "answer" | "proof";
  questionId: string;
  from: unknown;
  to: AnswerValue | null;
  gain: number;
};

export type Improvement = {
  changes: AnswerImprovement[];
  /** Level that these changes reach, and the overall score then. */
  reaches: number;
  score: number | null;
  /** True when no shorter list exists; false when the search was cut short. */
  exact: boolean;
};

/** Reasonable steps up from a current number, for calculations whose inverse is not known. */
function multiplesOf(current: unknown): number[] {
  if (typeof current !== "number" || current <= 0) return [];
  const steps = [1.25, 1.5, 2, 3].map((factor) => Math.ceil(current * factor));
  // A number near the largest there is has no multiple that can be written.
  return steps.filter(Number.isFinite);
}

type Change = { kind: "answer" | "proof"; questionId: string; to: AnswerValue | null };

/** Adds changes to an input, without touching it. */
export function applyImprovement(
  input: EvaluationInput,
  changes: readonly Change[],
): EvaluationInput {
  const answers: Record<string, unknown> = { ...input.answers };
  const proofs: Record<string, number> = { ...input.proofs };
  for (const { kind, questionId, to } of changes) {
    if (kind === "answer") answers[questionId] = to;
    else proofs[questionId] = Math.max(1, proofs[questionId] ?? 0);
  }
  return { ...input, answers, proofs };
}

/**
 * The fewest changed answers and attached proofs that reach the next level; null at the highest level
 * or when none is found. Levers are tried by subsets of growing size, plain questions are then chosen
 * exactly. Beyond `nodeLimit` subsets the best list found is given with `exact: false`.
 */
export function shortestImprovement(
  compiled: CompiledCampaign,
  input: EvaluationInput,
  options: { nodeLimit?: number } = {},
): Improvement | null {
  const start = score(compiled, input);
  const target = compiled.levels.find((level) => level.level > start.level)?.level;
  if (target === undefined) return null;
  return new Search(compiled, input, target, options.nodeLimit ?? 20_000).run();
}

class Search {
  private readonly levers: Lever[];
  private readonly plain: PlainCriterion[];
  private readonly isExhaustive: boolean;
  private best: Change[] | undefined;
  private nodes = 0;
  private isCut = false;

  constructor(
    private readonly compiled: CompiledCampaign,
    private readonly input: EvaluationInput,
    private readonly target: number,
    private readonly nodeLimit: number,
  ) {
    const { document } = compiled;
    const { levers, ids, exhaustive } = findLevers(document);
    this.levers = promisingFirst(levers, openedBy(compiled, input, target));
    this.isExhaustive = exhaustive;
    const questions = new Map(
      listQuestions(document.questionnaire).map(({ question }) => [question.id, question]),
    );
    this.plain = compiled.criteria.flatMap((item) => {
      const question = questions.get(item.question);
      const criterion = document.scoringGrid.find((other) => other.question === item.question);
      return question && criterion && !ids.has(question.id)
        ? [{ compiled: item, criterion, question }]
        : [];
    });
  }

  run(): Improvement | null {
    // A list of `size` levers has at least `size` changes: beyond the best found, none is shorter.
    for (let size = 0; size < this.shortest() && size <= this.levers.length; size += 1) {
      this.explore(0, size, []);
      if (this.isCut) break;
    }
    return this.best ? this.report(this.best) : null;
  }

  private shortest(): number {
    return this.best?.length ?? Number.POSITIVE_INFINITY;
  }

  private explore(from: number, left: number, chosen: Change[]): void {
    if (this.isCut) return;
    if (left === 0) {
      this.tryNode(chosen);
      return;
    }
    for (let index = from; index <= this.levers.length - left; index += 1) {
      for (const change of this.changesOf(this.levers[index])) {
        this.explore(index + 1, left - 1, [...chosen, change]);
        if (this.isCut) return;
      }
    }
  }

  private changesOf(lever: Lever | undefined): Change[] {
    if (!lever) return [];
    const { questionId } = lever;
    if (lever.kind === "proof") return [{ kind: "proof", questionId, to: null }];
    const current = this.input.answers[questionId];
    return [...lever.values, ...(lever.scalable ? multiplesOf(current) : [])]
      .filter((to) => !isSameAnswer(to, current))
      .map((to) => ({ kind: "answer", questionId, to }));
  }

  private tryNode(levers: readonly Change[]): void {
    this.nodes += 1;
    if (this.nodes > this.nodeLimit) {
      this.isCut = true;
      return;
    }
    const { compiled } = this;
    const input = applyImprovement(this.input, levers);
    const overall = runScore(compiled, input);
    if (!levers.every((change) => this.isUseful(change))) return;
    const gains = listPlainGains(compiled, this.plain, input);
    const limit = this.shortest() - 1 - levers.length;
    const chosen = fewestPlainGains(compiled, gains, this.target, overall, limit);
    if (!chosen) return;
    const changes: Change[] = [
      ...levers,
      ...chosen.map(({ questionId, to }) => ({ kind: "answer" as const, questionId, to })),
    ];
    if (score(compiled, applyImprovement(this.input, changes)).level >= this.target)
      this.best = changes;
  }

  /** A change to a question that is hidden, « sans objet » or given a refused value is no change. */
  private isUseful({ kind, questionId, to }: Change): boolean {
    const { compiled } = this;
    const value = compiled.frame.values[compiled.slotOf.get(questionId) ?? -1];
    if (value === HIDDEN || value === undefined) return false;
    if (kind === "proof") return true;
    if (value === NOT_APPLICABLE) return false;
    const question = this.questionOf(questionId);
    return (
      question !== undefined && validateAnswer(question, to, answerContext(compiled, questionId)).ok
    );
  }

  private questionOf(id: string) {
    for (const section of this.compiled.document.questionnaire.sections) {
      const found = section.questions.find((question) => question.id === id);
      if (found) return found;
    }
    return undefined;
  }

  private report(best: readonly Change[]): Improvement {
    const { compiled, input } = this;
    const changes: AnswerImprovement[] = [];
    let before = score(compiled, input).score ?? 0;
    best.forEach((change, index) => {
      const after = score(compiled, applyImprovement(input, best.slice(0, index + 1))).score ?? 0;
      changes.push({
        ...change,
        from: input.answers[change.questionId] ?? null,
        gain: roundHalfUp(after - before, 1),
      });
      before = after;
    });
    const reached = score(compiled, applyImprovement(input, best));
    return {
      changes,
      reaches: reached.level,
      score: reached.score,
      exact: this.isExhaustive && !this.isCut,
    };
  }
}

/**
 * Questions that the shut conditions up to a level read, and the proofs they wait for: a list that
 * leaves them all aside seldom opens anything.
 */
function openedBy(
  compiled: CompiledCampaign,
  input: EvaluationInput,
  target: number,
): ReadonlySet<string> {
  const overall = runScore(compiled, input);
  const ids = new Set<string>();
  for (const { level, gates } of compiled.levels) {
    if (level > target) continue;
    for (const compiledGate of gates) {
      const { gate } = compiledGate;
      if (isGateMet(compiled, compiledGate, overall)) continue;
      if (gate.proof) ids.add(gate.proof);
      if (gate.kind !== "expression") continue;
      for (const reference of collectReferences(gate.expr)) ids.add(reference.id);
    }
  }
  return ids;
}

/** The same levers in the order they are tried; the order changes how soon a list is found, not which. */
function promisingFirst(levers: readonly Lever[], ids: ReadonlySet<string>): Lever[] {
  const rank = (lever: Lever) => (ids.has(lever.questionId) ? 0 : 1);
  return [...levers].sort((a, b) => rank(a) - rank(b));
}
