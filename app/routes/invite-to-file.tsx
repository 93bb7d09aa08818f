import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { InvitePage } from "~/features/file-team/components/team-forms";
import { teamFormView } from "~/features/file-team/file-team-view.server";
import { inviteMember } from "~/features/file-team/invite-member.server";
import { inviteRefusals } from "~/features/file-team/labels";
import { checkedSections, inviteSchema, sectionsOf } from "~/features/file-team/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Inviter une personne") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn } = await requireAccess(request, "application.manage-team");
  const view = await withWork(signedIn.actor, (work) => teamFormView(work, params.id ?? "", null));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.manage-team");
  const id = params.id ?? "";
  const form = await readForm(request);
  const parsed = parseForm(inviteSchema, form);
  const checked = checkedSections(form);
  if (!parsed.ok) {
    const view = await withWork(signedIn.actor, (work) => teamFormView(work, id, null));
    if (!view) throw notFound();
    return data({ errors: parsed.errors, values: parsed.values, checked }, { status: 422 });
  }
  const { entrusting, ...person } = parsed.data;
  const result = await withWork(signedIn.actor, (work) =>
    inviteMember(work, scope, {
      applicationId: id,
      person,
      sections: sectionsOf(form, { entrusting }),
    }),
  );
  if (result.ok) throw redirect(`${paths.fileTeam(id)}?fait=invite`);
  if (result.reason === "not-found") throw notFound();
  const { field, message } = inviteRefusals[result.reason];
  return data({ errors: { [field]: message }, values: parsed.data, checked }, { status: 422 });
}

export default function InviteToFile() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <InvitePage
      view={view}
      errors={refused?.errors}
      values={refused?.values}
      checked={refused?.checked}
    />
  );
}
