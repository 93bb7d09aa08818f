import type { PendingEdit, SaveQueue } from "./save-queue";

/** An edit that only the person can move: something to correct, to choose or to write anew. */
const isForThePerson = (edit: PendingEdit) =>
  edit.fault !== null || edit.conflict !== null || edit.isHeld;

const canBeSent = (edit: PendingEdit) => !edit.isSending && !isForThePerson(edit);

/** The edits to send at `now` (milliseconds); none while signed out or waiting for a new try. */
export function readyToSend(queue: SaveQueue, now: number): readonly PendingEdit[] {
  if (queue.isSignedOut || now < queue.retryAt) return [];
  return Object.values(queue.edits).filter((edit) => canBeSent(edit) && edit.notBefore <= now);
}

/** When to look again (milliseconds); undefined when only an event can move the queue. */
export function nextLook(queue: SaveQueue): number | undefined {
  if (queue.isSignedOut) return undefined;
  const dates = Object.values(queue.edits)
    .filter(canBeSent)
    .map(({ notBefore }) => notBefore);
  return dates.length === 0 ? undefined : Math.max(queue.retryAt, Math.min(...dates));
}

export type SaveSummary = {
  readonly state: "saved" | "saving" | "offline" | "signed-out" | "refused" | "conflict";
  /** Answers concerned by that state. */
  readonly count: number;
};

/** What the save bar says, the most pressing first. */
export function summarise(queue: SaveQueue): SaveSummary {
  const edits = Object.values(queue.edits);
  const waiting = edits.filter((edit) => !isForThePerson(edit)).length;
  const conflicts = edits.filter((edit) => edit.conflict !== null || edit.isHeld).length;
  if (queue.isSignedOut) return { state: "signed-out", count: edits.length };
  if (queue.failures > 0 && waiting > 0) return { state: "offline", count: waiting };
  if (conflicts > 0) return { state: "conflict", count: conflicts };
  if (waiting > 0) return { state: "saving", count: waiting };
  return edits.length > 0
    ? { state: "refused", count: edits.length }
    : { state: "saved", count: 0 };
}
