import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { checkFields } from "~/features/forms/check-fields";
import { VerificationPage } from "~/features/verify-document/components/verification-page";
import { verificationSchema } from "~/features/verify-document/schemas";
import { checkDocument } from "~/features/verify-document/verification-view.server";
import { clientAddress } from "~/http/client-address.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [
  { title: pageTitle("Vérification d’un document") },
  { name: "robots", content: "noindex" },
];

export const headers = () => ({ "Cache-Control": "no-store" });

/** Public: says of a document only what whoever has its fingerprint already reads on it. */
export async function loader({ request, params: { number = "" } }: LoaderFunctionArgs) {
  const empreinte = new URL(request.url).searchParams.get("e");
  const asked = { numero: number, empreinte: empreinte ?? "" };
  const checked = checkFields(verificationSchema, asked);
  if (!checked.ok) throw redirect(paths.verify(asked.numero, empreinte));
  const client = { address: clientAddress(request) };
  const result = await withWork(visitor, (work) => checkDocument(work, checked.data, client));
  return data(result, { status: result.ok ? 200 : 429 });
}

export default function VerifyDocument() {
  return <VerificationPage result={useLoaderData<typeof loader>()} />;
}
