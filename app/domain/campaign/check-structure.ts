import { listQuestions } from "../questionnaire/walk";
import type { CampaignDocument } from "./document";
import type { FaultList, Path } from "./fault";

type Identified = { readonly id: string };

/** Ids that stand twice, parents, sections' axes, authorities and calendar. */
export function checkStructure(
  document: CampaignDocument,
  declared: ReadonlySet<string>,
  faults: FaultList,
): void {
  checkIds(document, faults);
  checkParents(document, declared, faults);
  const axes = new Set(document.axes.map((axis) => axis.id));
  document.questionnaire.sections.forEach((section, index) => {
    if (section.axisId && !axes.has(section.axisId) && !declared.has(section.axisId))
      faults.add(
        ["questionnaire", "sections", index, "axisId"],
        `axe inconnu « ${section.axisId} »`,
      );
  });
  checkEntitlements(document, faults);
  if (document.kind === "label" && document.levels.length === 0)
    faults.add(["levels"], "un label demande au moins un niveau");
}

function reportRepeated(items: readonly Identified[], at: Path, faults: FaultList): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) faults.add([...at, index, "id"], `identifiant « ${id} » déjà pris`);
    seen.add(id);
  });
}

function checkIds(document: CampaignDocument, faults: FaultList): void {
  reportRepeated(document.partners, ["partners"], faults);
  reportRepeated(document.axes, ["axes"], faults);
  reportRepeated(document.decidingAuthorities, ["decidingAuthorities"], faults);
  reportRepeated(document.entitlements, ["entitlements"], faults);
  reportRepeated(document.questionnaire.sections, ["questionnaire", "sections"], faults);
  // Questions and fields share one set of names: expressions and form names tell them apart by id.
  const seen = new Set<string>();
  const claim = (id: string, at: Path) => {
    if (seen.has(id)) faults.add([...at, "id"], `identifiant de question « ${id} » déjà pris`);
    seen.add(id);
  };
  for (const { question, sectionIndex, questionIndex } of listQuestions(document.questionnaire)) {
    const at: Path = ["questionnaire", "sections", sectionIndex, "questions", questionIndex];
    claim(question.id, at);
    if ("options" in question) reportRepeated(question.options, [...at, "options"], faults);
    if (question.kind === "scale") reportRepeated(question.steps, [...at, "steps"], faults);
    if (question.kind === "matrix") {
      reportRepeated(question.rows, [...at, "rows"], faults);
      reportRepeated(question.columns, [...at, "columns"], faults);
      if (question.columns.every((column) => column.notApplicable))
        faults.add([...at, "columns"], "toutes les colonnes sont « sans objet »");
    }
    if (question.kind === "multiple-choice") checkChoices(question, at, faults);
    if (question.kind !== "repeatable") continue;
    if (question.min > question.max)
      faults.add([...at, "min"], "le nombre de lignes demandé dépasse le maximum");
    question.questions.forEach((field, index) => {
      const fieldAt: Path = [...at, "questions", index];
      claim(field.id, fieldAt);
      if ("options" in field) reportRepeated(field.options, [...fieldAt, "options"], faults);
      if (field.kind === "scale") reportRepeated(field.steps, [...fieldAt, "steps"], faults);
      if (field.kind === "multiple-choice") checkChoices(field, fieldAt, faults);
    });
  }
}

function checkChoices(
  question: {
    options: readonly Identified[];
    minChecked?: number | undefined;
    maxChecked?: number | undefined;
    exclusive?: string | undefined;
  },
  at: Path,
  faults: FaultList,
): void {
  const { options, minChecked, maxChecked, exclusive } = question;
  if (exclusive !== undefined && !options.some((option) => option.id === exclusive))
    faults.add([...at, "exclusive"], `option inconnue « ${exclusive} »`);
  if (minChecked !== undefined && minChecked > (maxChecked ?? options.length))
    faults.add([...at, "minChecked"], "plus de réponses demandées qu’il n’est permis d’en cocher");
}

function checkParents(
  document: CampaignDocument,
  declared: ReadonlySet<string>,
  faults: FaultList,
): void {
  const sectionOf = new Map<string, string>();
  for (const { question, section, sectionIndex, questionIndex } of listQuestions(
    document.questionnaire,
  )) {
    const { parent } = question;
    const known = parent === undefined ? undefined : sectionOf.get(parent);
    sectionOf.set(question.id, section.id);
    if (parent === undefined || known === section.id) continue;
    const isLost = known === undefined && declared.has(parent) && !sectionOf.has(parent);
    const isLater = section.questions.some((other) => other.id === parent);
    if (isLost && !isLater) continue;
    faults.add(
      ["questionnaire", "sections", sectionIndex, "questions", questionIndex, "parent"],
      `« ${parent} » doit être une question placée avant, dans la même section`,
    );
  }
}

function checkEntitlements(document: CampaignDocument, faults: FaultList): void {
  const levels = new Set(document.levels.map((level) => level.level));
  document.entitlements.forEach((entitlement, index) => {
    for (const level of entitlement.levels) {
      if (!levels.has(level))
        faults.add(["entitlements", index, "levels"], `niveau ${level} absent du document`);
    }
    if (entitlement.envelopeCents < entitlement.unitPriceCents)
      faults.add(
        ["entitlements", index, "envelopeCents"],
        "l’enveloppe ne paie pas une seule unité",
      );
  });
}
