import { type ExprType, inferType, type TypeFault, type TypeScope } from "../expression/infer";
import type { Expr } from "../expression/types";
import { buildTypeScope, typeOfQuestion } from "../questionnaire/answer-types";
import type { Field, Question } from "../questionnaire/types";
import type { CampaignDocument } from "./document";
import type { FaultList, Path } from "./fault";

type Base = ExprType["base"];

/** Names and types of every expression of a document. `declared` ids were dropped, not forgotten. */
export function checkExpressions(
  document: CampaignDocument,
  declared: ReadonlySet<string>,
  faults: FaultList,
): void {
  const checker = new ExpressionChecker(buildTypeScope(document.questionnaire, declared), faults);
  document.questionnaire.sections.forEach((section, sectionIndex) => {
    const at: Path = ["questionnaire", "sections", sectionIndex];
    checker.check(section.visibleWhen, [...at, "visibleWhen"], "boolean");
    section.questions.forEach((question, index) => {
      checkQuestion(question, [...at, "questions", index], checker);
    });
  });
  document.scoringGrid.forEach(({ rule }, index) => {
    if (rule.kind !== "expression") return;
    checker.check(rule.points, ["scoringGrid", index, "rule", "points"], "number");
  });
  document.levels.forEach((level, levelIndex) => {
    level.gates.forEach((gate, index) => {
      if (gate.kind !== "expression") return;
      checker.check(gate.expr, ["levels", levelIndex, "gates", index, "expr"], "boolean");
    });
  });
  const factsOnly = checker.within({ answer: () => undefined, field: () => undefined });
  factsOnly.check(document.perimeter.when, ["perimeter", "when"], "boolean");
}

function checkQuestion(question: Question, at: Path, checker: ExpressionChecker): void {
  checkOne(question, at, checker);
  if (question.kind !== "repeatable") return;
  const inner = checker.inBlock(question.id);
  question.questions.forEach((field, index) => {
    checkOne(field, [...at, "questions", index], inner);
  });
}

function checkOne(question: Question | Field, at: Path, checker: ExpressionChecker): void {
  checker.check(question.visibleWhen, [...at, "visibleWhen"], "boolean");
  const base = typeOfQuestion(question)?.base ?? "any";
  if (question.kind === "calculated") checker.check(question.expr, [...at, "expr"], base);
  if (question.kind === "repeatable") return;
  if ("min" in question) checker.check(question.min, [...at, "min"], base);
  if ("max" in question) checker.check(question.max, [...at, "max"], base);
}

class ExpressionChecker {
  constructor(
    private readonly scope: TypeScope,
    private readonly faults: FaultList,
  ) {}

  within(names: Partial<TypeScope>): ExpressionChecker {
    return new ExpressionChecker({ ...this.scope, ...names }, this.faults);
  }

  inBlock(blockId: string): ExpressionChecker {
    return this.within({ field: this.scope.block(blockId) ?? (() => undefined) });
  }

  check(expr: Expr | undefined, at: Path, expected: Base): void {
    if (expr === undefined) return;
    const found: TypeFault[] = [];
    const type = inferType(expr, this.scope, found);
    for (const fault of found) this.faults.add([...at, ...fault.path], fault.message);
    if (type.base === "any" || expected === "any" || type.base === expected) return;
    if (expected === "date" && typeof expr === "string") return;
    this.faults.add(at, `l’expression doit donner ${wanted[expected]}`);
  }
}

const wanted: Record<Base, string> = {
  number: "un nombre",
  boolean: "vrai ou faux",
  text: "un texte",
  date: "une date",
  set: "une liste",
  rows: "des lignes",
  matrix: "un tableau",
  any: "une valeur",
};
