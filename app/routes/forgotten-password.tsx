import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { RequestPage } from "~/features/reset-password/components/request-page";
import { requestResetRefusals } from "~/features/reset-password/labels";
import { requestReset } from "~/features/reset-password/request-reset.server";
import { requestResetSchema } from "~/features/reset-password/schemas";
import { clientAddress } from "~/http/client-address.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Mot de passe oublié") }];

export function loader({ request }: LoaderFunctionArgs) {
  return { isSent: new URL(request.url).searchParams.has("envoye") };
}

export async function action({ request }: ActionFunctionArgs) {
  const parsed = parseForm(requestResetSchema, await readForm(request));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const client = { address: clientAddress(request) };
  const result = await withWork(visitor, (work) => requestReset(work, parsed.data, client));
  if (!result.ok) {
    const errors = { email: requestResetRefusals[result.reason] };
    return data({ errors, values: { email: parsed.data.email } }, { status: 429 });
  }
  throw redirect(`${paths.forgottenPassword()}?envoye=1`);
}

export default function ForgottenPassword() {
  const { isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <RequestPage isSent={isSent} errors={refused?.errors} values={refused?.values} />;
}
