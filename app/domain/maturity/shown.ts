import { absenceKind, HIDDEN, type Value } from "../expression/value";
import type { CompiledQuestionnaire } from "./compile-questionnaire";

/** Ids of the questions that are shown, from the values in the working memory. */
export function visibleQuestions(compiled: CompiledQuestionnaire): Set<string> {
  const visible = new Set<string>();
  for (const [id, slot] of compiled.slotOf) {
    if (compiled.frame.values[slot] !== HIDDEN) visible.add(id);
  }
  return visible;
}

/** Values of the calculated questions that are shown; null when a source is absent. */
export function calculatedValues(
  compiled: CompiledQuestionnaire,
): Record<string, string | number | boolean | null> {
  const calculated: Record<string, string | number | boolean | null> = {};
  for (const section of compiled.document.questionnaire.sections) {
    for (const question of section.questions) {
      if (question.kind !== "calculated") continue;
      const value: Value = compiled.frame.values[compiled.slotOf.get(question.id) ?? -1] ?? HIDDEN;
      if (value === HIDDEN) continue;
      const isPlain = absenceKind(value) === null && typeof value !== "object";
      calculated[question.id] = isPlain ? (value as string | number | boolean) : null;
    }
  }
  return calculated;
}
