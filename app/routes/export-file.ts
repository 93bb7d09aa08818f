import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportToSend } from "~/features/export-applications/exports-view.server";
import { mediaTypes } from "~/features/export-applications/labels";
import { sendingRefusals } from "~/features/proofs/labels";
import { notFound, requireAccess } from "~/http/access.server";
import { attachmentHeader, exportStore } from "~/http/file-store.server";
import { refusalPage } from "~/http/refusal-page";
import { unavailableHeaders } from "~/http/unavailable.server";
import { withWork } from "~/http/work.server";

/** Sends a ready export to who asked for it, as an attachment; each sending is journaled. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  const { id = "" } = params;
  const file = await withWork(signedIn.actor, (work) => exportToSend(work, scope, id));
  if (!file) throw notFound();
  const content = await (await exportStore()).read(file.sha256);
  if (!content.ok) {
    if (content.reason === "missing") throw notFound();
    const { status, title, text } = sendingRefusals.unreadable;
    return new Response(refusalPage(title, text(file.name)), {
      status,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'",
        ...unavailableHeaders,
      },
    });
  }
  return new Response(content.stream, {
    headers: {
      "Content-Type": mediaTypes[file.kind],
      "Content-Length": String(content.size),
      "Content-Disposition": attachmentHeader(file.name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
