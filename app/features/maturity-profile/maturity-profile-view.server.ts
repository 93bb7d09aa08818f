import type { Scope } from "~/domain/access/permissions";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import type { GateOutcome, LevelOutcome } from "~/domain/maturity/explain";
import { shortestImprovement } from "~/domain/maturity/shortest-improvement";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import { listQuestions } from "~/domain/questionnaire/walk";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { questionLinks } from "~/features/application-file/question-link";
import { type EvaluatedFile, readFile } from "~/features/application-file/read-file.server";
import type { Work } from "~db/work.server";
import { axisMinimum } from "./axis-minimum";

/** Beyond this many tries the list may not be the shortest one, and the page says so. */
const mostTries = 2_500;

export type AxisLine = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly weight: number;
  readonly score: number | null;
  /** The least that the level aimed at asks of this axis; null when it asks nothing. */
  readonly minimum: number | null;
};

export type ImprovementLine = {
  readonly kind: "answer" | "proof";
  readonly number: string;
  readonly title: string;
  readonly to: string;
  readonly current: string;
  readonly proposed: string;
  readonly gain: number;
};

export type ConditionLine = {
  readonly id: string;
  readonly label: string;
  readonly help: string | null;
  readonly isMet: boolean;
  readonly observed: number | boolean | null;
  readonly required: number | boolean;
  readonly gain: number | null;
  /** Titles of the axes that hold it shut. */
  readonly axes: readonly string[];
  /** The question whose proof it waits for. */
  readonly proof: { readonly number: string; readonly title: string; readonly to: string } | null;
};

export type MaturityProfileView = {
  readonly id: string;
  readonly now: string;
  readonly title: string;
  readonly campaign: string;
  readonly status: ApplicationStatus;
  readonly filled: number;
  readonly shown: number;
  readonly score: number | null;
  readonly level: number;
  readonly levelTitle: string | null;
  /** Every level of the campaign with the overall score it asks for, for the gauge's marks. */
  readonly marks: readonly {
    readonly level: number;
    readonly title: string;
    readonly min: number;
  }[];
  /** The next level, or the highest when it is reached. */
  readonly aimed: { readonly level: number; readonly title: string } | null;
  readonly hasNext: boolean;
  readonly improvement: {
    readonly changes: readonly ImprovementLine[];
    readonly score: number | null;
    readonly isExact: boolean;
  } | null;
  readonly conditions: readonly ConditionLine[];
  readonly axes: readonly AxisLine[];
};

/** The maturity profile with the answers of today; undefined out of scope. */
export async function maturityProfileView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<MaturityProfileView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document, evaluation } = file;
  const schools = await nameSchools(work, file.schools, file.communes, file.departements);
  const next = evaluation.levels.find((level) => !level.reached);
  const aimed = next ?? evaluation.levels.at(-1) ?? null;
  const sum = (name: "filled" | "shown") =>
    evaluation.completeness.reduce((total, section) => total + section[name], 0);
  return {
    id: application.id,
    now: work.now.toISOString(),
    title: applicantTitle(schools),
    campaign: `${document.title} ${document.edition}`,
    status: application.status,
    filled: sum("filled"),
    shown: sum("shown"),
    score: evaluation.score,
    level: evaluation.level,
    levelTitle: document.levels.find(({ level }) => level === evaluation.level)?.title ?? null,
    marks: document.levels.flatMap(({ level, title, gates }) => {
      const gate = gates.find((candidate) => candidate.kind === "overall");
      return gate?.kind === "overall" ? [{ level, title, min: gate.min }] : [];
    }),
    aimed: aimed && { level: aimed.level, title: aimed.title },
    hasNext: next !== undefined,
    improvement: application.status === "draft" && next ? improvementOf(file) : null,
    conditions: aimed ? conditionsOf(file, aimed) : [],
    axes: document.axes.map(({ id: axisId, title, short, weight }) => ({
      id: axisId,
      title,
      short,
      weight,
      score: evaluation.axes[axisId]?.score ?? null,
      minimum: axisMinimum(document, aimed?.level ?? null, axisId),
    })),
  };
}

function improvementOf(file: EvaluatedFile): MaturityProfileView["improvement"] {
  const found = shortestImprovement(file.compiled, file.input, { nodeLimit: mostTries });
  if (!found) return null;
  const links = questionLinks(file.application.id, file.document.questionnaire);
  const questions = new Map(
    listQuestions(file.document.questionnaire).map(({ question }) => [question.id, question]),
  );
  const changes = found.changes.flatMap((change): ImprovementLine[] => {
    const question = questions.get(change.questionId);
    const link = links.get(change.questionId);
    if (!question || !link) return [];
    return [
      {
        kind: change.kind,
        number: link.number,
        title: question.title,
        to: link.to,
        current: formatAnswer(question, change.from),
        proposed: change.kind === "proof" ? "" : formatAnswer(question, change.to),
        gain: change.gain,
      },
    ];
  });
  changes.sort((a, b) => b.gain - a.gain);
  return { changes, score: found.score, isExact: found.exact };
}

function conditionsOf(file: EvaluatedFile, aimed: LevelOutcome): ConditionLine[] {
  const { document } = file;
  const gates = document.levels.flatMap((level) => level.gates);
  const links = questionLinks(file.application.id, document.questionnaire);
  const line = (outcome: GateOutcome): ConditionLine => {
    const gate = gates.find((candidate) => candidate.id === outcome.gate);
    const proof = outcome.missingProof === null ? undefined : links.get(outcome.missingProof);
    return {
      id: outcome.gate,
      label: gate?.label ?? outcome.gate,
      help: gate?.help ?? null,
      isMet: outcome.met,
      observed: outcome.observed,
      required: outcome.required,
      gain: outcome.gain,
      axes: outcome.axes.map(
        (axisId) => document.axes.find((axis) => axis.id === axisId)?.title ?? axisId,
      ),
      proof: proof ? { number: proof.number, title: proof.title, to: proof.to } : null,
    };
  };
  return [...aimed.gates].map(line).sort((a, b) => Number(a.isMet) - Number(b.isMet));
}
