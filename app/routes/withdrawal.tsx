import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { WithdrawalPage } from "~/features/withdraw-application/components/withdrawal-page";
import { resumeRefusals, withdrawRefusals } from "~/features/withdraw-application/labels";
import {
  type ResumeResult,
  resumeApplication,
} from "~/features/withdraw-application/resume-application.server";
import { withdrawalSchema } from "~/features/withdraw-application/schemas";
import {
  type WithdrawResult,
  withdrawApplication,
} from "~/features/withdraw-application/withdraw-application.server";
import { withdrawalView } from "~/features/withdraw-application/withdrawal-view.server";
import { forbidden, notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Retrait, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.submit");
  const id = params.id ?? "";
  const view = await withWork(signedIn.actor, (work) => withdrawalView(work, scope, id));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.submit");
  const applicationId = params.id ?? "";
  const parsed = parseForm(withdrawalSchema, await readForm(request));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const { intention, motif: reason } = parsed.data;
  const result = await withWork(
    signedIn.actor,
    (work): Promise<ResumeResult | WithdrawResult> =>
      intention === "reprendre"
        ? resumeApplication(work, scope, applicationId)
        : withdrawApplication(work, scope, { applicationId, reason }),
  );
  if (result.ok) throw redirect(paths.application(applicationId));
  if (result.reason === "not-found") throw notFound();
  if (result.reason === "not-legal-applicant") throw forbidden();
  const message = { ...withdrawRefusals, ...resumeRefusals }[result.reason];
  return data({ errors: { contenu: message }, values: { motif: reason ?? "" } }, { status: 409 });
}

export default function Withdrawal() {
  const refused = useActionData<typeof action>();
  return (
    <WithdrawalPage
      view={useLoaderData<typeof loader>()}
      errors={refused?.errors}
      values={refused?.values}
    />
  );
}
