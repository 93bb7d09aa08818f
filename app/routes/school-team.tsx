import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { nobodyToInvite } from "~/features/invite-people/labels";
import { sendInvitations } from "~/features/invite-people/send-invitations.server";
import { TeamPage } from "~/features/school-team/components/team-page";
import { teamView } from "~/features/school-team/team-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Équipe et délégations, ${view?.school ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "school.read-team");
  const view = await withWork(signedIn.actor, (work) => teamView(work, scope, params.uai ?? ""));
  if (!view) throw notFound();
  return view;
}

/** Invites the head at the school's institutional address, as the list of invitations does. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "school.appoint");
  const invited = await requireAccess(request, "people.invite");
  const uai = params.uai ?? "";
  const view = await withWork(signedIn.actor, (work) => teamView(work, scope, uai));
  if (!view) throw notFound();
  const sent = await withWork(signedIn.actor, (work) =>
    sendInvitations(work, invited.scope, view.uai),
  );
  if (!sent.ok) return data({ error: nobodyToInvite }, { status: 422 });
  throw redirect(paths.invitationBatch(sent.batchId));
}

export default function SchoolTeam() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const fait = search.get("fait");
  const done = fait === "enregistre" || fait === "termine" ? fait : null;
  return <TeamPage view={view} done={done} error={refused?.error} />;
}
