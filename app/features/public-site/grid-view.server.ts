import { numberQuestions } from "~/domain/questionnaire/walk";
import { compiledOf, documentOf } from "~/features/campaigns/campaign-document.server";
import type { Work } from "~db/work.server";
import { findPublicCampaign, summaryOf } from "./campaign-summary.server";
import { phraseGate, phraseRule } from "./gate-words";

/** Every question with its points, and every level's conditions; undefined when not public. */
export async function gridView(work: Work, slug: string) {
  const row = await findPublicCampaign(work, slug);
  if (!row) return undefined;
  const document = documentOf(row);
  const numbers = numberQuestions(document.questionnaire);
  const most = new Map(compiledOf(row).criteria.map(({ question, rule }) => [question, rule.max]));
  const criteria = new Map(
    document.scoringGrid.map((criterion) => [criterion.question, criterion]),
  );
  const titles = new Map(
    document.questionnaire.sections
      .flatMap(({ questions }) => questions)
      .map(({ id, title }) => [id, title] as const),
  );
  const weights = document.axes.reduce((sum, { weight }) => sum + weight, 0);
  return {
    campaign: summaryOf(row, work.now),
    revision: document.questionnaire.revision,
    axes: document.axes.map(({ id, title, weight }) => ({
      id,
      title,
      share: weights > 0 ? weight / weights : 0,
      points: document.scoringGrid
        .filter(({ axis }) => axis === id)
        .reduce((sum, { question }) => sum + (most.get(question) ?? 0), 0),
    })),
    levels: document.levels.map(({ level, title, gates }) => ({
      level,
      title,
      gates: gates.map((gate) => ({ id: gate.id, words: phraseGate(gate, document) })),
    })),
    sections: document.questionnaire.sections.map((section) => ({
      id: section.id,
      title: section.title,
      questions: section.questions
        .filter(({ kind }) => kind !== "information")
        .map((question) => {
          const criterion = criteria.get(question.id);
          return {
            id: question.id,
            number: numbers.get(question.id) ?? "",
            title: question.title,
            isConditional: question.visibleWhen !== undefined || question.parent !== undefined,
            points: criterion ? (most.get(question.id) ?? 0) : null,
            axis: document.axes.find(({ id }) => id === criterion?.axis)?.short ?? null,
            rule: criterion ? phraseRule(criterion.rule, question) : [],
            proof: criterion?.proof ? (titles.get(criterion.proof) ?? null) : null,
          };
        }),
    })),
  };
}

export type GridView = NonNullable<Awaited<ReturnType<typeof gridView>>>;
