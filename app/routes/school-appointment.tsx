import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { appointPerson } from "~/features/school-team/appoint-person.server";
import { appointmentView } from "~/features/school-team/appointment-view.server";
import { AppointmentPage } from "~/features/school-team/components/appointment-page";
import { appointmentRefusals, appointmentWords } from "~/features/school-team/labels";
import { appointmentSchema } from "~/features/school-team/schemas";
import { notFound, requireAccess, requireSignedIn } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

/** What each last part of the address records, and the permission that it asks for. */
const kinds = {
  delegation: { role: "delegate", permission: "school.delegate" },
  interim: { role: "acting-head", permission: "school.appoint" },
} as const;

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(view ? appointmentWords[view.role].title : "Page introuvable") },
];

async function open(request: Request, params: LoaderFunctionArgs["params"]) {
  await requireSignedIn(request);
  const kind = Object.entries(kinds).find(([name]) => name === params.kind)?.[1];
  if (!kind) throw notFound();
  const { signedIn, scope } = await requireAccess(request, kind.permission);
  const uai = params.uai ?? "";
  const view = await withWork(signedIn.actor, (work) => appointmentView(work, scope, uai));
  if (!view) throw notFound();
  return { signedIn, scope, role: kind.role, view };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { role, view } = await open(request, params);
  return { role, ...view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope, role, view } = await open(request, params);
  const { uai } = view;
  const parsed = parseForm(appointmentSchema, await readForm(request));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const result = await withWork(signedIn.actor, (work) =>
    appointPerson(work, scope, { uai, role, form: parsed.data }),
  );
  if (result.ok) throw redirect(`${paths.schoolTeam(uai)}?fait=enregistre`);
  if (result.reason === "not-found") throw notFound();
  const { field, message } = appointmentRefusals[result.reason];
  return data({ errors: { [field]: message }, values: parsed.data }, { status: 422 });
}

export default function SchoolAppointment() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AppointmentPage
      role={view.role}
      view={view}
      errors={refused?.errors}
      values={refused?.values}
    />
  );
}
