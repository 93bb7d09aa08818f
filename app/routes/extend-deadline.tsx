import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ExtensionsPage } from "~/features/extend-deadline/components/extensions-page";
import { extensionsView } from "~/features/extend-deadline/extensions-view.server";
import { handleExtensionForm } from "~/features/extend-deadline/handle-extension-form.server";
import { notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Délais prolongés de ${view?.title ?? "la campagne"}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const view = await withWork(signedIn.actor, (work) =>
    extensionsView(work, scope, params.slug ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const slug = params.slug ?? "";
  const form = await readForm(request);
  const handled = await withWork(signedIn.actor, (work) =>
    handleExtensionForm(work, scope, slug, form),
  );
  if (handled.outcome === "not-found") throw notFound();
  if (handled.outcome === "done") {
    throw redirect(`${paths.extensions(slug)}?enregistre=${handled.told}`);
  }
  return data(handled.answer, { status: 422 });
}

export default function ExtendDeadline() {
  const [search] = useSearchParams();
  return (
    <ExtensionsPage
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      said={search.has("enregistre") ? "recorded" : search.has("retire") ? "revoked" : null}
      told={Number(search.get("enregistre") ?? search.get("retire")) || 0}
    />
  );
}
