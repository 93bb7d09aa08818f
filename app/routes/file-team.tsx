import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { FileTeamPage } from "~/features/file-team/components/file-team-page";
import { fileTeamView } from "~/features/file-team/file-team-view.server";
import { isDone } from "~/features/file-team/labels";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Équipe du dossier, ${view?.applicant ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) => fileTeamView(work, scope, params.id ?? ""));
  if (!view) throw notFound();
  return view;
}

export default function FileTeam() {
  const view = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const done = search.get("fait");
  return <FileTeamPage view={view} done={isDone(done) ? done : null} />;
}
