import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayBeSent } from "~/domain/proof/scan";
import { sendingRefusals } from "~/features/proofs/labels";
import { proofToSend } from "~/features/proofs/proof-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { attachmentHeader, fileStore } from "~/http/file-store.server";
import { refusalPage } from "~/http/refusal-page";
import { unavailableHeaders } from "~/http/unavailable.server";
import { withWork } from "~/http/work.server";

/**
 * Sends a proof back, always as an attachment: nothing that was deposited opens on this site. Express
 * adds « nosniff » to every answer. A content that is gone or cannot be read is said on a page.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const { id = "", proofId = "" } = params;
  const proof = await withWork(signedIn.actor, (work) => proofToSend(work, scope, id, proofId));
  if (!proof) throw notFound();
  if (!mayBeSent(proof.scan)) return refused(proof.scan, proof.name);
  const content = await (await fileStore()).read(proof.sha256);
  if (!content.ok) return refused(content.reason, proof.name);
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

/** Says on a page why the file is not sent. */
function refused(reason: keyof typeof sendingRefusals, name: string): Response {
  const { status, title, text } = sendingRefusals[reason];
  return new Response(refusalPage(title, text(name)), {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'",
      ...(status === 503 ? unavailableHeaders : { "Cache-Control": "no-store" }),
    },
  });
}
