import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { scopeFor } from "~/domain/access/permissions";
import { savingRefusals } from "~/features/answer-questionnaire/labels";
import { changeProofs } from "~/features/proofs/change-proofs.server";
import { filesToAnswer } from "~/features/proofs/proof-view.server";
import { findSignedIn, notFound, requireAccess } from "~/http/access.server";
import { fileStore } from "~/http/file-store.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";

/** The files of an application that one may answer, for the page that waits for the antivirus. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const { id = "" } = params;
  const proofs = await withWork(signedIn.actor, (work) => filesToAnswer(work, scope, id));
  if (!proofs) throw notFound();
  return answer(200, { proofs });
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
