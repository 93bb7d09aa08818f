import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import { findQuestions, longestQuery } from "~/domain/questionnaire/find-questions";
import { listQuestions, numberQuestions } from "~/domain/questionnaire/walk";
import { answerLimit } from "~/features/application-file/can-answer.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { questionAddress } from "~/features/application-file/question-link";
import { readFile } from "~/features/application-file/read-file.server";
import { sectionProgress } from "~/features/application-file/section-progress";
import { paths } from "~/paths";
import type { Work } from "~db/work.server";

export type FoundQuestion = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: "answered" | "missing" | "to-correct" | "optional";
  readonly to: string;
};

export type FoundSection = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly questions: readonly FoundQuestion[];
};

export type SearchQuestionsView = {
  readonly id: string;
  readonly title: string;
  readonly campaign: string;
  readonly query: string;
  /** How many questions the file has, all words aside. */
  readonly questionCount: number;
  /** The section of the best question first. */
  readonly sections: readonly FoundSection[];
};

/** The questions shown to a file that hold the words of a query, by section; undefined out of scope. */
export async function searchQuestionsView(
  work: Work,
  scope: Scope,
  id: string,
  words: string,
): Promise<SearchQuestionsView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document, evaluation } = file;
  const query = words.slice(0, longestQuery).trim();
  const limit =
    application.status === "draft" ? await answerLimit(work, application.id) : undefined;
  const progress = new Map(sectionProgress(file).map((section) => [section.id, section]));
  const numbers = numberQuestions(document.questionnaire);
  const shown = listQuestions(document.questionnaire).flatMap(({ question, section }) =>
    question.kind !== "information" && evaluation.visible.has(question.id)
      ? [{ question, sectionId: section.id, number: numbers.get(question.id) ?? "" }]
      : [],
  );
  const sections = new Map<string, FoundQuestion[]>();
  for (const { question, sectionId, number } of findQuestions(shown, query)) {
    const section = progress.get(sectionId);
    if (!section) continue;
    const found = sections.get(sectionId) ?? [];
    sections.set(sectionId, found);
    found.push({
      id: question.id,
      number,
      title: question.title,
      state: section.faulty.includes(question.id)
        ? "to-correct"
        : section.missing.includes(question.id)
          ? "missing"
          : isFilled(
                question.kind,
                file.input.answers[question.id],
                file.input.proofs?.[question.id],
              )
            ? "answered"
            : "optional",
      to:
        limit && canWriteSection(limit, sectionId)
          ? questionAddress(application.id, sectionId, question.id)
          : `${paths.review(application.id)}#reponse-${question.id}`,
    });
  }
  return {
    id: application.id,
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    campaign: `${document.title} ${document.edition}`,
    query,
    questionCount: shown.length,
    sections: [...sections].flatMap(([sectionId, questions]) => {
      const section = progress.get(sectionId);
      return section
        ? [{ id: sectionId, number: section.number, title: section.title, questions }]
        : [];
    }),
  };
}

function isFilled(kind: string, answer: unknown, proofs = 0): boolean {
  if (kind === "calculated") return true;
  return kind === "file" ? proofs > 0 : answer !== null && answer !== undefined && answer !== "";
}
