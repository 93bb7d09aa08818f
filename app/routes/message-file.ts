import type { LoaderFunctionArgs } from "@remix-run/node";
import { messageFileToSend } from "~/features/messages/message-file.server";
import { notFound, requireAccess } from "~/http/access.server";
import { sendDeposited } from "~/http/send-deposited.server";
import { withWork } from "~/http/work.server";

/** Sends back a file of a message, to those who answer the application. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const { id: applicationId = "", fileId = "" } = params;
  const file = await withWork(signedIn.actor, (work) =>
    messageFileToSend(work, scope, { applicationId, fileId }),
  );
  if (!file) throw notFound();
  return sendDeposited(file);
}
