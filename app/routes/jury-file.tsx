import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { JuryFilePage } from "~/features/run-jury/components/file-page";
import { juryFileView } from "~/features/run-jury/jury-file-view.server";
import { proposalRefusals } from "~/features/run-jury/labels";
import { proposeLevel } from "~/features/run-jury/propose-level.server";
import { proposalSchema } from "~/features/run-jury/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `${loaded.school.name}, jury` : "Jury") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "jury.read");
  const { slug = "", id = "" } = params;
  const view = await withWork(signedIn.actor, (work) => juryFileView(work, scope, { slug, id }));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "jury.propose");
  const { slug = "", id = "" } = params;
  const form = await readForm(request);
  const parsed = parseForm(proposalSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const { niveau, motif, version } = parsed.data;
  const result = await withWork(signedIn.actor, async (work) => {
    const proposed = await proposeLevel(work, scope, {
      applicationId: id,
      level: niveau,
      reason: motif,
      version,
    });
    const view = proposed.ok ? await juryFileView(work, scope, { slug, id }) : undefined;
    return { proposed, following: view?.followingId ?? null };
  });
  if (!result.proposed.ok) {
    const { reason } = result.proposed;
    if (reason === "not-found") throw notFound();
    const isUnexplained = reason === "reason-required" || reason === "refusal-unexplained";
    const field = isUnexplained ? "motif" : "niveau";
    const isConflict = reason === "stale" || reason === "already-published";
    const errors = { [isConflict ? "form" : field]: proposalRefusals[reason] };
    const values = { niveau: String(niveau), motif };
    return data({ errors, values }, { status: isConflict ? 409 : 422 });
  }
  throw redirect(`${paths.juryFile(slug, result.following ?? id)}?enregistre=1`);
}

export default function JuryFile() {
  const [search] = useSearchParams();
  return (
    <JuryFilePage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      isSaved={search.has("enregistre")}
    />
  );
}
