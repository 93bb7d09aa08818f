import type { Criterion } from "../maturity/schema";
import type { Question } from "../questionnaire/types";
import { listQuestions } from "../questionnaire/walk";
import type { CampaignDocument } from "./document";
import type { FaultList, Path } from "./fault";

type Names = {
  questions: ReadonlyMap<string, Question>;
  declared: ReadonlySet<string>;
  axes: ReadonlySet<string>;
};

/** Kinds of questions that each rule can read. */
const scorable: Readonly<Record<Criterion["rule"]["kind"], readonly Question["kind"][]>> = {
  options: ["single-choice", "scale", "yes-no"],
  checked: ["multiple-choice"],
  linear: ["integer", "decimal", "money", "percentage", "calculated"],
  matrix: ["matrix"],
  attached: ["file"],
  expression: [
    "integer",
    "decimal",
    "money",
    "percentage",
    "date",
    "yes-no",
    "single-choice",
    "multiple-choice",
    "scale",
    "matrix",
    "repeatable",
    "file",
    "calculated",
  ],
};

/** Axes and scoring grid: weights, points, and questions that can be scored at all. */
export function checkScoring(
  document: CampaignDocument,
  declared: ReadonlySet<string>,
  damaged: ReadonlySet<string>,
  faults: FaultList,
): void {
  const names: Names = {
    questions: new Map(
      listQuestions(document.questionnaire).map(({ question }) => [question.id, question]),
    ),
    declared,
    axes: new Set(document.axes.map((axis) => axis.id)),
  };
  if (document.axes.length > 0 && !damaged.has("axes")) {
    const total = document.axes.reduce((sum, axis) => sum + axis.weight, 0);
    if (total === 0) faults.add(["axes"], "la somme des poids des axes est nulle");
  }
  const seen = new Set<string>();
  document.scoringGrid.forEach((criterion, index) => {
    const at: Path = ["scoringGrid", index];
    if (seen.has(criterion.question))
      faults.add([...at, "question"], `« ${criterion.question} » est déjà notée`);
    seen.add(criterion.question);
    checkCriterion(criterion, at, names, faults);
  });
  if (damaged.has("scoringGrid") || damaged.has("axes")) return;
  document.axes.forEach((axis, index) => {
    const hasPoints = document.scoringGrid.some((criterion) => criterion.axis === axis.id);
    if (!hasPoints) faults.add(["axes", index], `aucune question ne note l’axe « ${axis.id} »`);
  });
}

function checkCriterion(criterion: Criterion, at: Path, names: Names, faults: FaultList): void {
  if (!names.axes.has(criterion.axis) && !names.declared.has(criterion.axis))
    faults.add([...at, "axis"], `axe inconnu « ${criterion.axis} »`);
  checkProof(criterion.proof, [...at, "proof"], names, faults);
  const question = names.questions.get(criterion.question);
  if (!question) {
    if (!names.declared.has(criterion.question))
      faults.add([...at, "question"], `question inconnue « ${criterion.question} »`);
    return;
  }
  const { rule } = criterion;
  if (!scorable[rule.kind].includes(question.kind)) {
    faults.add(
      [...at, "rule", "kind"],
      `la règle « ${rule.kind} » ne note pas une question « ${question.kind} »`,
    );
    return;
  }
  checkPoints(criterion, question, at, faults);
}

function checkProof(proof: string | undefined, at: Path, names: Names, faults: FaultList): void {
  if (proof === undefined) return;
  const question = names.questions.get(proof);
  if (!question) {
    if (!names.declared.has(proof)) faults.add(at, `question inconnue « ${proof} »`);
  } else if (question.kind !== "file") {
    faults.add(at, `« ${proof} » n’est pas une question qui reçoit un fichier`);
  }
}

/** Proofs of gates follow the same rule as proofs of criteria. */
export function checkGateProofs(
  document: CampaignDocument,
  declared: ReadonlySet<string>,
  faults: FaultList,
): void {
  const questions = new Map(
    listQuestions(document.questionnaire).map(({ question }) => [question.id, question]),
  );
  document.levels.forEach((level, levelIndex) => {
    level.gates.forEach((gate, index) => {
      const at: Path = ["levels", levelIndex, "gates", index, "proof"];
      checkProof(gate.proof, at, { questions, declared, axes: new Set() }, faults);
    });
  });
}

function answerIds(question: Question): readonly string[] {
  if (question.kind === "yes-no") return ["yes", "no"];
  if (question.kind === "scale") return question.steps.map((step) => step.id);
  if (question.kind === "matrix")
    return question.columns.filter((column) => !column.notApplicable).map((column) => column.id);
  return "options" in question ? question.options.map((option) => option.id) : [];
}

function checkPoints({ rule }: Criterion, question: Question, at: Path, faults: FaultList): void {
  const nothing = "cette règle ne peut donner aucun point";
  switch (rule.kind) {
    case "options":
    case "checked":
    case "matrix": {
      const ids = new Set(answerIds(question));
      for (const id of Object.keys(rule.points)) {
        if (!ids.has(id)) faults.add([...at, "rule", "points", id], `option inconnue « ${id} »`);
      }
      const hasPoints = Object.values(rule.points).some((points) => points > 0);
      const isCapped = rule.kind === "checked" && rule.cap === 0;
      if (!hasPoints || isCapped) faults.add([...at, "rule"], nothing);
      return;
    }
    case "linear":
      if (rule.from.at === rule.to.at)
        faults.add([...at, "rule", "to", "at"], "les deux bornes sont égales");
      if (Math.max(rule.from.points, rule.to.points) === 0) faults.add([...at, "rule"], nothing);
      return;
    case "attached":
      if (rule.points === 0) faults.add([...at, "rule"], nothing);
      return;
    case "expression":
      if (rule.max === 0) faults.add([...at, "rule", "max"], nothing);
  }
}
