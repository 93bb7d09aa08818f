import type { CompiledCampaign } from "~/domain/maturity/compile-campaign";
import { score } from "~/domain/maturity/score";
import { visibleQuestions } from "~/domain/maturity/shown";
import type { Answers } from "~/domain/questionnaire/types";

/** What the three evaluators all compute, in the same form. */
export type ComparableResult = {
  /** Rounded score by axis. */
  axes: (number | null)[];
  score: number | null;
  level: number;
  /** Questions hidden by their condition, in the document's order. */
  hidden: string[];
};

/** Our own result in that form. */
export function ownResult(compiled: CompiledCampaign, answers: Answers): ComparableResult {
  const result = score(compiled, { school: {}, answers });
  const visible = visibleQuestions(compiled);
  return { ...result, hidden: [...compiled.slotOf.keys()].filter((id) => !visible.has(id)) };
}

/** The answers without those of hidden questions: what the language without visibility is given. */
export function withoutLeftovers(compiled: CompiledCampaign, answers: Answers): Answers {
  const hidden = new Set(ownResult(compiled, answers).hidden);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id)));
}

/** What another evaluator found otherwise than ours for one set of answers; empty when all is equal. */
export function differencesWith(
  name: string,
  index: number,
  own: ComparableResult,
  other: ComparableResult,
): string[] {
  const found = (["axes", "score", "level", "hidden"] as const).filter(
    (part) => JSON.stringify(own[part]) !== JSON.stringify(other[part]),
  );
  return found.map(
    (part) =>
      `réponses ${index}, ${part} : ${JSON.stringify(own[part])} ici, ${JSON.stringify(other[part])} par ${name}`,
  );
}
