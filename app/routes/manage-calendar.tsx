import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { announceCampaign } from "~/features/manage-campaigns/announce-campaign.server";
import { changeCalendar } from "~/features/manage-campaigns/change-calendar.server";
import { CalendarPage } from "~/features/manage-campaigns/components/calendar-page";
import { announceRefusals, calendarErrors } from "~/features/manage-campaigns/labels";
import { calendarView } from "~/features/manage-campaigns/manage-view.server";
import { calendarFormSchema } from "~/features/manage-campaigns/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(`Calendrier de ${loaded?.view.title ?? "la campagne"}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const view = await withWork(signedIn.actor, (work) =>
    calendarView(work, scope, params.slug ?? ""),
  );
  if (!view) throw notFound();
  return { view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const slug = params.slug ?? "";
  const form = await readForm(request);
  const inScope = await withWork(signedIn.actor, (work) => calendarView(work, scope, slug));
  if (!inScope) throw notFound();
  if (form.get("intention") === "annoncer") {
    const announced = await withWork(signedIn.actor, (work) => announceCampaign(work, slug));
    if (!announced.ok && announced.reason === "not-found") throw notFound();
    if (!announced.ok) {
      return data(
        { errors: { form: announceRefusals[announced.reason] }, values: {} },
        { status: 409 },
      );
    }
    throw redirect(`${paths.manageCalendar(slug)}?enregistre=1`);
  }
  const parsed = parseForm(calendarFormSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const changed = await withWork(signedIn.actor, (work) => changeCalendar(work, slug, parsed.data));
  if (!changed.ok) {
    if (changed.reason === "not-found") throw notFound();
    const values = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
    return data({ errors: calendarErrors(changed), values }, { status: 422 });
  }
  throw redirect(`${paths.manageCalendar(slug)}?enregistre=1`);
}

export default function ManageCalendar() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <CalendarPage
      view={view}
      errors={refused?.errors}
      values={refused?.values}
      isSaved={search.has("enregistre")}
    />
  );
}
