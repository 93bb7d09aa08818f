import type { HotRequest, HotResponse } from "~/server/create-app";
import { getAnswers, getPlaces, putAnswer } from "./answer-endpoints.server";
import { getStream, postLeave, putPresence } from "./presence-endpoints.server";

/** One request answered by Express itself, ahead of Remix: same guards, same features, less work. */
export type HotEndpoint = {
  readonly method: string;
  readonly pattern: RegExp;
  readonly answer: (request: HotRequest, parameters: readonly string[]) => Promise<HotResponse>;
};

/** Every hot endpoint; the route-guard test lists them beside the routes. */
export const hotEndpoints: readonly HotEndpoint[] = [
  {
    method: "PUT",
    pattern: /^\/candidatures\/([^/]+)\/reponses\/([^/]+)$/,
    answer: putAnswer,
  },
  { method: "GET", pattern: /^\/candidatures\/([^/]+)\/reponses$/, answer: getAnswers },
  { method: "PUT", pattern: /^\/candidatures\/([^/]+)\/presence$/, answer: putPresence },
  { method: "POST", pattern: /^\/candidatures\/([^/]+)\/presence\/quitter$/, answer: postLeave },
  { method: "GET", pattern: /^\/candidatures\/([^/]+)\/flux$/, answer: getStream },
  { method: "GET", pattern: /^\/communes\/([^/]{1,200})$/, answer: getPlaces("commune") },
  { method: "GET", pattern: /^\/etablissements\/([^/]{1,200})$/, answer: getPlaces("school") },
];

/** Answers a hot request under /api, or gives undefined when no endpoint has that address. */
export async function answerHotRequest(request: HotRequest): Promise<HotResponse | undefined> {
  for (const endpoint of hotEndpoints) {
    const found = endpoint.method === request.method && endpoint.pattern.exec(request.path);
    if (found) return endpoint.answer(request, found.slice(1)).catch(refusal);
  }
  return undefined;
}

/** A refusal that was thrown, as JSON: the same words as on a page. Anything else is a fault of ours. */
async function refusal(thrown: unknown): Promise<HotResponse> {
  if (!(thrown instanceof Response)) throw thrown;
  const retryAfter = thrown.headers.get("Retry-After");
  return {
    status: thrown.status,
    body: { message: await thrown.text() },
    headers: retryAfter ? { "Retry-After": retryAfter } : {},
  };
}
