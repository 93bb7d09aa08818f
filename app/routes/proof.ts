import type { LoaderFunctionArgs } from "@remix-run/node";
import { proofToSend } from "~/features/proofs/proof-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { attachmentHeader, fileStore } from "~/http/file-store.server";
import { withWork } from "~/http/work.server";

/**
 * Sends a proof back, always as an attachment: nothing that was deposited opens on this site. Express
 * adds « nosniff » to every answer.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const { id = "", proofId = "" } = params;
  const proof = await withWork(signedIn.actor, (work) => proofToSend(work, scope, id, proofId));
  const content = proof && (await (await fileStore()).read(proof.sha256));
  if (!content) throw notFound();
  return new Response(content.stream, {
    headers: {
      "Content-Type": proof.mediaType,
      "Content-Length": String(content.size),
      "Content-Disposition": attachmentHeader(proof.name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
