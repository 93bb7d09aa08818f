import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Action, Scope } from "~/domain/access/permissions";
import type { NamedDocument } from "~/features/documents/read-document.server";
import { renderPdf } from "~/features/documents/render-pdf.server";
import type { Work } from "~db/work.server";
import { notFound, requireAccess } from "./access.server";
import { withWork } from "./work.server";

/**
 * A document as a PDF file to keep, for whoever may do `action`; drawn once its transaction is over.
 * @throws Response 404 out of the reader's scope, or when there is no such document.
 */
export async function pdfResponse(
  request: Request,
  action: Action,
  read: (work: Work, scope: Scope) => Promise<NamedDocument | undefined>,
): Promise<Response> {
  const { signedIn, scope } = await requireAccess(request, action);
  const document = await withWork(signedIn.actor, (work) => read(work, scope));
  if (!document) throw notFound();
  const stream = createReadableStreamFromReadable(await renderPdf(document.model));
  return new Response(stream, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${document.name.replace(/[^\w.-]/g, "-")}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Which submission an address asks for by `?depot=2`: the last one unless it says. */
export function submissionAsked(request: Request): number | "last" {
  const asked = new URL(request.url).searchParams.get("depot");
  if (asked === null) return "last";
  if (!/^[1-9]\d{0,4}$/.test(asked)) throw notFound();
  return Number(asked);
}
