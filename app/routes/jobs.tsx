import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { actOnJob } from "~/features/jobs/act-on-job.server";
import { JobsPage } from "~/features/jobs/components/jobs-page";
import { jobsView } from "~/features/jobs/jobs-view.server";
import { doneWords } from "~/features/jobs/labels";
import { jobFormSchema, jobQuerySchema } from "~/features/jobs/schemas";
import { requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Tâches") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn } = await requireAccess(request, "jobs.manage");
  const query = jobQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return withWork(signedIn.actor, (work) => jobsView(work, query));
}

export async function action({ request }: ActionFunctionArgs) {
  const { signedIn } = await requireAccess(request, "jobs.manage");
  const form = jobFormSchema.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) return data({ refused: "not-possible" as const }, { status: 422 });
  const result = await withWork(signedIn.actor, (work) => actOnJob(work, form.data));
  if (!result.ok) return data({ refused: result.reason }, { status: 422 });
  throw redirect(`${paths.jobs()}?fait=${form.data.act}`);
}

export default function Jobs() {
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = (Object.keys(doneWords) as (keyof typeof doneWords)[]).find(
    (act) => act === search.get("fait"),
  );
  return <JobsPage view={useLoaderData<typeof loader>()} done={done} refused={answer?.refused} />;
}
