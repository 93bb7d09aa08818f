import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { SubmitPage } from "~/features/submit-application/components/submit-page";
import { blockerLabels } from "~/features/submit-application/labels";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { submitView } from "~/features/submit-application/submit-view.server";
import { forbidden, notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Transmettre, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.submit");
  const view = await withWork(signedIn.actor, (work) => submitView(work, scope, params.id ?? ""));
  if (!view) throw notFound();
  if (view.status !== "draft") throw redirect(paths.application(view.id));
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.submit");
  const form = await readForm(request);
  const applicationId = params.id ?? "";
  const result = await withWork(signedIn.actor, (work) =>
    submitApplication(work, scope, { applicationId, declared: form.get("declaration") === "oui" }),
  );
  if (result.ok) {
    throw redirect(`${paths.receipt(applicationId)}${result.isNew ? "?transmise=oui" : ""}`);
  }
  if (result.reason === "not-found") throw notFound();
  if (result.reason === "not-legal-applicant") throw forbidden();
  return data({ errors: { declaration: blockerLabels[result.reason] } }, { status: 422 });
}

export default function SubmitApplication() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <SubmitPage view={view} errors={refused?.errors} />;
}
