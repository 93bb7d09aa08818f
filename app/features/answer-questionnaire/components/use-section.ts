import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type SaveQueue, startQueue } from "~/domain/application/save-queue";
import { compileQuestionnaire } from "~/domain/maturity/compile-questionnaire";
import { countsAsProof } from "~/domain/proof/scan";
import { questionIdOf } from "~/domain/questionnaire/parse-form-answer";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import { type Autosave, startAutosave } from "../autosave";
import { changedQuestions } from "../changed-controls";
import { focusQuestion } from "../question-focus";
import type { AnswerProblem } from "../save-section.server";
import { type FieldFault, readSection, type TypedSection } from "../section-state";
import type { SectionView } from "../section-view.server";
import { type TypedFields, typedOfAnswer, typedOfQuestion } from "../typed-fields";
import { useEarlyAnswers } from "./use-early-answers";
import { useFields } from "./use-fields";
import { useKeptFocus } from "./use-kept-focus";
import { useLiveSection } from "./use-live-section";

/** Kinds whose text is still being typed: saved after a pause. Any other is saved at once. */
const typedKinds = new Set([
  "short-text",
  "long-text",
  "integer",
  "decimal",
  "money",
  "percentage",
  "date",
  "school",
  "commune",
  "repeatable",
]);

/** The state of a section's page: the fields as typed, what they show or hide, and their saving. */
export function useSection(view: SectionView, problems: readonly AnswerProblem[]) {
  const { section, applicationId, personId } = view;
  const formElement = useRef<HTMLFormElement>(null);
  const autosave = useRef<Autosave>();
  const [queue, setQueue] = useState<SaveQueue>(() => startQueue({}));
  const [proofs, setProofs] = useState<readonly ProofLine[]>(view.proofs);
  /** Fields shown anew (a version chosen, a draft found again), with a number that redraws them. */
  const [redrawn, setRedrawn] = useState<Readonly<Record<string, readonly [number, TypedFields]>>>(
    {},
  );
  const compiled = useMemo(
    () => compileQuestionnaire({ questionnaire: view.questionnaire }),
    [view.questionnaire],
  );
  const initial = useMemo(() => initialFields(view, problems), [view, problems]);
  const counts = useMemo(() => proofCounts(view, proofs), [view, proofs]);
  const read = useCallback(
    (typed: TypedSection) => readSection(compiled, view, typed, counts),
    [compiled, view, counts],
  );
  const { typed, latest, left, touched, write, leave } = useFields(initial);
  const state = read(typed);
  const keepFocus = useKeptFocus(redrawn);

  const take = useCallback(
    (questionId: string, isLeft: boolean) => {
      const element = formElement.current;
      const question = section.questions.find(({ id }) => id === questionId);
      if (!element || !question || question.kind === "file") return;
      const fields = typedOfQuestion(questionId, [...new FormData(element).entries()]);
      if (isLeft) return leave(questionId);
      write(questionId, fields);
      const now = read(latest.current);
      autosave.current?.edit({
        questionId,
        value: now.values[questionId] ?? null,
        typed: fields,
        fault: now.faults[questionId]?.message ?? null,
        isTyping: typedKinds.has(question.kind),
      });
      recheck(autosave.current, now, questionId);
    },
    [latest, leave, read, section, write],
  );

  const redraw = useCallback(
    (questionId: string, fields: TypedFields) => {
      keepFocus(questionId);
      write(questionId, fields);
      leave(questionId);
      setRedrawn((known) => ({
        ...known,
        [questionId]: [(known[questionId]?.[0] ?? 0) + 1, fields],
      }));
    },
    [keepFocus, leave, write],
  );

  useEffect(() => {
    const versions = Object.entries(view.stored).map(([id, { version }]) => [id, version] as const);
    const started = startAutosave(applicationId, personId, Object.fromEntries(versions));
    autosave.current = started;
    const own = new Set(section.questions.map(({ id }) => id));
    // What waits from before is shown again, unless it was already written anew.
    const early = changedQuestions(formElement.current);
    for (const { questionId, typed } of Object.values(started.queue().edits)) {
      if (own.has(questionId) && !early.has(questionId)) redraw(questionId, typed);
    }
    setQueue(started.queue());
    const leave = started.subscribe(() => setQueue(started.queue()));
    return () => {
      leave();
      started.stop();
    };
  }, [applicationId, personId, section, view.stored, redraw]);

  useEarlyAnswers(formElement, take);
  const live = useLiveSection(view, formElement, autosave, redraw);

  const choose = (questionId: string, keep: "mine" | "theirs" | "third") => {
    const conflict = queue.edits[questionId]?.conflict;
    const question = section.questions.find(({ id }) => id === questionId);
    autosave.current?.dispatch({ kind: "chosen", questionId, keep });
    if (keep === "theirs" && conflict && question) {
      redraw(questionId, typedOfAnswer(question, conflict.value, {}));
    }
    if (keep === "third") focusQuestion(questionId);
  };

  return {
    formElement,
    live,
    queue,
    state,
    proofs,
    redrawn,
    initial,
    faults: {
      ...refusedSaves(queue, state.faults),
      ...shownFaults(state.faults, problems, left, touched),
    },
    onInput: (event: FormEvent) => take(questionOf(event.target), false),
    onBlur: (event: FormEvent) => take(questionOf(event.target), true),
    onRowsChanged: useCallback((questionId: string) => take(questionId, false), [take]),
    onProofs: useCallback((questionId: string, kept: readonly ProofLine[]) => {
      setProofs((known) => [...known.filter((proof) => proof.questionId !== questionId), ...kept]);
    }, []),
    choose,
    signedIn: () => autosave.current?.dispatch({ kind: "signed-in" }),
    flush: () => autosave.current?.flush(),
  };
}

