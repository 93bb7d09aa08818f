import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { completionView } from "~/features/complete-application/completion-view.server";
import { CompletionPage } from "~/features/complete-application/components/completion-page";
import { handleSchoolForm } from "~/features/complete-application/handle-school-form.server";
import { schoolIntentSchema } from "~/features/complete-application/schemas";
import { noteArrival } from "~/features/submit-application/arrival.server";
import { forbidden, notFound, requireAccess } from "~/http/access.server";
import { readForm, textFields } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Compléments et modifications, ${view?.title ?? ""}`) },
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
  const intent = schoolIntentSchema.parse(form.get("intention"));
  const result = await withWork(signedIn.actor, (work) =>
    handleSchoolForm(work, scope, { applicationId: params.id ?? "", intent, form, arrival }),
  );
  if (result.ok) throw redirect(result.to);
  if (result.reason === "not-found") throw notFound();
  if (!("errors" in result)) throw forbidden();
  return data(
    { intent, errors: result.errors, typed: textFields(form) },
    { status: result.reason === "conflict" ? 409 : 422 },
  );
}

export default function Completion() {
  const [search] = useSearchParams();
  return (
    <CompletionPage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      done={search.get("demande")}
    />
  );
}
