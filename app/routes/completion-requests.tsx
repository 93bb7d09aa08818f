import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { completionRequestsView } from "~/features/complete-application/completion-requests-view.server";
import { RequestsPage } from "~/features/complete-application/components/requests-page";
import { handleRequestForm } from "~/features/complete-application/handle-request-form.server";
import { intentSchema } from "~/features/complete-application/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Compléments, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  const { slug = "", id = "" } = params;
  const view = await withWork(signedIn.actor, (work) =>
    completionRequestsView(work, scope, { slug, id }),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.correct");
  const { slug = "", id = "" } = params;
  const form = await readForm(request);
  const intent = intentSchema.parse(form.get("intention"));
  const result = await withWork(signedIn.actor, (work) =>
    handleRequestForm(work, scope, { id, intent, form }),
  );
  if (result.ok) throw redirect(`${paths.completionRequests(slug, id)}?enregistre=1`);
  if (result.reason === "not-found") throw notFound();
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string") typed[name] = [...(typed[name] ?? []), value];
  }
  const status = result.reason === "conflict" ? 409 : 422;
  return data({ intent, errors: result.errors, typed }, { status });
}

export default function CompletionRequests() {
  const [search] = useSearchParams();
  return (
    <RequestsPage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      isSaved={search.has("enregistre")}
    />
  );
}
