import type { LoaderFunctionArgs } from "@remix-run/node";
import { readApplicationDocument } from "~/features/documents/read-document.server";
import { pdfResponse, submissionAsked } from "~/http/pdf-response.server";

/** The whole application as it was last submitted, or earlier, as a PDF file to keep. */
export function loader({ request, params: { id = "" } }: LoaderFunctionArgs) {
  return pdfResponse(request, "application.read", (work, scope) =>
    readApplicationDocument(work, scope, { id, number: submissionAsked(request) }),
  );
}
