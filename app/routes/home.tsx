import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { HomePage } from "~/features/public-site/components/home-page";
import { homeView } from "~/features/public-site/home-view.server";
import { findSignedIn } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [
  { title: pageTitle("Accueil") },
  {
    name: "description",
    content:
      "Campagnes numériques menées ensemble par la Région et les académies : règles, calendrier, résultats et chiffres.",
  },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await findSignedIn(request);
  const view = await withWork(signedIn?.actor ?? visitor, homeView);
  return { view, isSignedIn: signedIn !== undefined };
}

export default function Home() {
  const { view, isSignedIn } = useLoaderData<typeof loader>();
  return <HomePage view={view} isSignedIn={isSignedIn} />;
}
