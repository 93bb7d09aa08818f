import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { RevokePage } from "~/features/extend-deadline/components/revoke-page";
import { extensionView } from "~/features/extend-deadline/extensions-view.server";
import { revokeRefusals } from "~/features/extend-deadline/labels";
import { revokeExtension } from "~/features/extend-deadline/revoke-extension.server";
import { revokeFormSchema } from "~/features/extend-deadline/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Délai prolongé, ${view?.place ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const address = { slug: params.slug ?? "", id: params.extensionId ?? "" };
  const view = await withWork(signedIn.actor, (work) => extensionView(work, scope, address));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const address = { slug: params.slug ?? "", id: params.extensionId ?? "" };
  const form = await readForm(request);
  const inScope = await withWork(signedIn.actor, (work) => extensionView(work, scope, address));
  if (!inScope) throw notFound();
  const parsed = parseForm(revokeFormSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const done = await withWork(signedIn.actor, (work) =>
    revokeExtension(work, scope, address, parsed.data.reason),
  );
  if (!done.ok && done.reason === "not-found") throw notFound();
  if (!done.ok) {
    const values = { reason: parsed.data.reason };
    return data({ errors: { reason: revokeRefusals[done.reason] }, values }, { status: 422 });
  }
  throw redirect(`${paths.extensions(address.slug)}?retire=${done.told}`);
}

export default function RevokeExtension() {
  const refused = useActionData<typeof action>();
  return (
    <RevokePage
      view={useLoaderData<typeof loader>()}
      errors={refused?.errors}
      values={refused?.values}
    />
  );
}
