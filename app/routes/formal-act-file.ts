import type { LoaderFunctionArgs } from "@remix-run/node";
import { actToSend } from "~/features/formal-acts/act-to-send.server";
import { notFound, requireAccess } from "~/http/access.server";
import { sendDeposited } from "~/http/send-deposited.server";
import { withWork } from "~/http/work.server";

/** Sends back the file of an act, to those who read its application. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const { id = "", actId = "" } = params;
  const act = await withWork(signedIn.actor, (work) => actToSend(work, scope, id, actId));
  if (!act) throw notFound();
  return sendDeposited(act);
}
