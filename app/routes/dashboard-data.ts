import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "~/domain/access/actor";
import { dashboardTable } from "~/features/dashboard/dashboard-table";
import { dashboardView } from "~/features/dashboard/dashboard-view.server";
import { readDashboardQuery } from "~/features/dashboard/query";
import { notFound } from "~/http/access.server";
import { csvResponse } from "~/http/csv-response.server";
import { withWork } from "~/http/work.server";

/** The table of the dashboard as open data. */
export async function loader({ request }: LoaderFunctionArgs) {
  const reading = readDashboardQuery(new URL(request.url));
  if (!reading.ok) throw new Response(reading.message, { status: 400 });
  const view = await withWork(visitor, (work) => dashboardView(work, reading.query));
  if (!view) throw notFound();
  return csvResponse(`${view.indicator.code}-${view.territory.slug}.csv`, dashboardTable(view));
}
