import type { ActionFunctionArgs } from "@remix-run/node";
import { scopeFor } from "~/domain/access/permissions";
import { savingRefusals } from "~/features/answer-questionnaire/labels";
import { changeProofs } from "~/features/proofs/change-proofs.server";
import { findSignedIn, notFound } from "~/http/access.server";
import { fileStore } from "~/http/file-store.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";

export function loader() {
  throw notFound();
}

/** Adds or removes one file, for the page that does it without being left; answers in JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await findSignedIn(request);
  if (!signedIn) return answer(401, { message: savingRefusals["signed-out"] });
  const scope = scopeFor(signedIn.actor, "application.answer");
  if (scope.length === 0) return answer(403, { message: savingRefusals.forbidden });
  const form = await readForm(request);
  const store = await fileStore();
  const result = await withWork(signedIn.actor, (work) =>
    changeProofs(work, scope, { applicationId: params.id ?? "", form }, store),
  );
  return answer(result.status, result.body);
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
