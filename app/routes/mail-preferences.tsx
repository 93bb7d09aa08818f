import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { PreferencesPage } from "~/features/mail-preferences/components/preferences-page";
import {
  readMailPreferences,
  saveMailPreferences,
} from "~/features/mail-preferences/mail-preferences.server";
import { requireSignedIn } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Mes courriels") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, email } = await requireSignedIn(request);
  return withWork(actor, (work) => readMailPreferences(work, email));
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request);
  const wanted = (await readForm(request)).getAll("topic");
  await withWork(actor, (work) => saveMailPreferences(work, wanted.map(String)));
  throw redirect(`${paths.mailPreferences()}?fait=enregistre`);
}

export default function MailPreferences() {
  const [search] = useSearchParams();
  return (
    <PreferencesPage
      preferences={useLoaderData<typeof loader>()}
      isSaved={search.get("fait") === "enregistre"}
    />
  );
}
