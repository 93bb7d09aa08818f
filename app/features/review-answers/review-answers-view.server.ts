import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { mayBeSent } from "~/domain/proof/scan";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import type { Question } from "~/domain/questionnaire/types";
import { answerLimit } from "~/features/application-file/can-answer.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { questionLinks } from "~/features/application-file/question-link";
import { type EvaluatedFile, readFile } from "~/features/application-file/read-file.server";
import { sectionProgress } from "~/features/application-file/section-progress";
import { readSectionWork } from "~/features/application-file/section-work.server";
import { type WaitingReview, waitingReviews } from "~/features/application-file/waiting-reviews";
import { paths } from "~/paths";
import type { Work } from "~db/work.server";

export type ReviewedAnswer = {
  readonly questionId: string;
  readonly number: string;
  readonly title: string;
  readonly isRequired: boolean;
  /** The answer in French; empty when there is none. */
  readonly text: string;
  /** `to` is null while the antivirus holds the file back. */
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly to: string | null;
  }[];
  readonly state: "answered" | "missing" | "empty";
  /** What to correct, when the answer is not acceptable. */
  readonly fault: string | null;
  readonly to: string;
};

export type ReviewedSection = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly to: string;
  readonly answers: readonly ReviewedAnswer[];
};

export type ReviewAnswersView = {
  readonly id: string;
  readonly now: string;
  readonly title: string;
  readonly campaign: string;
  readonly status: ApplicationStatus;
  readonly canAnswer: boolean;
  readonly sections: readonly (ReviewedSection & { readonly canWrite: boolean })[];
  /** Sections that a colleague asks to read again. */
  readonly reviews: readonly WaitingReview[];
  /** Required answers that are missing, then those to correct: what keeps from submitting. */
  readonly pending: readonly ReviewedAnswer[];
};

/** Every question shown with its answer, by section; undefined out of scope. */
export async function reviewAnswersView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<ReviewAnswersView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document } = file;
  const schools = await nameSchools(work, file.schools, file.communes, file.departements);
  const limit =
    application.status === "draft" ? await answerLimit(work, application.id) : undefined;
  const canAnswer = limit !== undefined;
  const sections = reviewedSections(file).map((section) => ({
    ...section,
    canWrite: limit !== undefined && canWriteSection(limit, section.id),
  }));
  return {
    id: application.id,
    now: work.now.toISOString(),
    title: applicantTitle(schools),
    campaign: `${document.title} ${document.edition}`,
    status: application.status,
    canAnswer,
    sections,
    reviews:
      application.status === "draft"
        ? waitingReviews(
            application.id,
            sectionProgress(file, await readSectionWork(work, file), work.actor.personId),
            canAnswer,
          )
        : [],
    pending: sections
      .flatMap(({ answers, canWrite }) =>
        answers.map((answer) =>
          canWrite ? answer : { ...answer, to: `#reponse-${answer.questionId}` },
        ),
      )
      .filter((answer) => answer.state === "missing" || answer.fault !== null),
  };
}

/** The questions shown of a file, by section, each with its answer in French. */
export function reviewedSections(file: EvaluatedFile): ReviewedSection[] {
  const { application, document, evaluation } = file;
  const links = questionLinks(application.id, document.questionnaire);
  return sectionProgress(file).map(({ id, number, title, missing }) => {
    const section = document.questionnaire.sections.find((candidate) => candidate.id === id);
    const questions = (section?.questions ?? []).filter(
      (question) => question.kind !== "information" && evaluation.visible.has(question.id),
    );
    return {
      id,
      number,
      title,
      to: paths.section(application.id, id),
      answers: questions.map((question) => {
        const text = textOf(file, question);
        const isMissing = missing.includes(question.id);
        return {
          questionId: question.id,
          number: links.get(question.id)?.number ?? "",
          title: question.title,
          isRequired: question.required,
          text,
          files: file.proofs
            .filter((proof) => proof.questionId === question.id)
            .map((proof) => ({
              id: proof.id,
              name: proof.name,
              to: mayBeSent(proof.scan) ? paths.proof(application.id, proof.id) : null,
            })),
          state: isMissing ? "missing" : text === "" ? "empty" : "answered",
          fault:
            evaluation.errors.find((error) => error.questionId === question.id)?.message ?? null,
          to: links.get(question.id)?.to ?? paths.section(application.id, id),
        };
      }),
    };
  });
}

function textOf({ input, evaluation, proofs }: EvaluatedFile, question: Question): string {
  if (question.kind === "calculated") {
    return formatAnswer(question, evaluation.calculated[question.id]);
  }
  if (question.kind === "file") {
    const names = proofs.filter((proof) => proof.questionId === question.id);
    if (names.length > 0) return names.map((proof) => proof.name).join("\n");
  }
  return formatAnswer(question, input.answers[question.id]);
}
