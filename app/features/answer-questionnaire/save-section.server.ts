import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import { evaluate } from "~/domain/maturity/evaluate";
import { isSameAnswer } from "~/domain/questionnaire/diff-answers";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import type { FormEntries } from "~/domain/questionnaire/parse-form-answer";
import type { Question, Section } from "~/domain/questionnaire/types";
import { isOpenQuestion } from "~/domain/review/completion";
import { readFile } from "~/features/application-file/read-file.server";
import type { Work } from "~db/work.server";
import { baseMark, digestOfFields, readBaseMark } from "./base-mark.server";
import { type ReadContext, readContextOf } from "./check-answer.server";
import { choiceName, markName } from "./form-names";
import { formRefusals } from "./labels";
import { type OpenApplication, openForAnswers } from "./open-for-answers.server";
import { resolvePlaces } from "./resolve-places.server";
import { type CurrentAnswer, saveInto } from "./save-answer.server";
import {
  readTyped,
  rowsAsTyped,
  type TypedFields,
  typedOfAnswer,
  typedOfQuestion,
} from "./typed-fields";

/** An answer that was not saved, and what to do: what was typed is given back with it. */
export type AnswerProblem = {
  readonly questionId: string;
  readonly message: string;
  readonly rowId?: string;
  readonly fieldId?: string;
  readonly typed: TypedFields;
  readonly mark: string;
  /** Present when somebody else wrote it meanwhile. */
  readonly conflict?: CurrentAnswer & { readonly mine: string; readonly theirs: string };
};

export type SaveSectionResult =
  | { readonly ok: true; readonly revealed: readonly string[] }
  | { readonly ok: false; readonly reason: "not-found" | "closed" }
  | {
      readonly ok: false;
      /** The section is not the person's to write; what they typed is given back. */
      readonly reason: "other-section";
      readonly written: readonly WrittenAnswer[];
    }
  | {
      readonly ok: false;
      readonly reason: "to-correct";
      readonly problems: readonly AnswerProblem[];
    };

/** An answer as typed, in French, for the page that says it was not kept. */
export type WrittenAnswer = {
  readonly questionId: string;
  readonly title: string;
  readonly text: string;
};

type Changed = {
  readonly question: Question;
  readonly typed: TypedFields;
  readonly version: number;
};

/**
 * Saves the answers of a section that its form changed, all in the caller's transaction. Those that
 * somebody else changed meanwhile, or that cannot be kept, are given back as they were typed; the
 * others are saved. `revealed` are the questions of the section that these answers now ask.
 */
export async function saveSection(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly sectionId: string;
    readonly entries: FormEntries;
  },
): Promise<SaveSectionResult> {
  const open = await openForAnswers(work, scope, input.applicationId);
  if (!open.ok) return open;
  const section = open.document.questionnaire.sections.find(({ id }) => id === input.sectionId);
  if (section && !canWriteSection(open.application.writable, section.id)) {
    const written = changedQuestions(section, input.entries).map(asWritten);
    return { ok: false, reason: "other-section", written };
  }
  const file = section && (await readFile(work, scope, input.applicationId));
  if (!section || !file) return { ok: false, reason: "not-found" };
  const seenBefore = file.evaluation.visible;
  const changed = changedQuestions(section, input.entries).filter(({ question }) =>
    isOpenQuestion(open.openQuestions, question.id),
  );
  const posted = Object.fromEntries(
    changed.map(({ question, typed }) => {
      const read = readTyped(question, typed, rowsAsTyped);
      return [question.id, read.ok ? read.value : null];
    }),
  );
  const answers = { ...file.input.answers, ...posted };
  const { visible } = evaluate(open.compiled, { ...file.input, answers });
  const readContext = readContextOf(work, scope, open);
  const problems: AnswerProblem[] = [];
  for (const change of changed) {
    const problem = await saveChange(work, open, change, (question, saved) =>
      readContext(question, { ...posted, ...saved }),
    );
    // What is no longer asked cannot be corrected: it is left as it was.
    if (problem && (problem.conflict || visible.has(problem.questionId))) problems.push(problem);
  }
  if (problems.length > 0) return { ok: false, reason: "to-correct", problems };
  const revealed = section.questions.filter(
    ({ id, kind }) => kind !== "information" && visible.has(id) && !seenBefore.has(id),
  );
  return { ok: true, revealed: revealed.map(({ id }) => id) };
}

/** The questions whose fields differ from what the form showed; a version that was set aside is not. */
function changedQuestions(section: Section, entries: FormEntries): Changed[] {
  return section.questions.flatMap((question) => {
    if (question.kind === "file") return [];
    const mark = entries.find(([name]) => name === markName(question.id))?.[1];
    if (mark === undefined) return [];
    const choice = entries.find(([name]) => name === choiceName(question.id))?.[1];
    if (choice === "theirs") return [];
    const { version, digest } = readBaseMark(mark);
    const typed = typedOfQuestion(question.id, entries);
    const isUntouched = choice === undefined && digestOfFields(question, typed) === digest;
    return isUntouched ? [] : [{ question, typed, version }];
  });
}

function asWritten({ question, typed }: Changed): WrittenAnswer {
  const read = readTyped(question, typed, rowsAsTyped);
  const text = read.ok
    ? formatAnswer(question, read.value)
    : Object.values(typed).flat().filter(Boolean).join(", ");
  return { questionId: question.id, title: question.title, text };
}

async function saveChange(
  work: Work,
  open: OpenApplication,
  { question, typed, version }: Changed,
  readContext: ReadContext,
): Promise<AnswerProblem | undefined> {
  const questionId = question.id;
  const problem = (message: string, more: Partial<AnswerProblem> = {}): AnswerProblem => ({
    questionId,
    message,
    typed,
    // The digest of nothing: what is given back always counts as changed.
    mark: `${version}:${"0".repeat(16)}`,
    ...more,
  });
  const places = await resolvePlaces(work, question, typed);
  if (!places.ok) return problem(formRefusals.ambiguousPlace(places.choices));
  const read = readTyped(question, places.typed, await readContext(question, {}));
  if (!read.ok) {
    const { message, rowId, fieldId } = read;
    return problem(message, { rowId, fieldId });
  }
  const result = await saveInto(
    work,
    open,
    { questionId, value: read.value, baseVersion: version },
    readContext,
  );
  if (result.ok) return undefined;
  if (result.reason === "invalid") return problem(result.message);
  if (result.reason !== "stale") return problem(formRefusals.gone);
  const { current } = result;
  // The same form sent twice, or the same answer given by two people: nothing to choose.
  if (isSameAnswer(current.value, read.value)) return undefined;
  return problem(formRefusals.stale, {
    mark: baseMark(question, current.version, typedOfAnswer(question, current.value, {})),
    conflict: {
      ...current,
      mine: formatAnswer(question, read.value),
      theirs: formatAnswer(question, current.value),
    },
  });
}
