import type { Scope } from "~/domain/access/permissions";
import { canWriteSection, type SectionLimit } from "~/domain/access/section-limits";
import type { SchoolFacts } from "~/domain/expression/facts";
import type { SectionCompleteness } from "~/domain/maturity/completeness";
import type { MissingOfSection } from "~/domain/questionnaire/next-missing";
import type { Answers, Question, Questionnaire, Section } from "~/domain/questionnaire/types";
import { numberQuestions } from "~/domain/questionnaire/walk";
import { limitIn } from "~/features/application-file/can-answer.server";
import { deadlineOf } from "~/features/application-file/deadline-of.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { type EvaluatedFile, readFile } from "~/features/application-file/read-file.server";
import { type ReviewLine, reviewOf } from "~/features/application-file/section-progress";
import { readSectionWork } from "~/features/application-file/section-work.server";
import { type ProofLine, proofLine } from "~/features/proofs/proof-view.server";
import { type UploadLine, uploadLines } from "~/features/proofs/upload-lines.server";
import type { Work } from "~db/work.server";
import { baseMark } from "./base-mark.server";
import { leanQuestionnaire } from "./browser-document";
import { placesIn } from "./places-in";
import { labelPlaces } from "./search-places.server";
import { completionOf, withOpenQuestions } from "./section-completion.server";
import { explainSection, questionMetas } from "./section-words";
import { type TypedFields, typedOfAnswer } from "./typed-fields";

/** One line of the side list. */
export type SectionLine = Pick<SectionCompleteness, "answered" | "required"> &
  MissingOfSection & {
    readonly title: string;
    /** False for one that is entrusted to others: it is read, not written. */
    readonly isWritable: boolean;
  };

export type StoredQuestion = {
  readonly version: number;
  readonly typed: TypedFields;
  /** What the form carries of the answer that it shows. */
  readonly mark: string;
};

export type SectionView = {
  readonly applicationId: string;
  readonly personId: string;
  readonly campaign: { readonly title: string; readonly edition: string };
  readonly applicant: string;
  readonly section: Section;
  /** The sections shown, in order, and where this one stands. */
  readonly sections: readonly SectionLine[];
  readonly position: number;
  readonly questionnaire: Questionnaire;
  readonly school: SchoolFacts;
  /** Answers of the other sections, which conditions may read. */
  readonly otherAnswers: Answers;
  readonly stored: Readonly<Record<string, StoredQuestion>>;
  /** Files of every section: one may serve several questions. */
  readonly proofs: readonly ProofLine[];
  /** What the reader began to send and did not end. */
  readonly unfinished: readonly UploadLine[];
  /** Files by file question of every section. */
  readonly proofCounts: Readonly<Record<string, number>>;
  readonly numbers: Readonly<Record<string, string>>;
  /** « 4 points », « preuve demandée pour le niveau 3 ». */
  readonly metas: Readonly<Record<string, string>>;
  readonly explanations: readonly string[];
  /** Those to whom the section is entrusted; empty when the whole team has it. */
  readonly holders: readonly string[];
  /** Who asks that the section be read again. */
  readonly review: ReviewLine | null;
  /** ISO 8601, UTC: the last save of this section. */
  readonly lastSavedAt: string | null;
  /** ISO 8601, UTC, once the file can no longer be submitted: the campaign's closing, or its extension. */
  readonly closedAt: string | null;
  /** Where the last section leads: to read all again, or to send what was asked for. */
  readonly end: { readonly to: string; readonly title: string };
};

/** A section that is not the reader's to write: where it is read, and who has it. */
export type ElsewhereView = Pick<SectionView, "applicationId" | "applicant" | "holders"> & {
  readonly section: Pick<Section, "id" | "title">;
};

export type SectionViewResult =
  | { readonly ok: true; readonly view: SectionView }
  | { readonly ok: false; readonly reason: "other-section"; readonly elsewhere: ElsewhereView }
  | { readonly ok: false; readonly reason: "not-found" | "closed" };

