import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDraftDocument } from "~/features/documents/read-document.server";
import { pdfResponse } from "~/http/pdf-response.server";

/** What the applicant's own people have written and not sent yet, as a PDF file that says so. */
export function loader({ request, params: { id = "" } }: LoaderFunctionArgs) {
  return pdfResponse(request, "application.answer", (work, scope) =>
    readDraftDocument(work, scope, id),
  );
}
