import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope } from "~/domain/access/permissions";
import { type AdoptionRefusal, decideAdoption } from "~/domain/allocation/adoption";
import { isoDayInParis } from "~/domain/directory/paris-day";
import {
  adoptProposedPlan,
  findPlan,
  listPlanLines,
  type PlanLineRow,
} from "~db/repositories/allocations.server";
import { isUuid } from "~db/repositories/applications.server";
import { lockCampaign } from "~db/repositories/campaigns.server";
import { record } from "~db/repositories/journal.server";
import { findOrCreateOrganisation } from "~db/repositories/people.server";
import { insertProgramme } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { type Allocatable, findAllocatable } from "./allocatable.server";
import type { AdoptionForm } from "./schemas";

export type AdoptResult =
  | { readonly ok: true; readonly programmeSlug: string }
  | { readonly ok: false; readonly reason: "not-found" | "no-owner" | AdoptionRefusal };

/**
 * Records the vote that adopts the proposal: the plan is locked for good and the roll-out programme
 * of its owner, the région, opens with one item a school served. One adoption per entitlement, who-
 * ever comes at the same time.
 */
export async function adoptAllocation(
  work: Work,
  scope: Scope,
  target: { readonly slug: string; readonly entitlementId: string | null },
  form: AdoptionForm,
): Promise<AdoptResult> {
  const found = await findAllocatable(work.tx, scope, target.slug, target.entitlementId);
  if (!found) return { ok: false, reason: "not-found" };
  await lockCampaign(work.tx, found.campaign.id);
  const plan = isUuid(form.planId) ? await findPlan(work.tx, form.planId) : undefined;
  if (plan?.campaignId !== found.campaign.id || plan.entitlementId !== found.entitlement.id) {
    return { ok: false, reason: "plan-changed" };
  }
  const lines = await listPlanLines(work.tx, scope, plan.id);
  const served = lines.filter((line) => line.isServed);
  const decision = decideAdoption({
    status: plan.status,
    servedSchools: served.length,
    votedOn: form.votedOn,
    dueOn: form.dueOn,
    today: isoDayInParis(work.now),
  });
  if (!decision.ok) return decision;
  const ownerId = await findOwner(work, scope, found);
  if (!ownerId) return { ok: false, reason: "no-owner" };
  const vote = {
    voteKind: "deliberation" as const,
    voteNumber: form.number,
    votedOn: form.votedOn,
    adoptedBy: work.actor.personId,
    adoptedAt: work.now,
  };
  if (!(await adoptProposedPlan(work.tx, plan.id, vote))) {
    return { ok: false, reason: "plan-changed" };
  }
  await record(work, {
    on: { kind: "allocation-plan", id: plan.id },
    action: "allocation.adopted",
    before: { status: "proposed" },
    after: { status: "adopted", ...vote },
  });
  return {
    ok: true,
    programmeSlug: await openProgramme(work, found, plan.id, ownerId, served, form),
  };
}

/** The région that votes: the organisation of the officer's role, else the campaign's région partner. */
async function findOwner(
  { tx }: Work,
  scope: Scope,
  { campaign, document }: Allocatable,
): Promise<string | undefined> {
  const own = scope.find(
    (clause) =>
      clause.scopeKind === "region" &&
      reachesCampaign([clause], { id: campaign.id, partners: document.partners }),
  );
  if (own?.organisationId) return own.organisationId;
  const partner = document.partners.find(
    ({ kind, territory }) =>
      kind === "region" && territory && (!own || territory === own.scopeCode),
  );
  if (!partner?.territory) return undefined;
  const organisation = await findOrCreateOrganisation(tx, {
    kind: "region",
    code: partner.territory,
    name: partner.name,
    subtitle: partner.subtitle,
  });
  return organisation.id;
}

async function openProgramme(
  work: Work,
  { campaign, document, entitlement }: Allocatable,
  planId: string,
  ownerId: string,
  served: readonly PlanLineRow[],
  { dueOn, votedOn }: Pick<AdoptionForm, "dueOn" | "votedOn">,
): Promise<string> {
  const programme = {
    slug: `${campaign.slug}-${entitlement.id}`,
    title: `${entitlement.label}, ${campaign.title} ${document.edition}`,
    unit: entitlement.unit,
    ownerId,
    campaignId: campaign.id,
    planId,
  };
  const items = served.map(({ uai, quantity }) => ({
    uai,
    planned: quantity,
    startsOn: votedOn,
    dueOn,
  }));
  const opened = await insertProgramme(work.tx, programme, items);
  await record(work, {
    on: { kind: "rollout-programme", id: opened.id },
    action: "rollout.opened",
    after: { ...programme, dueOn, items: items.map(({ uai, planned }) => [uai, planned]) },
  });
  return opened.slug;
}
