import type { LoaderFunctionArgs } from "@remix-run/node";
import { readReceiptDocument } from "~/features/documents/read-document.server";
import { pdfResponse, submissionAsked } from "~/http/pdf-response.server";

/** The receipt of the last submission, or of an earlier one, as a PDF file to keep. */
export function loader({ request, params: { id = "" } }: LoaderFunctionArgs) {
  return pdfResponse(request, "application.read", (work, scope) =>
    readReceiptDocument(work, scope, { id, number: submissionAsked(request) }),
  );
}
