import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ActsPage } from "~/features/formal-acts/components/acts-page";
import { formalActsView } from "~/features/formal-acts/formal-acts-view.server";
import { handleActsForm } from "~/features/formal-acts/handle-acts-form.server";
import { actsIntentSchema } from "~/features/formal-acts/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { fileStore } from "~/http/file-store.server";
import { readForm, textFields } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Actes et avis, ${view?.title ?? ""}`) },
];

/** Open to whoever reads the file: what is missing is no secret of those who bring it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const id = params.id ?? "";
  const view = await withWork(signedIn.actor, (work) => formalActsView(work, scope, id));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const applicationId = params.id ?? "";
  const form = await readForm(request);
  const intent = actsIntentSchema.parse(form.get("intention"));
  const store = await fileStore();
  const result = await withWork(signedIn.actor, (work) =>
    handleActsForm(work, scope, { applicationId, intent, form }, store),
  );
  if (result.ok) throw redirect(`${paths.formalActs(applicationId)}?fait=${intent}`);
  if (result.reason === "not-found") throw notFound();
  return data(
    { intent, errors: result.errors, typed: textFields(form) },
    { status: result.status },
  );
}

export default function FormalActs() {
  const [search] = useSearchParams();
  return (
    <ActsPage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      done={search.get("fait")}
    />
  );
}
