import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { SignPage } from "~/features/sign-application/components/sign-page";
import { signRefusals } from "~/features/sign-application/labels";
import { signSchema, statementOf } from "~/features/sign-application/schemas";
import { signApplication } from "~/features/sign-application/sign-application.server";
import { signView } from "~/features/sign-application/sign-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Signer, ${view?.title ?? ""}`) },
];

/** Open to whoever is asked to sign, and to the applicant, who must know who is waited for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) => signView(work, scope, params.id ?? ""));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.sign");
  const parsed = parseForm(signSchema, await readForm(request));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const applicationId = params.id ?? "";
  const statement = statementOf(parsed.data);
  const result = await withWork(signedIn.actor, (work) =>
    signApplication(work, scope, {
      applicationId,
      statement,
      contentSha256: parsed.data.contenu,
    }),
  );
  if (result.ok) throw redirect(paths.sign(applicationId));
  if (result.reason === "not-found") throw notFound();
  const errors = { lecture: signRefusals[result.reason] };
  return data({ errors, values: { avis: parsed.data.avis } }, { status: 422 });
}

export default function SignApplication() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <SignPage view={view} errors={refused?.errors} values={refused?.values} />;
}
