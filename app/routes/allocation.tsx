import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type MetaFunction,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { adoptAllocation } from "~/features/allocate-equipment/adopt-allocation.server";
import { allocationView } from "~/features/allocate-equipment/allocation-view.server";
import { AllocationPage } from "~/features/allocate-equipment/components/allocation-page";
import { adoptionRefusals, proposalRefusals } from "~/features/allocate-equipment/labels";
import { proposeAllocation } from "~/features/allocate-equipment/propose-allocation.server";
import { adoptionSchema, proposalSchema } from "~/features/allocate-equipment/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(`Dotation : ${loaded?.entitlement.label ?? "campagne"}`) },
];

/** After a conflict the page must show what changed meanwhile; a plain refusal changed nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;

type Intention = "calculer" | "adopter";

const entitlementOf = (request: Request) => new URL(request.url).searchParams.get("droit");

function refuse(
  intention: Intention,
  status: 409 | 422,
  errors: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
) {
  return data({ intention, errors, values }, { status });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "allocation.read");
  const view = await withWork(signedIn.actor, (work) =>
    allocationView(work, scope, params.slug ?? "", entitlementOf(request)),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const target = { slug: params.slug ?? "", entitlementId: entitlementOf(request) };
  const form = await readForm(request);
  return form.get("intention") === "adopter"
    ? adopt(request, target, form)
    : propose(request, target, form);
}

type Target = Parameters<typeof proposeAllocation>[2];

async function propose(request: Request, target: Target, form: FormData) {
  const { signedIn, scope } = await requireAccess(request, "allocation.propose");
  const parsed = parseForm(proposalSchema, form);
  if (!parsed.ok) return refuse("calculer", 422, parsed.errors, parsed.values);
  const result = await withWork(signedIn.actor, (work) =>
    proposeAllocation(work, scope, target, parsed.data),
  );
  if (result.ok) throw redirect(addressOf(target));
  if (result.reason === "not-found") throw notFound();
  return refuse("calculer", 409, { envelope: proposalRefusals[result.reason] }, {});
}

async function adopt(request: Request, target: Target, form: FormData) {
  const { signedIn, scope } = await requireAccess(request, "allocation.adopt");
  const parsed = parseForm(adoptionSchema, form);
  if (!parsed.ok) return refuse("adopter", 422, parsed.errors, parsed.values);
  const result = await withWork(signedIn.actor, (work) =>
    adoptAllocation(work, scope, target, parsed.data),
  );
  if (result.ok) throw redirect(addressOf(target));
  if (result.reason === "not-found") throw notFound();
  const { field, message } = adoptionRefusals[result.reason];
  const { isConfirmed: _again, ...typed } = parsed.data;
  const status = result.reason === "plan-changed" ? 409 : 422;
  return refuse("adopter", status, { [field]: message }, typed);
}

function addressOf({ slug, entitlementId }: Target): string {
  const query = entitlementId === null ? "" : `?droit=${encodeURIComponent(entitlementId)}`;
  return `${paths.allocation(slug)}${query}`;
}

export default function Allocation() {
  return (
    <AllocationPage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
    />
  );
}
