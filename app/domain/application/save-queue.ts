import { isSameAnswer } from "../questionnaire/diff-answers";

/** The answer that the server holds, when a save started from an older one. */
export type ServerAnswer = {
  readonly value: unknown;
  readonly version: number;
  readonly author: string;
  readonly isYours: boolean;
  readonly savedAt: string | null;
};

/** One answer that waits to be saved: the last thing typed, and what it starts from. */
export type PendingEdit = {
  readonly questionId: string;
  readonly value: unknown;
  /** The form's fields as typed, to show them again after a reload. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly baseVersion: number;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** Not sent before this instant (milliseconds): the person may still be typing. */
  readonly notBefore: number;
  /** What to do before it can be saved; it is kept meanwhile. */
  readonly fault: string | null;
  /** Somebody else wrote meanwhile: nothing is sent before the person chooses. */
  readonly conflict: ServerAnswer | null;
  /** Based on the other version, and not sent until it is written anew. */
  readonly isHeld: boolean;
  /** Values sent from `baseVersion` whose outcome is not known. */
  readonly sent: readonly unknown[];
  readonly isSending: boolean;
};

/** Everything that waits for one application and person, and how the sending goes. */
export type SaveQueue = {
  readonly edits: Readonly<Record<string, PendingEdit>>;
  /** The version last known of each answer. */
  readonly versions: Readonly<Record<string, number>>;
  readonly failures: number;
  readonly retryAt: number;
  readonly isSignedOut: boolean;
  /** ISO 8601, UTC: the last acknowledged save. */
  readonly savedAt: string | null;
};

export type SaveEvent =
  | {
      readonly kind: "edited";
      readonly questionId: string;
      readonly value: unknown;
      readonly typed: PendingEdit["typed"];
      readonly fault: string | null;
      readonly writtenAt: string;
      readonly notBefore: number;
    }
  /** Bounds moved with other answers: the same text is now right, or wrong. */
  | {
      readonly kind: "checked";
      readonly questionId: string;
      readonly value: unknown;
      readonly fault: string | null;
    }
  | { readonly kind: "sending"; readonly questionId: string }
  | {
      readonly kind: "saved";
      readonly questionId: string;
      readonly version: number;
      readonly savedAt: string;
    }
  | { readonly kind: "stale"; readonly questionId: string; readonly current: ServerAnswer }
  | { readonly kind: "refused"; readonly questionId: string; readonly message: string }
  | { readonly kind: "signed-out"; readonly questionId: string }
  /** No answer came, or the server could not work: whether it was saved is not known. */
  | { readonly kind: "lost"; readonly questionId: string; readonly now: number }
  /** Another person's answer was put on screen: what is typed next starts from it. */
  | { readonly kind: "refreshed"; readonly questionId: string; readonly version: number }
  | { readonly kind: "signed-in" }
  | { readonly kind: "back-online" }
  | {
      readonly kind: "chosen";
      readonly questionId: string;
      readonly keep: "mine" | "theirs" | "third";
    };

/** A queue over the versions that a page shows, with the edits found in the browser's storage. */
export function startQueue(
  versions: SaveQueue["versions"],
  restored: readonly PendingEdit[] = [],
): SaveQueue {
  const edits = restored.map((edit) => [edit.questionId, { ...edit, isSending: false }] as const);
  return {
    edits: Object.fromEntries(edits),
    versions,
    failures: 0,
    retryAt: 0,
    isSignedOut: false,
    savedAt: null,
  };
}

const firstRetry = 1_000;
const longestRetry = 60_000;

/** Wait before a new try, in milliseconds, doubling from one second to one minute. */
export function retryDelay(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestRetry, firstRetry * 2 ** (failures - 1));
}

/** The queue after an event. An event about an edit that is no longer there changes nothing. */
export function advance(queue: SaveQueue, event: SaveEvent): SaveQueue {
  switch (event.kind) {
    case "edited":
      return put(queue, editedOf(queue, event));
    case "refreshed":
      // An edit begun meanwhile started from the older version: its save will say so.
      return queue.edits[event.questionId]
        ? queue
        : withVersion(queue, event.questionId, event.version);
    case "signed-in":
      return { ...queue, isSignedOut: false, failures: 0, retryAt: 0 };
    case "back-online":
      return { ...queue, failures: 0, retryAt: 0 };
    default: {
      const edit = queue.edits[event.questionId];
      return edit ? advanceEdit(queue, edit, event) : queue;
    }
  }
}

