import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { StartPage } from "~/features/create-application/components/start-page";
import { createApplication } from "~/features/create-application/create-application.server";
import { createRefusals } from "~/features/create-application/labels";
import { startView } from "~/features/create-application/start-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Avant de commencer, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.create");
  const view = await withWork(signedIn.actor, (work) => startView(work, scope, params.slug ?? ""));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.create");
  const form = await readForm(request);
  const uais = form.getAll("uai").filter((value) => typeof value === "string");
  const result = await withWork(signedIn.actor, (work) =>
    createApplication(work, scope, { campaignSlug: params.slug ?? "", uais }),
  );
  if (!result.ok) {
    const status = result.reason === "not-legal-applicant-or-member" ? 403 : 422;
    return data({ errors: { uai: createRefusals[result.reason] }, chosen: uais }, { status });
  }
  throw redirect(paths.application(result.application.id));
}

export default function StartApplication() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <StartPage view={view} errors={refused?.errors} chosen={refused?.chosen} />;
}
