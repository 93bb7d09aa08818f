import type { Scope } from "~/domain/access/permissions";
import { type AdoptionRefusal, decideAdoption } from "~/domain/allocation/adoption";
import { isoDayInParis } from "~/domain/directory/paris-day";
import {
  adoptProposedPlan,
  findPlan,
  listLabelledSchools,
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
import { fundingRegion, ownedElsewhere } from "./owned-elsewhere.server";
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
  const today = isoDayInParis(work.now);
  const decision = decideAdoption({
    status: plan.status,
    servedSchools: served.length,
    servedElsewhere: await countElsewhere(work, scope, found, served, [form.votedOn, today]),
    votedOn: form.votedOn,
    dueOn: form.dueOn,
    today,
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

/**
 * How many of the schools served belonged to another collectivité on every one of `days`. One that
 * changed hands since the vote stays served: the roll-out's pages say so.
 */
async function countElsewhere(
  work: Work,
  scope: Scope,
  found: Allocatable,
  served: readonly PlanLineRow[],
  days: readonly string[],
): Promise<number> {
  const uais = new Set(served.map(({ uai }) => uai));
  const labelled = await listLabelledSchools(work.tx, scope, found.campaign.id);
  let elsewhere = labelled.filter(({ uai }) => uais.has(uai));
  for (const day of new Set(days)) {
    const others = await ownedElsewhere(work, scope, found, elsewhere, day);
    elsewhere = elsewhere.filter(({ uai }) => others.has(uai));
  }
  return elsewhere.length;
}

/** The organisation of the région that votes, made from the campaign's partner when it is not there yet. */
async function findOwner(
  { tx }: Work,
  scope: Scope,
  found: Allocatable,
): Promise<string | undefined> {
  const { clause, partner } = fundingRegion(scope, found);
  if (clause?.organisationId) return clause.organisationId;
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
