import {
  advance,
  type PendingEdit,
  type SaveEvent,
  type SaveQueue,
  startQueue,
} from "~/domain/application/save-queue";
import {
  nextLook,
  readyToSend,
  type SaveSummary,
  summarise,
} from "~/domain/application/save-queue-state";
import { pendingSaves, storeEdits } from "./queue-storage";
import { sendSave } from "./send-save";

/** Pause in typing after which a text is sent, in milliseconds; a choice is sent at once. */
export const typingPause = 600;

export type TypedAnswer = Pick<PendingEdit, "questionId" | "value" | "typed" | "fault"> & {
  /** The person may go on typing: wait a little. */
  readonly isTyping: boolean;
};

export type Autosave = {
  readonly queue: () => SaveQueue;
  readonly subscribe: (listener: () => void) => () => void;
  readonly edit: (answer: TypedAnswer) => void;
  readonly dispatch: (event: SaveEvent) => void;
  /** Sends everything that can be, at once; settles when nothing is left on its way. */
  readonly flush: () => Promise<SaveSummary>;
  readonly stop: () => void;
};

/**
 * The saves of one person in one application: a queue kept in the browser's storage, sent as it can
 * be. What waited from another page or before a reload is sent too.
 */
export function startAutosave(
  applicationId: string,
  personId: string,
  versions: SaveQueue["versions"],
): Autosave {
  let queue = startQueue(versions, pendingSaves(applicationId, personId));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const listeners = new Set<() => void>();

  const dispatch = (event: SaveEvent): void => {
    const before = queue;
    queue = advance(queue, event);
    storeEdits(applicationId, personId, before.edits, queue.edits);
    for (const listener of listeners) listener();
    look();
  };
  const look = (): void => {
    clearTimeout(timer);
    if (isStopped) return;
    for (const edit of readyToSend(queue, Date.now())) {
      queue = advance(queue, { kind: "sending", questionId: edit.questionId });
      storeEdits(applicationId, personId, {}, queue.edits);
      void sendSave(applicationId, edit).then(dispatch);
    }
    const at = nextLook(queue);
    if (at !== undefined) timer = setTimeout(look, Math.max(0, at - Date.now()) + 5);
  };
  const retry = () => dispatch({ kind: "back-online" });
  /** Nothing waits for the end of a pause any longer. */
  const hurry = () => {
    const edits = Object.values(queue.edits).map((edit) => [
      edit.questionId,
      { ...edit, notBefore: 0 },
    ]);
    queue = { ...queue, edits: Object.fromEntries(edits) };
    look();
  };
  const leave = () => document.visibilityState === "hidden" && hurry();
  globalThis.addEventListener("online", retry);
  document.addEventListener("visibilitychange", leave);
  look();

  return {
    queue: () => queue,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit: ({ isTyping, ...answer }) =>
      dispatch({
        kind: "edited",
        ...answer,
        writtenAt: new Date().toISOString(),
        notBefore: isTyping ? Date.now() + typingPause : 0,
      }),
    dispatch,
    flush: () =>
      new Promise((resolve) => {
        const check = () => {
          const isOnItsWay = Object.values(queue.edits).some((edit) => edit.isSending);
          const isReady = readyToSend(queue, Number.MAX_SAFE_INTEGER).length > 0;
          if (isOnItsWay || (isReady && queue.failures === 0)) return;
          listeners.delete(check);
          resolve(summarise(queue));
        };
        listeners.add(check);
        hurry();
        retry();
      }),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      globalThis.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", leave);
    },
  };
}

/**
 * Sends what waits in this browser, for a page that must not go on before it is saved (submission).
 * Gives what could not be: nothing means that everything is saved.
 */
export async function flushPendingSaves(
  applicationId: string,
  personId: string,
): Promise<readonly PendingEdit[]> {
  if (pendingSaves(applicationId, personId).length === 0) return [];
  const autosave = startAutosave(applicationId, personId, {});
  await autosave.flush();
  autosave.stop();
  return Object.values(autosave.queue().edits);
}
