import { type RefObject, useEffect, useRef, useState } from "react";
import {
  changedQuestions,
  chosenFiles,
  restoreTexts,
  textsBeforeHydration,
} from "../changed-controls";

/**
 * Takes what was answered before the page was alive: nothing listened then, and the answer, seen on
 * screen, would never be saved nor show the questions that hang on it. To call after the saving has
 * started.
 */
export function useEarlyAnswers(
  form: RefObject<HTMLFormElement>,
  take: (questionId: string, isLeft: boolean) => void,
): void {
  // Read while React has not yet touched the fields.
  const [texts] = useState(() => textsBeforeHydration("section"));
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    restoreTexts(form.current, texts);
    for (const questionId of changedQuestions(form.current)) take(questionId, false);
    for (const chooser of chosenFiles(form.current)) {
      chooser.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }, [form, take, texts]);
}
