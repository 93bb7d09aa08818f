import type { LoaderFunctionArgs } from "@remix-run/node";
import { readApplicationDocument } from "~/features/documents/read-document.server";
import { pdfResponse, submissionAsked } from "~/http/pdf-response.server";

/** The whole application as it was submitted, for those who examine it. */
export function loader({ request, params: { slug = "", id = "" } }: LoaderFunctionArgs) {
  return pdfResponse(request, "examination.read", (work, scope) =>
    readApplicationDocument(work, scope, { id, slug, number: submissionAsked(request) }),
  );
}
