import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type MetaFunction,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { RolloutItemPage } from "~/features/track-rollout/components/rollout-item-page";
import { correctionErrors, stepErrors } from "~/features/track-rollout/labels";
import { correctEvent, recordStep } from "~/features/track-rollout/record-step.server";
import { rolloutItemView } from "~/features/track-rollout/rollout-item-view.server";
import { correctionSchema, stepSchema, typedAgain } from "~/features/track-rollout/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `${loaded.schoolName}, déploiement` : "Déploiement") },
];

/** After a conflict the page must show what changed meanwhile; a plain refusal changed nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;

type Intention = "saisir" | "corriger";

function refuse(
  intention: Intention,
  status: 409 | 422,
  errors: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
) {
  return data({ intention, errors, values }, { status });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "rollout.read");
  const view = await withWork(signedIn.actor, (work) =>
    rolloutItemView(work, scope, params.programme ?? "", params.itemId ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "rollout.record");
  const address = { programme: params.programme ?? "", itemId: params.itemId ?? "" };
  const form = await readForm(request);
  const page = paths.rolloutItem(address.programme, address.itemId);

  if (form.get("intention") === "corriger") {
    const parsed = parseForm(correctionSchema, form);
    if (!parsed.ok) return refuse("corriger", 422, parsed.errors, parsed.values);
    const result = await withWork(signedIn.actor, (work) =>
      correctEvent(work, scope, address, parsed.data),
    );
    if (result.ok) throw redirect(`${page}?enregistre=1`);
    if (result.reason === "not-found") throw notFound();
    const status = result.reason === "stale" ? 409 : 422;
    return refuse("corriger", status, correctionErrors(result), typedAgain(parsed.data));
  }

  const parsed = parseForm(stepSchema, form);
  if (!parsed.ok) return refuse("saisir", 422, parsed.errors, parsed.values);
  const result = await withWork(signedIn.actor, (work) =>
    recordStep(work, scope, address, parsed.data),
  );
  if (result.ok) throw redirect(`${page}?enregistre=1`);
  if (result.reason === "not-found") throw notFound();
  const status = result.reason === "stale" ? 409 : 422;
  return refuse("saisir", status, stepErrors(result, parsed.data.step), typedAgain(parsed.data));
}

export default function RolloutItem() {
  const view = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <RolloutItemPage
      view={view}
      refused={useActionData<typeof action>()}
      correctedId={search.get("corriger")}
      isSaved={search.has("enregistre")}
    />
  );
}
