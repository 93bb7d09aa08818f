import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { checkFields } from "~/features/forms/check-fields";
import { VerificationForm } from "~/features/verify-document/components/verification-form";
import { verificationSchema } from "~/features/verify-document/schemas";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Vérifier un document") }];

/** The form, public; once filled, it leads to the answer, whose address can be kept. */
export function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const numero = search.get("numero") ?? undefined;
  const empreinte = search.get("empreinte") ?? undefined;
  const values = { numero, empreinte };
  if (empreinte === undefined) return data({ values, errors: undefined });
  const checked = checkFields(verificationSchema, { numero: numero ?? "", empreinte });
  if (!checked.ok) return data({ values, errors: checked.errors }, { status: 422 });
  throw redirect(paths.verifyDocument(checked.data.numero, checked.data.empreinte));
}

export default function Verify() {
  return <VerificationForm {...useLoaderData<typeof loader>()} />;
}
