import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { RolloutList } from "~/features/track-rollout/components/rollout-list";
import { rolloutListView } from "~/features/track-rollout/rollout-list-view.server";
import { requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Déploiement") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "rollout.read");
  return withWork(signedIn.actor, (work) => rolloutListView(work, scope));
}

export default function Rollouts() {
  return <RolloutList view={useLoaderData<typeof loader>()} />;
}
