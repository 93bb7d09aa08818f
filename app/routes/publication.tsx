import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import {
  type PublicationAnswer,
  PublicationPage,
} from "~/features/publish-decisions/components/publication-page";
import { publicationRefusals } from "~/features/publish-decisions/labels";
import { publicationView } from "~/features/publish-decisions/publication-view.server";
import { publishDecisions } from "~/features/publish-decisions/publish-decisions.server";
import { actsSchema } from "~/features/publish-decisions/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `Publication, ${loaded.campaign}` : "Publication") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "decision.publish");
  const view = await withWork(signedIn.actor, (work) =>
    publicationView(work, scope, params.slug ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

const answer = (given: PublicationAnswer, status = 200) => data(given, { status });

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "decision.publish");
  const slug = params.slug ?? "";
  const form = await readForm(request);
  const view = await withWork(signedIn.actor, (work) => publicationView(work, scope, slug));
  if (!view) throw notFound();
  const parsed = parseForm(actsSchema(view.authorities, view.today), form);
  const values = textsOf(form);
  const intent = form.getAll("intention").at(-1);
  if (intent === "revoir") return answer({ step: "acts", errors: {}, values });
  if (!parsed.ok) return answer({ step: "acts", errors: parsed.errors, values }, 422);
  if (intent !== "publier") return answer({ step: "confirm", errors: {}, values });
  const result = await withWork(signedIn.actor, (work) =>
    publishDecisions(work, scope, {
      slug,
      acts: parsed.data,
      confirmedTally: values.attendu ?? "",
    }),
  );
  if (result.ok) throw redirect(paths.publication(slug));
  if (result.reason === "not-found") throw notFound();
  const step = result.reason === "changed" ? "confirm" : "acts";
  return answer({ step, errors: { form: publicationRefusals[result.reason] }, values }, 409);
}

function textsOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return values;
}

export default function Publication() {
  return (
    <PublicationPage
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  );
}
