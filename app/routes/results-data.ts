import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "~/domain/access/actor";
import { readResultsQuery } from "~/features/public-site/results-query";
import { resultsTable } from "~/features/public-site/results-view.server";
import { notFound } from "~/http/access.server";
import { csvResponse } from "~/http/csv-response.server";
import { withWork } from "~/http/work.server";

/** The published results as open data; nothing before publication. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const reading = readResultsQuery(new URL(request.url));
  if (!reading.ok) throw new Response(reading.message, { status: 400 });
  const slug = params.slug ?? "";
  const table = await withWork(visitor, (work) => resultsTable(work, slug, reading.query));
  if (!table) throw notFound();
  return csvResponse(`${slug}-resultats.csv`, table);
}
