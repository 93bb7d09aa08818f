import { closedFacts } from "../expression/facts";
import { canAllBeTrue, type Domain, type Knowledge } from "../expression/satisfiability";
import type { Expr } from "../expression/types";
import { buildDependencies, orderFields, sortByDependencies } from "../maturity/order";
import type { Question, Section } from "../questionnaire/types";
import { listQuestions } from "../questionnaire/walk";
import type { CampaignDocument } from "./document";
import type { FaultList, Path } from "./fault";

type Placed = { question: Question; section: Section; at: Path };

function placeQuestions(document: CampaignDocument): Map<string, Placed> {
  return new Map(
    listQuestions(document.questionnaire).map(
      ({ question, section, sectionIndex, questionIndex }) => [
        question.id,
        {
          question,
          section,
          at: ["questionnaire", "sections", sectionIndex, "questions", questionIndex],
        },
      ],
    ),
  );
}

/** Conditions, parents and calculations that go round in a circle. Returns true when there is one. */
export function checkCycles(document: CampaignDocument, faults: FaultList): boolean {
  const placed = placeQuestions(document);
  const { cycles } = sortByDependencies(buildDependencies(document));
  for (const cycle of cycles) {
    const names = cycle.map((name) => name.replace("section:", "section "));
    const first = cycle.find((name) => placed.has(name)) ?? "";
    const at: Path = placed.get(first)?.at ?? ["questionnaire"];
    faults.add(at, `conditions en cercle : ${names.join(" > ")}`);
  }
  let hasFieldCycle = false;
  for (const { question, at } of placed.values()) {
    if (question.kind !== "repeatable") continue;
    for (const cycle of orderFields(question.questions).cycles) {
      hasFieldCycle = true;
      faults.add(at, `conditions en cercle dans le bloc : ${cycle.join(" > ")}`);
    }
  }
  return cycles.length > 0 || hasFieldCycle;
}

/** What is known of answers and facts before anyone answers: lists, bounds, perimeter, visibility. */
export function buildKnowledge(document: CampaignDocument): Knowledge {
  const placed = placeQuestions(document);
  return {
    domain: (name) => {
      if (name.startsWith("school:")) return factDomain(document, name.slice("school:".length));
      const found = placed.get(name.slice("answer:".length));
      return found && questionDomain(found.question);
    },
    needs: (name) => {
      const found = placed.get(name.slice("answer:".length));
      return name.startsWith("answer:") && found ? visibilityOf(found, placed) : [];
    },
  };
}

function visibilityOf({ question, section }: Placed, placed: ReadonlyMap<string, Placed>): Expr[] {
  const conditions = [section.visibleWhen, question.visibleWhen];
  let parent = question.parent ? placed.get(question.parent) : undefined;
  for (let depth = 0; parent && depth < 20; depth += 1) {
    conditions.push(parent.question.visibleWhen);
    parent = parent.question.parent ? placed.get(parent.question.parent) : undefined;
  }
  return conditions.filter((condition) => condition !== undefined);
}

function factDomain(document: CampaignDocument, fact: string): Domain | undefined {
  const { perimeter } = document;
  const lists: Readonly<Record<string, readonly string[] | undefined>> = {
    kind: perimeter.kinds,
    nature: perimeter.natures,
    sector: perimeter.sectors,
    ministry: perimeter.ministries,
    contract: perimeter.contracts,
    departement: perimeter.departements,
    academie: perimeter.academies,
    regionAcademique: perimeter.regionsAcademiques,
  };
  const values = lists[fact] ?? closedFacts[fact as keyof typeof closedFacts];
  if (values) return { values };
  if (fact === "communePopulation")
    return { min: 0, max: perimeter.maxCommunePopulation ?? Number.POSITIVE_INFINITY };
  if (fact === "urbanUnitPopulation")
    return { min: 0, max: perimeter.maxUrbanUnitPopulation ?? Number.POSITIVE_INFINITY };
  if (fact.startsWith("pupils.")) return { min: 0 };
  if (fact === "open" && perimeter.openOnly) return { values: [true] };
  return undefined;
}

function questionDomain(question: Question): Domain | undefined {
  switch (question.kind) {
    case "yes-no":
      return { values: [true, false] };
    case "single-choice":
      return { values: question.options.map((option) => option.id) };
    case "scale":
      return { values: question.steps.map((step) => step.id) };
    case "integer":
    case "decimal":
    case "money":
      return {
        ...(typeof question.min === "number" && { min: question.min }),
        ...(typeof question.max === "number" && { max: question.max }),
      };
    case "percentage":
      return {
        min: typeof question.min === "number" ? question.min : 0,
        max: typeof question.max === "number" ? question.max : 100,
      };
    default:
      return undefined;
  }
}

/** Questions and sections that no school and no answer can ever show. The proof is sound, not complete. */
export function checkVisibility(
  document: CampaignDocument,
  knowledge: Knowledge,
  faults: FaultList,
): void {
  const never = "ne peut jamais apparaître : ses conditions se contredisent";
  const hidden = new Set<string>();
  document.questionnaire.sections.forEach((section, index) => {
    if (section.visibleWhen === undefined || canAllBeTrue([section.visibleWhen], knowledge)) return;
    hidden.add(section.id);
    faults.add(["questionnaire", "sections", index, "visibleWhen"], `cette section ${never}`);
  });
  const placed = placeQuestions(document);
  for (const found of placed.values()) {
    if (hidden.has(found.section.id)) continue;
    if (!canAllBeTrue(visibilityOf(found, placed), knowledge))
      faults.add([...found.at, "visibleWhen"], `la question « ${found.question.id} » ${never}`);
  }
}
