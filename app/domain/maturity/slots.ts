import { compileExpression } from "../expression/compile";
import { readSchoolFact, type SchoolFactName, type SchoolFacts } from "../expression/facts";
import type { Closure, Scope } from "../expression/frame";
import type { Expr } from "../expression/types";
import { UNDEFINED, type Value } from "../expression/value";
import type { Question, Questionnaire } from "../questionnaire/types";
import { listQuestions } from "../questionnaire/walk";

/** Of a campaign, what says which questions are asked. */
export type QuestionnaireHolder = { questionnaire: Questionnaire };

/** Integer slots of a campaign: one per section and per question, one per fact that it reads. */
export type Slots = {
  /** Sections come first, then questions in document order. */
  questionSlots: ReadonlyMap<string, number>;
  sectionCount: number;
  size: number;
  facts: SchoolFactName[];
  compile: (expr: Expr) => Closure;
  compileInBlock: (expr: Expr, blockId: string) => Closure;
  /** Slot of a field inside its block's rows. */
  fieldSlots: (blockId: string) => ReadonlyMap<string, number> | undefined;
};

/** Gives every question and fact of a campaign its slot, and a compiler that knows them. */
export function buildSlots(document: QuestionnaireHolder): Slots {
  const sectionCount = document.questionnaire.sections.length;
  const questionSlots = new Map<string, number>();
  const blocks = new Map<string, Map<string, number>>();
  for (const { question } of listQuestions(document.questionnaire)) {
    questionSlots.set(question.id, sectionCount + questionSlots.size);
    if (question.kind === "repeatable") blocks.set(question.id, fieldsOf(question));
  }
  const facts: SchoolFactName[] = [];
  const scope: Scope = {
    answerSlot: (id) => questionSlots.get(id),
    fieldSlot: () => undefined,
    factSlot: (name) => {
      const known = facts.indexOf(name);
      return known >= 0 ? known : facts.push(name) - 1;
    },
    blockFields: (id) => {
      const fields = blocks.get(id);
      return fields && ((field) => fields.get(field));
    },
  };
  return {
    questionSlots,
    sectionCount,
    size: sectionCount + questionSlots.size,
    facts,
    compile: (expr) => compileExpression(expr, scope),
    compileInBlock: (expr, blockId) =>
      compileExpression(expr, {
        ...scope,
        fieldSlot: scope.blockFields(blockId) ?? scope.fieldSlot,
      }),
    fieldSlots: (blockId) => blocks.get(blockId),
  };
}

function fieldsOf(question: Extract<Question, { kind: "repeatable" }>): Map<string, number> {
  return new Map(question.questions.map((field, index) => [field.id, index]));
}

/** Writes the facts that the campaign reads into their slots; an unknown fact is `undefined`. */
export function loadFacts(
  facts: readonly SchoolFactName[],
  school: SchoolFacts,
  into: Value[],
): void {
  for (let slot = 0; slot < facts.length; slot += 1) {
    into[slot] = readSchoolFact(school, facts[slot] as SchoolFactName) ?? UNDEFINED;
  }
}
