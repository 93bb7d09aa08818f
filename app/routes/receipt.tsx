import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { ReceiptPage } from "~/features/receipt/components/receipt-page";
import { receiptView } from "~/features/receipt/receipt-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Récépissé ${view?.receiptNumber ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) => receiptView(work, scope, params.id ?? ""));
  if (!view) throw notFound();
  return view;
}

export default function Receipt() {
  const [search] = useSearchParams();
  return (
    <ReceiptPage view={useLoaderData<typeof loader>()} isNew={search.get("transmise") === "oui"} />
  );
}
