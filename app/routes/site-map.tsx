import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { SiteMapPage } from "~/features/public-site/components/site-map-page";
import { siteMapView } from "~/features/public-site/legal-view.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Plan du site") }];

export async function loader() {
  return withWork(visitor, siteMapView);
}

export default function SiteMap() {
  return <SiteMapPage view={useLoaderData<typeof loader>()} />;
}
