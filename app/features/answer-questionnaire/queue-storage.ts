import type { PendingEdit } from "~/domain/application/save-queue";

const prefix = "jalons.reponse";

/** One entry of the storage for each answer, so that two tabs never erase each other's. */
function keyOf(applicationId: string, personId: string, questionId = ""): string {
  return `${prefix}.${applicationId}.${personId}.${questionId}`;
}

/** The browser's storage; undefined where it is refused (private browsing, blocked by policy). */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Answers that wait in this browser for one person and application. What cannot be read is left out. */
export function pendingSaves(applicationId: string, personId: string): readonly PendingEdit[] {
  const kept = storage();
  if (!kept) return [];
  const start = keyOf(applicationId, personId);
  const edits: PendingEdit[] = [];
  for (let index = 0; index < kept.length; index += 1) {
    const key = kept.key(index);
    const edit = key?.startsWith(start) ? readEdit(kept.getItem(key)) : undefined;
    if (edit && key === keyOf(applicationId, personId, edit.questionId)) edits.push(edit);
  }
  return edits;
}

function readEdit(text: string | null): PendingEdit | undefined {
  try {
    const edit: unknown = JSON.parse(text ?? "");
    return isEdit(edit) ? edit : undefined;
  } catch {
    return undefined;
  }
}

function isEdit(value: unknown): value is PendingEdit {
  if (typeof value !== "object" || value === null) return false;
  const edit = value as Partial<PendingEdit>;
  return (
    typeof edit.questionId === "string" &&
    typeof edit.baseVersion === "number" &&
    typeof edit.typed === "object" &&
    Array.isArray(edit.sent)
  );
}

/** Writes what changed between two states of a queue; a full storage loses nothing on screen. */
export function storeEdits(
  applicationId: string,
  personId: string,
  before: Readonly<Record<string, PendingEdit>>,
  after: Readonly<Record<string, PendingEdit>>,
): void {
  const kept = storage();
  if (!kept || before === after) return;
  try {
    for (const edit of Object.values(after)) {
      if (before[edit.questionId] === edit) continue;
      kept.setItem(keyOf(applicationId, personId, edit.questionId), JSON.stringify(edit));
    }
    for (const questionId of Object.keys(before)) {
      if (!after[questionId]) kept.removeItem(keyOf(applicationId, personId, questionId));
    }
  } catch {
    // Storage full or refused: the edit is still in memory and on its way to the server.
  }
}
