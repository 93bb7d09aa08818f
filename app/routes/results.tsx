import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { ResultsPage } from "~/features/public-site/components/results-page";
import { readResultsQuery } from "~/features/public-site/results-query";
import { resultsView } from "~/features/public-site/results-view.server";
import { notFound } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Résultats, ${data.campaign.title}` : "Résultats") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reading = readResultsQuery(new URL(request.url));
  if (!reading.ok) throw new Response(reading.message, { status: 400 });
  const view = await withWork(visitor, (work) =>
    resultsView(work, params.slug ?? "", reading.query),
  );
  if (!view) throw notFound();
  return view;
}

export default function Results() {
  return <ResultsPage view={useLoaderData<typeof loader>()} />;
}
