import { collectReferences } from "../expression/references";
import type { Expr } from "../expression/types";
import type { Field } from "../questionnaire/types";
import { listQuestions, type PlacedQuestion } from "../questionnaire/walk";
import type { QuestionnaireHolder } from "./slots";

/** What must be known before each name: `section:id` or a question id. */
export type Dependencies = ReadonlyMap<string, ReadonlySet<string>>;

/** Dependencies through visibility, calculation, parent, section and the fields of blocks. */
export function buildDependencies(document: QuestionnaireHolder): Dependencies {
  const dependencies = new Map<string, Set<string>>();
  for (const section of document.questionnaire.sections) {
    dependencies.set(`section:${section.id}`, new Set(answersIn(section.visibleWhen)));
  }
  for (const { question, section } of listQuestions(document.questionnaire)) {
    const needed = new Set([`section:${section.id}`, ...answersIn(question.visibleWhen)]);
    if (question.parent) needed.add(question.parent);
    if (question.kind === "calculated") for (const id of answersIn(question.expr)) needed.add(id);
    if (question.kind === "repeatable") {
      const own = new Set(question.questions.map((field) => field.id));
      for (const id of question.questions.flatMap(fieldReferences)) {
        if (!own.has(id)) needed.add(id);
      }
    }
    dependencies.set(question.id, needed);
  }
  return dependencies;
}

function answersIn(expr: Expr | undefined): string[] {
  if (expr === undefined) return [];
  return collectReferences(expr)
    .filter((reference) => reference.kind !== "field")
    .map((reference) => reference.id);
}

function fieldReferences(field: Field): string[] {
  const exprs = [field.visibleWhen, field.kind === "calculated" ? field.expr : undefined];
  return exprs.flatMap((expr) =>
    expr === undefined ? [] : collectReferences(expr).map((reference) => reference.id),
  );
}

/** Fields of a block in an order where each comes after those that it reads; cycles keep their place. */
export function orderFields(fields: readonly Field[]): { ordered: Field[]; cycles: string[][] } {
  const known = new Map(fields.map((field) => [field.id, field]));
  const dependencies = new Map(
    fields.map((field) => [
      field.id,
      new Set(fieldReferences(field).filter((id) => known.has(id))),
    ]),
  );
  const { ordered, cycles } = sortByDependencies(dependencies);
  return { ordered: ordered.flatMap((id) => known.get(id) ?? []), cycles };
}

/** Depth-first order: what is needed comes first. Each cycle found is given once, as its path. */
export function sortByDependencies(dependencies: Dependencies): {
  ordered: string[];
  cycles: string[][];
} {
  const ordered: string[] = [];
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    const start = path.indexOf(name);
    if (start >= 0) {
      cycles.push([...path.slice(start), name]);
      return;
    }
    path.push(name);
    for (const needed of dependencies.get(name) ?? []) {
      if (dependencies.has(needed)) visit(needed);
    }
    path.pop();
    done.add(name);
    ordered.push(name);
  };
  for (const name of dependencies.keys()) visit(name);
  return { ordered, cycles };
}

/** Sections and questions in evaluation order. */
export function orderQuestionnaire(document: QuestionnaireHolder): {
  ordered: string[];
  placed: ReadonlyMap<string, PlacedQuestion>;
} {
  const placed = new Map(
    listQuestions(document.questionnaire).map((item) => [item.question.id, item]),
  );
  return { ordered: sortByDependencies(buildDependencies(document)).ordered, placed };
}
