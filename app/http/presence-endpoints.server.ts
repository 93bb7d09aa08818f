import { z } from "zod";
import { enterFile } from "~/features/presence/enter-file.server";
import { presenceRefusals } from "~/features/presence/labels";
import { leaveFile } from "~/features/presence/leave-file.server";
import { openWatchedFile } from "~/features/presence/watched-file.server";
import type { HotRequest, HotResponse } from "~/server/create-app";
import { isUuid } from "~db/repositories/applications.server";
import { asSignedIn } from "./answer-endpoints.server";
import { presenceHub, type Seat } from "./presence-hub.server";

const identifier = z.string().max(200).nullish();
const tabBody = z.object({ tab: z.uuid() });
const placeBody = tabBody.extend({
  sectionId: identifier,
  questionId: identifier,
  since: z.iso.datetime().nullish(),
});

/** A page left open says so by itself: that keeps no session alive. */
const byItself = { extends: false } as const;

const refusal = (status: number, reason: keyof typeof presenceRefusals): HotResponse => ({
  status,
  body: { reason, message: presenceRefusals[reason] },
});
const statusOf = { "not-found": 404, closed: 403 } as const;

/** PUT /api/candidatures/:id/presence: where a tab is; answers who else is there and what changed. */
export async function putPresence(
  request: HotRequest,
  [applicationId = ""]: readonly string[],
): Promise<HotResponse> {
  const body = placeBody.safeParse(request.body);
  return asSignedIn(
    request,
    "application.answer",
    async (work, scope) => {
      if (!body.success) return refusal(422, "unreadable");
      const { tab, sectionId = null, questionId = null, since } = body.data;
      const result = await enterFile(work, scope, {
        applicationId,
        tab,
        sectionId,
        questionId,
        since: since ? new Date(since) : null,
      });
      if (!result.ok) return refusal(statusOf[result.reason], result.reason);
      return { status: 200, body: result.state };
    },
    byItself,
  );
}

/** POST /api/candidatures/:id/presence/quitter with `{ tab }`: the page is being closed. */
export async function postLeave(
  request: HotRequest,
  [applicationId = ""]: readonly string[],
): Promise<HotResponse> {
  const body = tabBody.safeParse(request.body);
  return asSignedIn(
    request,
    "application.answer",
    async (work) => {
      if (!body.success) return refusal(422, "unreadable");
      if (!isUuid(applicationId)) return refusal(404, "not-found");
      await leaveFile(work, { applicationId, tab: body.data.tab });
      return { status: 200, body: {} };
    },
    byItself,
  );
}

/** GET /api/candidatures/:id/flux: the same news as `putPresence`, as server-sent events. */
export async function getStream(
  request: HotRequest,
  [applicationId = ""]: readonly string[],
): Promise<HotResponse> {
  let seat: Seat | undefined;
  const answer = await asSignedIn(
    request,
    "application.answer",
    async (work, scope) => {
      const file = await openWatchedFile(work, scope, applicationId);
      if (!file.ok) return refusal(statusOf[file.reason], file.reason);
      const { personId } = work.actor;
      const { places } = file;
      seat = { applicationId: file.applicationId, personId, cookie: request.cookie, places };
      return { status: 200, body: {} };
    },
    byItself,
  );
  if (!seat) return answer;
  // Taken once the transaction has ended well: a seat is held by an open stream only.
  const taken = presenceHub.take(seat);
  if (taken.ok) return { ...answer, stream: taken.stream };
  if (taken.reason === "too-many-yours") return refusal(429, taken.reason);
  return { ...refusal(503, taken.reason), headers: { "Retry-After": "60" } };
}
