import { useCallback, useEffect, useRef } from "react";
import { focusedIn, focusQuestion } from "../question-focus";

/**
 * A question drawn anew is another element: whoever was in its field must find the focus there again.
 * Gives the function to call just before; `drawn` changes when it is done.
 */
export function useKeptFocus(drawn: unknown): (questionId: string) => void {
  const held = useRef<readonly [string, string]>();
  useEffect(() => {
    if (drawn === undefined || !held.current) return;
    const [questionId, controlId] = held.current;
    held.current = undefined;
    focusQuestion(questionId, controlId);
  }, [drawn]);
  return useCallback((questionId: string) => {
    const controlId = focusedIn(questionId);
    if (controlId !== undefined) held.current = [questionId, controlId];
  }, []);
}
