import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { noteArrival } from "~/features/submit-application/arrival.server";
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
  // The instant that decides is the one at which the last byte came, before anything waits.
  const received = readForm(request).then((form) => ({ form, arrival: noteArrival() }));
  const { signedIn, scope } = await requireAccess(request, "application.submit");
  const { form, arrival } = await received;
  const declared = form.get("declaration") === "oui";
  const applicationId = params.id ?? "";
  const result = await withWork(signedIn.actor, (work) =>
    submitApplication(work, scope, { applicationId, declared, arrival }),
  );
  if (result.ok) {
    throw redirect(`${paths.receipt(applicationId)}${result.isNew ? "?transmise=oui" : ""}`);
  }
  if (result.reason === "not-found") throw notFound();
  if (result.reason === "not-legal-applicant") throw forbidden();
  if (result.late) {
    const late = {
      arrivedAt: result.late.arrivedAt.toISOString(),
      endsAt: result.late.endsAt.toISOString(),
      draftTo: paths.application(applicationId),
    };
    return data({ errors: undefined, late }, { status: 422 });
  }
  const errors = { declaration: blockerLabels[result.reason] };
  return data({ errors, late: undefined }, { status: 422 });
}

/** A refusal changes what the page says: the deadline may have passed since it was opened. */
export function shouldRevalidate({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus === 422 || defaultShouldRevalidate;
}

export default function SubmitApplication() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <SubmitPage view={view} errors={refused?.errors} late={refused?.late} />;
}
