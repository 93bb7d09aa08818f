import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { type OwnerAnswer, OwnerPage } from "~/features/school-directory/components/owner-page";
import { handleOwnerForm } from "~/features/school-directory/handle-owner-form.server";
import { schoolOwnerView } from "~/features/school-directory/school-owner-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(`Propriétaire des équipements, ${loaded?.name ?? "établissement"}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "equipment-owner.record");
  const view = await withWork(signedIn.actor, (work) =>
    schoolOwnerView(work, scope, params.uai ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "equipment-owner.record");
  const uai = params.uai ?? "";
  const form = await readForm(request);
  const handled = await withWork(signedIn.actor, (work) => handleOwnerForm(work, scope, uai, form));
  if (handled.outcome === "not-found") throw notFound();
  if (handled.outcome === "done") throw redirect(`${paths.schoolOwner(uai)}?${handled.said}=1`);
  return data<OwnerAnswer>(handled.answer, { status: handled.status });
}

export default function SchoolOwner() {
  const [search] = useSearchParams();
  const done = search.has("enregistree") ? "recorded" : search.has("annulee") ? "cancelled" : null;
  return (
    <OwnerPage
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      cancelling={search.get("annuler")}
      done={done}
    />
  );
}
