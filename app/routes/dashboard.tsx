import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { DashboardPage } from "~/features/dashboard/components/dashboard-page";
import { dashboardView } from "~/features/dashboard/dashboard-view.server";
import { readDashboardQuery } from "~/features/dashboard/query";
import { notFound } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: pageTitle(
      data ? `${data.indicator.label} ${data.territory.inPlace}` : "Tableau de bord",
    ),
  },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const reading = readDashboardQuery(new URL(request.url));
  if (!reading.ok) throw new Response(reading.message, { status: 400 });
  const view = await withWork(visitor, (work) => dashboardView(work, reading.query));
  if (!view) throw notFound();
  return view;
}

export default function Dashboard() {
  return <DashboardPage view={useLoaderData<typeof loader>()} />;
}