type Edited = Extract<SaveEvent, { kind: "edited" }>;
type AboutEdit = Exclude<SaveEvent, Edited | { kind: "refreshed" | "signed-in" | "back-online" }>;

function editedOf(queue: SaveQueue, event: Edited): PendingEdit {
  const { kind: _kind, ...written } = event;
  const known = queue.edits[event.questionId];
  const fresh = {
    baseVersion: queue.versions[event.questionId] ?? 0,
    conflict: null,
    sent: [],
    isSending: false,
  };
  return { ...(known ?? fresh), ...written, isHeld: false };
}

function advanceEdit(queue: SaveQueue, edit: PendingEdit, event: AboutEdit): SaveQueue {
  switch (event.kind) {
    case "checked":
      return put(queue, { ...edit, value: event.value, fault: event.fault });
    case "sending":
      return put(queue, { ...edit, isSending: true, sent: [...edit.sent, edit.value] });
    case "saved": {
      const done = { ...queue, failures: 0, retryAt: 0, savedAt: event.savedAt };
      return settle(done, edit, event.version, edit.sent.at(-1));
    }
    case "stale":
      return afterStale(queue, edit, event.current);
    case "refused":
      return put(queue, {
        ...withoutLastSent(edit),
        // A message about what was sent says nothing of what was typed since.
        fault: isSameAnswer(edit.value, edit.sent.at(-1)) ? event.message : edit.fault,
      });
    case "signed-out":
      return { ...put(queue, withoutLastSent(edit)), isSignedOut: true };
    case "lost": {
      const failures = queue.failures + 1;
      const waiting = { ...queue, failures, retryAt: event.now + retryDelay(failures) };
      return put(waiting, { ...edit, isSending: false });
    }
    case "chosen":
      return edit.conflict ? choose(queue, edit, edit.conflict, event.keep) : queue;
  }
}

/** The server holds `saved` under `version`: what was typed since starts from there. */
function settle(queue: SaveQueue, edit: PendingEdit, version: number, saved: unknown): SaveQueue {
  const known = withVersion(queue, edit.questionId, version);
  if (edit.fault === null && isSameAnswer(edit.value, saved)) return drop(known, edit.questionId);
  return put(known, { ...edit, baseVersion: version, sent: [], isSending: false });
}

/**
 * Our own save may have arrived without its answer coming back: a version that holds a value that we
 * sent, under our name, is that save. The same answer given by someone else leaves nothing to choose.
 */
function afterStale(queue: SaveQueue, edit: PendingEdit, current: ServerAnswer): SaveQueue {
  const isOurSave =
    current.isYours &&
    current.version > edit.baseVersion &&
    edit.sent.some((value) => isSameAnswer(value, current.value));
  const isSame = edit.fault === null && isSameAnswer(edit.value, current.value);
  if (isOurSave || isSame) {
    const savedAt = current.savedAt ?? queue.savedAt;
    return settle(
      { ...queue, failures: 0, retryAt: 0, savedAt },
      edit,
      current.version,
      current.value,
    );
  }
  const reached = { ...queue, failures: 0, retryAt: 0 };
  return put(reached, { ...edit, isSending: false, conflict: current });
}

function choose(
  queue: SaveQueue,
  edit: PendingEdit,
  conflict: ServerAnswer,
  keep: "mine" | "theirs" | "third",
): SaveQueue {
  const known = withVersion(queue, edit.questionId, conflict.version);
  if (keep === "theirs") return drop(known, edit.questionId);
  return put(known, {
    ...edit,
    baseVersion: conflict.version,
    conflict: null,
    sent: [],
    isHeld: keep === "third",
    notBefore: 0,
  });
}

function withoutLastSent(edit: PendingEdit): PendingEdit {
  return { ...edit, isSending: false, sent: edit.sent.slice(0, -1) };
}

function put(queue: SaveQueue, edit: PendingEdit): SaveQueue {
  return { ...queue, edits: { ...queue.edits, [edit.questionId]: edit } };
}

function drop(queue: SaveQueue, questionId: string): SaveQueue {
  const { [questionId]: _done, ...edits } = queue.edits;
  return { ...queue, edits };
}

function withVersion(queue: SaveQueue, questionId: string, version: number): SaveQueue {
  return { ...queue, versions: { ...queue.versions, [questionId]: version } };
}
