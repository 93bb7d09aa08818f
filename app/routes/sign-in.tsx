import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { workspaceOf } from "~/features/layout/navigation";
import { SignInPage } from "~/features/sign-in/components/sign-in-page";
import { signInRefusals } from "~/features/sign-in/labels";
import { signInSchema } from "~/features/sign-in/schemas";
import { signIn } from "~/features/sign-in/sign-in.server";
import { signInView } from "~/features/sign-in/sign-in-view.server";
import { findSignedIn } from "~/http/access.server";
import { clientAddress } from "~/http/client-address.server";
import { parseForm, readForm, safeReturn } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Se connecter") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const back = new URL(request.url).searchParams.get("retour");
  const signedIn = await findSignedIn(request);
  if (signedIn) throw redirect(safeReturn(back, workspaceOf(signedIn.actor)));
  return withWork(visitor, signInView);
}

export async function action({ request }: ActionFunctionArgs) {
  const back = new URL(request.url).searchParams.get("retour");
  const parsed = parseForm(signInSchema, await readForm(request));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const result = await signIn((task) => withWork(visitor, task), parsed.data, {
    address: clientAddress(request),
    userAgent: request.headers.get("User-Agent"),
  });
  if (!result.ok) {
    const status = result.reason === "too-many-attempts" ? 429 : 422;
    const errors = { email: signInRefusals[result.reason] };
    return data({ errors, values: { email: parsed.data.email } }, { status });
  }
  throw redirect(safeReturn(back, paths.workspace()), { headers: { "Set-Cookie": result.cookie } });
}

export default function SignIn() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <SignInPage view={view} errors={refused?.errors} values={refused?.values} />;
}
