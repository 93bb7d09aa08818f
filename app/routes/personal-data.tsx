import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { PersonalDataPage } from "~/features/public-site/components/personal-data-page";
import { personalDataView } from "~/features/public-site/legal-view.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Données personnelles") }];

export async function loader() {
  return withWork(visitor, personalDataView);
}

export default function PersonalData() {
  return <PersonalDataPage view={useLoaderData<typeof loader>()} />;
}
