import type { PendingEdit, SaveEvent, ServerAnswer } from "~/domain/application/save-queue";
import { savingRefusals } from "./labels";

/** Longest wait for the server's answer, in milliseconds. */
const patience = 20_000;

const answersPath = (applicationId: string) =>
  `/api/candidatures/${encodeURIComponent(applicationId)}/reponses`;

type Said = {
  readonly version?: number;
  readonly savedAt?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly current?: ServerAnswer;
};

/** Sends one answer; what came of it is an event of the queue, whatever happened. */
export async function sendSave(applicationId: string, edit: PendingEdit): Promise<SaveEvent> {
  const { questionId } = edit;
  const lost: SaveEvent = { kind: "lost", questionId, now: Date.now() };
  try {
    const response = await fetch(`${answersPath(applicationId)}/${questionId}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ value: edit.value, version: edit.baseVersion }),
      // Lets a save leave with the page that is being closed.
      keepalive: JSON.stringify(edit.value).length < 30_000,
      signal: AbortSignal.timeout(patience),
    });
    if (response.status === 401) return { kind: "signed-out", questionId };
    if (response.status >= 500 || response.status === 429) return { ...lost, now: Date.now() };
    const said = (await response.json()) as Said;
    if (response.ok && said.version !== undefined && said.savedAt !== undefined) {
      return { kind: "saved", questionId, version: said.version, savedAt: said.savedAt };
    }
    if (said.reason === "stale" && said.current) {
      return { kind: "stale", questionId, current: said.current };
    }
    return { kind: "refused", questionId, message: said.message ?? savingRefusals.unreadable };
  } catch {
    return { ...lost, now: Date.now() };
  }
}

/** Every answer of an application as the server holds it; undefined when it cannot be had now. */
export async function readSavedAnswers(
  applicationId: string,
): Promise<Readonly<Record<string, ServerAnswer>> | undefined> {
  try {
    const response = await fetch(answersPath(applicationId), {
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) return undefined;
    return ((await response.json()) as { answers: Record<string, ServerAnswer> }).answers;
  } catch {
    return undefined;
  }
}

export type SignInAgainResult = "signed-in" | "refused" | "another-person" | "unreachable";

/** Signs in without leaving the page, and checks that it is the same person. */
export async function signInAgain(
  applicationId: string,
  personId: string,
  form: FormData,
): Promise<SignInAgainResult> {
  try {
    // A successful sign-in answers by a redirect, which is not followed: the cookie is enough.
    const response = await fetch("/connexion", { method: "POST", body: form, redirect: "manual" });
    if (response.type !== "opaqueredirect")
      return response.status >= 500 ? "unreachable" : "refused";
    const known = await fetch(answersPath(applicationId));
    if (!known.ok) return "another-person";
    const { personId: now } = (await known.json()) as { personId?: string };
    return now === personId ? "signed-in" : "another-person";
  } catch {
    return "unreachable";
  }
}
