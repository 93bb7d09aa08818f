import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { EndPage } from "~/features/school-team/components/end-page";
import { endMandate } from "~/features/school-team/end-mandate.server";
import { endView } from "~/features/school-team/end-view.server";
import { endRefusals, endTitles } from "~/features/school-team/labels";
import { endSchema } from "~/features/school-team/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(view ? endTitles[view.mandate.role] : "Page introuvable") },
];

/** Which mandates may be ended is the feature's: a head's own delegations, or every one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn } = await requireAccess(request, "school.read-team");
  const view = await withWork(signedIn.actor, (work) =>
    endView(work, params.uai ?? "", params.mandate ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn } = await requireAccess(request, "school.read-team");
  const uai = params.uai ?? "";
  const mandateId = params.mandate ?? "";
  const parsed = parseForm(endSchema, await readForm(request));
  const view = await withWork(signedIn.actor, (work) => endView(work, uai, mandateId));
  if (!view) throw notFound();
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const { when, lastDay, reason } = parsed.data;
  const result = await withWork(signedIn.actor, (work) =>
    endMandate(work, {
      uai,
      mandateId,
      lastDay: when === "date" ? lastDay : null,
      reason,
    }),
  );
  if (result.ok) throw redirect(`${paths.schoolTeam(uai)}?fait=termine`);
  if (result.reason === "not-found") throw notFound();
  const { field, message } = endRefusals[result.reason];
  return data({ errors: { [field]: message }, values: parsed.data }, { status: 422 });
}

export default function EndMandate() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <EndPage view={view} errors={refused?.errors} values={refused?.values} />;
}
