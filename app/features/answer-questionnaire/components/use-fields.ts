import { useCallback, useRef, useState } from "react";
import type { TypedSection } from "../section-state";
import type { TypedFields } from "../typed-fields";

const none: ReadonlySet<string> = new Set();
const withOne = (known: ReadonlySet<string>, id: string) =>
  known.has(id) ? known : new Set([...known, id]);

/**
 * The fields of a section as typed, question by question, which of them were typed in, and which
 * were left: what is wrong is shown only once the person has moved on.
 */
export function useFields(initial: TypedSection) {
  const [typed, setTyped] = useState(initial);
  const [touched, setTouched] = useState(none);
  const [left, setLeft] = useState(none);
  /** The same as `typed`, for what happens between two drawings. */
  const latest = useRef(initial);
  const write = useCallback((questionId: string, fields: TypedFields) => {
    latest.current = { ...latest.current, [questionId]: fields };
    setTyped(latest.current);
    setTouched((known) => withOne(known, questionId));
  }, []);
  const leave = useCallback((questionId: string) => {
    setLeft((known) => withOne(known, questionId));
  }, []);
  return { typed, latest, touched, left, write, leave };
}
