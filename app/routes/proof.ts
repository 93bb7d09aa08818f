import type { LoaderFunctionArgs } from "@remix-run/node";
import { proofToSend } from "~/features/proofs/proof-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { sendDeposited } from "~/http/send-deposited.server";
import { withWork } from "~/http/work.server";

/** Sends a proof back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const { id = "", proofId = "" } = params;
  const proof = await withWork(signedIn.actor, (work) => proofToSend(work, scope, id, proofId));
  if (!proof) throw notFound();
  return sendDeposited(proof);
}
