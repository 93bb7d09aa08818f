import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptPdf } from "~/features/receipt/receipt-pdf.server";
import { receiptView } from "~/features/receipt/receipt-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";

/** The receipt as a PDF file to keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) => receiptView(work, scope, params.id ?? ""));
  if (!view) throw notFound();
  const pdf = await receiptPdf(view);
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="recepisse-${view.receiptNumber}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
