import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { GridPage } from "~/features/public-site/components/grid-page";
import { gridView } from "~/features/public-site/grid-view.server";
import { notFound } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { opensAllSheets } from "~/ui/components/folded-sheet";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Grille publique, ${data.campaign.title}` : "Grille publique") },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const view = await withWork(visitor, (work) => gridView(work, params.slug ?? ""));
  if (!view) throw notFound();
  return view;
}

export default function Grid() {
  const [search] = useSearchParams();
  return <GridPage view={useLoaderData<typeof loader>()} areAllOpen={opensAllSheets(search)} />;
}
