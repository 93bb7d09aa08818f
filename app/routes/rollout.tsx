import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { RolloutPage } from "~/features/track-rollout/components/rollout-page";
import { readRolloutQuery } from "~/features/track-rollout/rollout-query";
import { rolloutView } from "~/features/track-rollout/rollout-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded?.title ?? "Déploiement") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "rollout.read");
  const query = readRolloutQuery(new URL(request.url).searchParams);
  const view = await withWork(signedIn.actor, (work) =>
    rolloutView(work, scope, params.programme ?? "", query),
  );
  if (!view) throw notFound();
  return view;
}

export default function Rollout() {
  return <RolloutPage view={useLoaderData<typeof loader>()} />;
}
