import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import type { CampaignDocument } from "~/domain/campaign/document";
import { listQuestions, type PlacedQuestion } from "~/domain/questionnaire/walk";
import { isOpenQuestion } from "~/domain/review/completion";
import { findSignedAnswer, writeAnswer } from "~db/repositories/answers.server";
import { lockChain, record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { checkAnswer, type ReadContext, readContextOf } from "./check-answer.server";
import { type OpenApplication, openForAnswers } from "./open-for-answers.server";

export type AnswerToSave = {
  readonly questionId: string;
  /** JSON value of the answer; null, "" or [] clears it. */
  readonly value: unknown;
  /** The version that the person saw: 0 where there was no answer. */
  readonly baseVersion: number;
};

/** The answer as the database holds it, for whoever started from an older one. */
export type CurrentAnswer = {
  readonly value: unknown;
  readonly version: number;
  readonly author: string;
  readonly isYours: boolean;
  /** ISO 8601, UTC; null where there is no answer. */
  readonly savedAt: string | null;
};

export type SaveAnswerResult =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly version: number;
      readonly savedAt: string;
    }
  | { readonly ok: false; readonly reason: "stale"; readonly current: CurrentAnswer }
  | {
      readonly ok: false;
      readonly reason: "invalid";
      readonly message: string;
      readonly rowId?: string;
      readonly fieldId?: string;
    }
  | { readonly ok: false; readonly reason: "not-found" | "closed" | "other-section" };

/**
 * Saves one answer of a draft if nobody wrote it since `baseVersion`: never a silent overwrite. A
 * stale one is refused with the answer as it stands. Its chain of the journal is its own, so that
 * writers of different answers never wait for each other.
 */
export async function saveAnswer(
  work: Work,
  scope: Scope,
  { applicationId, ...answer }: AnswerToSave & { readonly applicationId: string },
): Promise<SaveAnswerResult> {
  const open = await openForAnswers(work, scope, applicationId);
  if (!open.ok) return open;
  return saveInto(work, open, answer, readContextOf(work, scope, open));
}

/** The same once the application is open: one form saves several answers. */
export async function saveInto(
  work: Work,
  open: OpenApplication,
  { questionId, value, baseVersion }: AnswerToSave,
  readContext: ReadContext,
): Promise<SaveAnswerResult> {
  const applicationId = open.application.id;
  const placed = findQuestion(open, questionId);
  if (!placed) return { ok: false, reason: "not-found" };
  const { question, section } = placed;
  if (!canWriteSection(open.application.writable, section.id)) {
    return { ok: false, reason: "other-section" };
  }
  if (!isOpenQuestion(open.openQuestions, questionId)) return { ok: false, reason: "closed" };
  const context = await readContext(question, { [questionId]: value });
  const check = checkAnswer(question, value, context);
  if (!check.ok) return { ...check, reason: "invalid" };
  const on = { kind: "answer", id: `${applicationId}/${questionId}` };
  // Sent together: the answer's row is locked first, then the head of its chain.
  const [written, chain] = await Promise.all([
    writeAnswer(work.tx, {
      applicationId,
      questionId,
      value: check.value,
      baseVersion,
      personId: work.actor.personId,
      at: work.now,
    }),
    baseVersion > 0 ? lockChain(work, on) : undefined,
  ]);
  if (!written) {
    return {
      ok: false,
      reason: "stale",
      current: await currentAnswer(work, applicationId, questionId),
    };
  }
  const { version, previous } = written;
  const before = { value: previous, version: baseVersion };
  const after = { value: check.value, version };
  await record(work, { on, action: "answer.saved", before, after }, chain);
  return { ok: true, value: check.value, version, savedAt: work.now.toISOString() };
}

const questionsById = new WeakMap<CampaignDocument, ReadonlyMap<string, PlacedQuestion>>();

function findQuestion({ document }: OpenApplication, questionId: string) {
  let byId = questionsById.get(document);
  if (!byId) {
    const questions = listQuestions(document.questionnaire);
    byId = new Map(questions.map((placed) => [placed.question.id, placed]));
    questionsById.set(document, byId);
  }
  return byId.get(questionId);
}

async function currentAnswer(
  work: Work,
  applicationId: string,
  questionId: string,
): Promise<CurrentAnswer> {
  const found = await findSignedAnswer(work.tx, applicationId, questionId);
  return {
    value: found?.value ?? null,
    version: found?.version ?? 0,
    author: found?.author ?? "",
    isYours: found?.authorId === work.actor.personId,
    savedAt: found?.savedAt.toISOString() ?? null,
  };
}
