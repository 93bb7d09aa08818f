import type { LoaderFunctionArgs } from "@remix-run/node";
import { readReceiptDocument } from "~/features/documents/read-document.server";
import { pdfResponse, submissionAsked } from "~/http/pdf-response.server";

/** The receipt that an applicant was given, for those who examine it. */
export function loader({ request, params: { slug = "", id = "" } }: LoaderFunctionArgs) {
  return pdfResponse(request, "examination.read", (work, scope) =>
    readReceiptDocument(work, scope, { id, slug, number: submissionAsked(request) }),
  );
}
