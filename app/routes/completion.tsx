import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { completionView } from "~/features/complete-application/completion-view.server";
import { CompletionPage } from "~/features/complete-application/components/completion-page";
import { sendRefusals } from "~/features/complete-application/labels";
import { sendCompletion } from "~/features/complete-application/send-completion.server";
import { noteArrival } from "~/features/submit-application/arrival.server";
import { forbidden, notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Compléments demandés, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) =>
    completionView(work, scope, params.id ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const received = readForm(request).then((form) => ({ form, arrival: noteArrival() }));
  const { signedIn, scope } = await requireAccess(request, "application.submit");
  const { form, arrival } = await received;
  const applicationId = params.id ?? "";
  const result = await withWork(signedIn.actor, (work) =>
    sendCompletion(work, scope, {
      applicationId,
      requestId: String(form.get("demande") ?? ""),
      declared: form.get("declaration") === "oui",
      arrival,
    }),
  );
  if (result.ok) {
    throw redirect(`${paths.receipt(applicationId)}${result.isNew ? "?transmise=oui" : ""}`);
  }
  if (result.reason === "not-found") throw notFound();
  if (result.reason === "not-legal-applicant") throw forbidden();
  return data({ errors: { declaration: sendRefusals[result.reason] } }, { status: 422 });
}

export default function Completion() {
  const view = useLoaderData<typeof loader>();
  return <CompletionPage view={view} errors={useActionData<typeof action>()?.errors} />;
}
