import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { environment } from "~/env.server";
import { platformPartners } from "~/features/layout/partners";
import { LegalPage } from "~/features/public-site/components/legal-page";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Mentions légales") }];

export function loader() {
  return {
    partners: platformPartners.map(({ name }) => name),
    isDemonstration: environment().DEMO,
  };
}

export default function Legal() {
  return <LegalPage {...useLoaderData<typeof loader>()} />;
}
