import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ExportsPage } from "~/features/export-applications/components/exports-page";
import { exportsView } from "~/features/export-applications/exports-view.server";
import { handleExportForm } from "~/features/export-applications/handle-export-form.server";
import { type DoneWord, doneWords } from "~/features/export-applications/labels";
import { exportFormSchema } from "~/features/export-applications/schemas";
import { requireAccess } from "~/http/access.server";
import { exportStore } from "~/http/file-store.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Mes exports") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  return withWork(signedIn.actor, (work) => exportsView(work, scope));
}

export async function action({ request }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  const form = parseForm(exportFormSchema, await readForm(request));
  if (!form.ok) return data({ errors: form.errors }, { status: 422 });
  const store = await exportStore();
  const result = await withWork(signedIn.actor, (work) =>
    handleExportForm(work, scope, form.data, store),
  );
  if (!result.ok) return data({ errors: { exports: result.message } }, { status: 422 });
  throw redirect(`${paths.exports()}?fait=${result.done}`);
}

export default function Exports() {
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = (Object.keys(doneWords) as DoneWord[]).find((word) => word === search.get("fait"));
  return <ExportsPage view={useLoaderData<typeof loader>()} done={done} errors={answer?.errors} />;
}
