import type { FileState, SeenChange } from "~/features/presence/file-state";
import { changeSentence } from "~/features/presence/presence-words";
import { watchFile } from "~/features/presence/watch-file";
import type { Autosave } from "./autosave";
import { focusedIn, questionAround } from "./question-focus";
import type { SectionView } from "./section-view.server";
import { readSavedAnswers } from "./send-save";
import { type TypedFields, typedOfAnswer } from "./typed-fields";

/** Their answers hold codes, of which the page shows the names. */
const kindsWithPlaces: ReadonlySet<string> = new Set(["commune", "school", "repeatable"]);

export type LiveSection = {
  readonly view: SectionView;
  readonly form: HTMLFormElement;
  readonly autosave: () => Autosave | undefined;
  /** Shows the fields of a question anew. */
  readonly redraw: (questionId: string, fields: TypedFields) => void;
  readonly onPeople: (people: FileState["people"]) => void;
  /** Told in words what somebody else wrote in this section. */
  readonly onNews: (sentence: string) => void;
};

/**
 * Keeps a section's page up with the others who are in its file: says where the person is, and puts
 * on screen the answers that others save. A question being edited, or that has the focus, is never
 * touched: if both wrote it, the save asks which version to keep. Gives the function that stops.
 */
export function startLiveSection(live: LiveSection): () => void {
  const { view, form, autosave, redraw, onPeople, onNews } = live;
  const { applicationId, personId, section } = view;
  /** Written by others, not on screen yet. */
  const late = new Map<string, SeenChange>();
  let isStopped = false;

  /** What may be shown now; what was edited meanwhile, or is known, is forgotten. */
  const ready = (): readonly SeenChange[] => {
    const queue = autosave()?.queue();
    if (!queue) return [];
    for (const { questionId, version } of late.values()) {
      const isKnown = version <= (queue.versions[questionId] ?? 0);
      if (isKnown || queue.edits[questionId]) late.delete(questionId);
    }
    return [...late.values()].filter(({ questionId }) => focusedIn(questionId) === undefined);
  };
  const settle = async () => {
    const waiting = ready().map(({ questionId }) => questionId);
    if (waiting.length === 0) return;
    const answers = await readSavedAnswers(applicationId);
    const changed = section.questions.filter(({ id }) => waiting.includes(id));
    const holdsPlaces = answers && changed.some(({ kind }) => kindsWithPlaces.has(kind));
    const labels = holdsPlaces
      ? await import("./place-labels").then((module) => module.readPlaceLabels(changed, answers))
      : {};
    if (!answers || isStopped) return;
    // Read anew: the person may have begun to answer while the server was asked.
    for (const change of ready()) {
      const question = section.questions.find(({ id }) => id === change.questionId);
      const answer = answers[change.questionId];
      if (!question || !answer || answer.version < change.version) continue;
      late.delete(question.id);
      autosave()?.dispatch({
        kind: "refreshed",
        questionId: question.id,
        version: answer.version,
      });
      const isFile = question.kind === "file";
      if (!isFile) redraw(question.id, typedOfAnswer(question, answer.value, labels));
      if (change.authorId === personId) continue;
      const said = changeSentence(change, view.numbers[question.id] ?? "");
      onNews(isFile ? `${said} (rechargez la page pour la voir)` : said);
    }
  };
  const receive = ({ people, changes }: FileState) => {
    onPeople(people);
    for (const change of changes) {
      const isHere = section.questions.some(({ id }) => id === change.questionId);
      if (isHere) late.set(change.questionId, change);
    }
    void settle();
  };
  const placeOf = (element: Element | null) => ({
    sectionId: section.id,
    questionId: questionAround(element) ?? null,
  });
  const watching = watchFile(applicationId, placeOf(document.activeElement), receive);
  const arrive = ({ target }: FocusEvent) => {
    if (target instanceof Element) watching.move(placeOf(target));
    void settle();
  };
  form.addEventListener("focusin", arrive);
  // The focus has moved on only once this event is over.
  const depart = () => setTimeout(() => isStopped || void settle());
  form.addEventListener("focusout", depart);

  return () => {
    isStopped = true;
    watching.stop();
    form.removeEventListener("focusin", arrive);
    form.removeEventListener("focusout", depart);
  };
}
