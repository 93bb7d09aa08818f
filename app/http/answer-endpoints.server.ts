import { z } from "zod";
import { visitor } from "~/domain/access/actor";
import { type Action, type Scope, scopeFor } from "~/domain/access/permissions";
import { savingRefusals } from "~/features/answer-questionnaire/labels";
import { listSavedAnswers } from "~/features/answer-questionnaire/list-saved-answers.server";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { searchPlaces } from "~/features/answer-questionnaire/search-places.server";
import { readSignedIn } from "~/features/sign-in/current-actor.server";
import type { SessionReading } from "~/features/sign-in/lucia.server";
import type { HotRequest, HotResponse } from "~/server/create-app";
import type { Work } from "~db/work.server";
import { withWork } from "./work.server";

const answerBody = z.object({ value: z.unknown(), version: z.int().min(0) });

/**
 * Answers in the transaction that also reads the session: one round of work for a save.
 * 401 for a visitor, 403 for a role that never may.
 */
export function asSignedIn(
  request: HotRequest,
  action: Action,
  task: (work: Work, scope: Scope) => Promise<HotResponse>,
  reading?: SessionReading,
): Promise<HotResponse> {
  return withWork(visitor, async (work) => {
    const signedIn = await readSignedIn(work, request.cookie, reading);
    if (!signedIn) return { status: 401, body: { message: savingRefusals["signed-out"] } };
    const scope = scopeFor(signedIn.actor, action);
    if (scope.length === 0) return { status: 403, body: { message: savingRefusals.forbidden } };
    return task({ ...work, actor: signedIn.actor }, scope);
  });
}

/** PUT /api/candidatures/:id/reponses/:questionId with `{ value, version }`. */
export async function putAnswer(
  request: HotRequest,
  [applicationId = "", questionId = ""]: readonly string[],
): Promise<HotResponse> {
  const body = answerBody.safeParse(request.body);
  return asSignedIn(request, "application.answer", async (work, scope) => {
    if (!body.success) return { status: 422, body: { message: savingRefusals.unreadable } };
    const result = await saveAnswer(work, scope, {
      applicationId,
      questionId,
      value: body.data.value ?? null,
      baseVersion: body.data.version,
    });
    if (result.ok) {
      return { status: 200, body: { version: result.version, savedAt: result.savedAt } };
    }
    switch (result.reason) {
      case "stale":
        return {
          status: 409,
          body: { reason: "stale", message: savingRefusals.stale, current: result.current },
        };
      case "invalid":
        return { status: 422, body: { reason: "invalid", message: result.message } };
      case "closed":
      case "other-section":
        return {
          status: 403,
          body: { reason: result.reason, message: savingRefusals[result.reason] },
        };
      case "not-found":
        return { status: 404, body: { message: savingRefusals["not-found"] } };
    }
  });
}

/** GET /api/candidatures/:id/reponses: every answer with its version, to start again from. */
export async function getAnswers(
  request: HotRequest,
  [applicationId = ""]: readonly string[],
): Promise<HotResponse> {
  return asSignedIn(request, "application.answer", async (work, scope) => {
    const answers = await listSavedAnswers(work, scope, applicationId);
    if (!answers) return { status: 404, body: { message: savingRefusals["not-found"] } };
    return { status: 200, body: { personId: work.actor.personId, answers } };
  });
}

/** GET /api/communes/:texte and /api/etablissements/:texte: choices for a picker. */
export function getPlaces(kind: "commune" | "school") {
  return async (request: HotRequest, [encoded = ""]: readonly string[]): Promise<HotResponse> => {
    const text = decoded(encoded);
    if (text === undefined) return { status: 400, body: { message: savingRefusals.unreadable } };
    return asSignedIn(request, "application.answer", async (work) => ({
      status: 200,
      body: { places: await searchPlaces(work, kind, text) },
    }));
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