/** Fields as stored, or as typed in a form that was refused. */
function initialFields(
  view: SectionView,
  problems: readonly AnswerProblem[],
): Record<string, TypedFields> {
  const refused = new Map(problems.map((problem) => [problem.questionId, problem.typed]));
  return Object.fromEntries(
    view.section.questions.map(({ id }) => [id, refused.get(id) ?? view.stored[id]?.typed ?? {}]),
  );
}

function proofCounts(view: SectionView, proofs: readonly ProofLine[]): Record<string, number> {
  const own = view.section.questions.filter(({ kind }) => kind === "file").map(({ id }) => id);
  const counted = own.map((id) => [
    id,
    proofs.filter((proof) => proof.questionId === id && countsAsProof(proof)).length,
  ]);
  return { ...view.proofCounts, ...Object.fromEntries(counted) };
}

/** Bounds may follow other answers: what waited to be corrected may now be right. */
function recheck(
  autosave: Autosave | undefined,
  { values, faults }: ReturnType<typeof readSection>,
  except: string,
): void {
  for (const { questionId, fault } of Object.values(autosave?.queue().edits ?? {})) {
    if (questionId === except || fault === null || !(questionId in values || questionId in faults))
      continue;
    const now = faults[questionId]?.message ?? null;
    if (now === fault) continue;
    autosave?.dispatch({
      kind: "checked",
      questionId,
      value: values[questionId] ?? null,
      fault: now,
    });
  }
}

/** What is shown as wrong: what the server refused until it is typed again, then what was left so. */
function shownFaults(
  faults: Readonly<Record<string, FieldFault>>,
  problems: readonly AnswerProblem[],
  left: ReadonlySet<string>,
  touched: ReadonlySet<string>,
): Record<string, FieldFault> {
  const shown: Record<string, FieldFault> = {};
  for (const { questionId, conflict, message, rowId, fieldId } of problems) {
    if (!conflict && !touched.has(questionId)) shown[questionId] = { message, rowId, fieldId };
  }
  for (const [questionId, fault] of Object.entries(faults)) {
    if (left.has(questionId) || !touched.has(questionId)) shown[questionId] = fault;
  }
  return shown;
}

/** What only the server refused of what waits: a section that went to others, a place that was taken away. */
function refusedSaves(
  { edits }: SaveQueue,
  faults: Readonly<Record<string, FieldFault>>,
): Record<string, FieldFault> {
  const refused: Record<string, FieldFault> = {};
  for (const { questionId, fault } of Object.values(edits)) {
    if (fault !== null && !(questionId in faults)) refused[questionId] = { message: fault };
  }
  return refused;
}

/** The question that a form control belongs to; empty for any other. */
function questionOf(target: EventTarget): string {
  return "name" in target && typeof target.name === "string" ? questionIdOf(target.name) : "";
}