/** Everything that the page of one section shows. A section that is not asked is not found. */
export async function sectionView(
  work: Work,
  scope: Scope,
  applicationId: string,
  sectionId: string,
): Promise<SectionViewResult> {
  const file = await readFile(work, scope, applicationId);
  const whole = file?.document.questionnaire.sections.find(({ id }) => id === sectionId);
  if (!file || !whole || !file.evaluation.visibleSections.has(sectionId)) {
    return { ok: false, reason: "not-found" };
  }
  const completion = await completionOf(work, file);
  const found = withOpenQuestions(whole, completion);
  if (!found) return { ok: false, reason: "closed" };
  const { section, reasons } = found;
  const { document } = file;
  const limit = await limitIn(work, scope, applicationId);
  const sections = sectionLines(file, limit).filter(({ id }) => completion.isOpenSection(id));
  const applicant = applicantTitle(
    await nameSchools(work, file.schools, file.communes, file.departements),
  );
  const team = await readSectionWork(work, file);
  const holders = team.holders.flatMap((holder) =>
    holder.sectionId === sectionId ? [holder.name] : [],
  );
  if (!canWriteSection(limit, sectionId)) {
    const { id, title } = section;
    const elsewhere = { applicationId, applicant, holders, section: { id, title } };
    return { ok: false, reason: "other-section", elsewhere };
  }
  const { closesAt } = file.campaign;
  // Before the campaign's closing no decision matters yet: nothing more is read.
  const { endsAt } =
    closesAt < work.now ? await deadlineOf(work, file, work.now) : { endsAt: closesAt };
  const own = new Set(section.questions.map(({ id }) => id));
  const rows = file.answerRows.filter(({ questionId }) => own.has(questionId));
  return {
    ok: true,
    view: {
      applicationId,
      personId: work.actor.personId,
      campaign: { title: document.title, edition: document.edition },
      applicant,
      section,
      sections,
      position: sections.findIndex(({ id }) => id === sectionId),
      questionnaire: leanQuestionnaire(document.questionnaire, sectionId),
      school: file.input.school,
      otherAnswers: Object.fromEntries(
        Object.entries(file.input.answers).filter(([id]) => !own.has(id)),
      ),
      stored: await storedQuestions(work, section, rows),
      proofs: [...file.proofs, ...file.infected].map(proofLine),
      unfinished: await uploadLines(work, applicationId),
      proofCounts: { ...file.input.proofs } as Record<string, number>,
      numbers: Object.fromEntries(
        [...numberQuestions(document.questionnaire)].filter(([id]) => own.has(id)),
      ),
      metas: { ...questionMetas(document, section), ...reasons },
      explanations: explainSection(document, section),
      holders,
      review: reviewOf(team, sectionId, work.actor.personId),
      lastSavedAt: latest(rows.map(({ savedAt }) => savedAt)),
      closedAt: completion.dueOn === null && endsAt < work.now ? endsAt.toISOString() : null,
      end: completion.end,
    },
  };
}

function sectionLines({ document, evaluation }: EvaluatedFile, limit: SectionLimit): SectionLine[] {
  return document.questionnaire.sections.flatMap(({ id, title }) => {
    const found = evaluation.completeness.find(({ sectionId }) => sectionId === id);
    if (!found?.isVisible) return [];
    const { answered, required, missing } = found;
    const isWritable = canWriteSection(limit, id);
    return [
      {
        id,
        title,
        answered,
        required,
        isWritable,
        missing: isWritable ? missing.length : 0,
        firstMissing: isWritable ? (missing[0] ?? null) : null,
      },
    ];
  });
}

async function storedQuestions(
  work: Work,
  section: Section,
  rows: EvaluatedFile["answerRows"],
): Promise<Record<string, StoredQuestion>> {
  const byId = new Map(rows.map((row) => [row.questionId, row]));
  const storedValue = (question: Question) => byId.get(question.id)?.value ?? null;
  const labels = await labelPlaces(
    work,
    placesIn(section.questions.map((question) => [question, storedValue(question)] as const)),
  );
  return Object.fromEntries(
    section.questions.map((question) => {
      const version = byId.get(question.id)?.version ?? 0;
      const typed = typedOfAnswer(question, storedValue(question), labels);
      return [question.id, { version, typed, mark: baseMark(question, version, typed) }];
    }),
  );
}

function latest(dates: readonly Date[]): string | null {
  const times = dates.map((date) => date.getTime());
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
