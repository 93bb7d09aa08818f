import { reachesCampaign } from "~/domain/access/campaign-scope";
import { type Action, type Scope, scopeFor } from "~/domain/access/permissions";
import { rankLots } from "~/domain/allocation/lots";
import { eurosText } from "~/domain/allocation/money";
import { type Summary, summarise } from "~/domain/allocation/plan";
import type { AllocationMethod, PlanStatus } from "~/domain/allocation/vocabulary";
import { isoDayInParis } from "~/domain/directory/paris-day";
import type { NamedOwner } from "~/features/school-directory/other-owners.server";
import {
  listLabelledSchools,
  listPlanLines,
  listStandingPlans,
  type PlanLineRow,
  type PlanRow,
} from "~db/repositories/allocations.server";
import { findProgrammeOfPlan } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { allocatablesOf, findAllocatable } from "./allocatable.server";
import { headcountLabel, quantityRule } from "./labels";
import { ownedElsewhere } from "./owned-elsewhere.server";

export type AllocationLineView = Pick<
  PlanLineRow,
  | "uai"
  | "name"
  | "communeName"
  | "rank"
  | "level"
  | "score"
  | "entitledQuantity"
  | "quantity"
  | "amountCents"
  | "isServed"
  | "isServedByRanking"
  | "isServedByOptimum"
  | "reason"
>;

export type PlanView = {
  readonly id: string;
  readonly status: PlanStatus;
  readonly method: AllocationMethod;
  readonly computedAt: string;
  readonly envelopeCents: number;
  readonly unitPriceCents: number;
  readonly isOptimumProven: boolean;
  /** What each way of serving amounts to; `method` says which one the proposal keeps. */
  readonly summaries: Readonly<Record<AllocationMethod, Summary>>;
  /** Schools without a need that counts (unknown, none, another collectivité's): in no total. */
  readonly uncountedSchools: number;
  /** Schools served by what is only proposed, though today another collectivité owns their equipment. */
  readonly changedHands: readonly (Pick<PlanLineRow, "uai" | "name"> & {
    readonly other: Pick<NamedOwner, "name" | "since">;
  })[];
  readonly lines: readonly AllocationLineView[];
  readonly vote: { readonly number: string; readonly votedOn: string } | null;
  readonly programmeSlug: string | null;
};

export type AllocationView = {
  readonly slug: string;
  readonly campaignTitle: string;
  readonly entitlement: {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly levels: readonly number[];
    readonly rule: string;
    readonly headcount: string;
  };
  readonly otherEntitlements: readonly { readonly id: string; readonly label: string }[];
  readonly entitledSchools: number;
  /** What the form shows at first: the last proposal's terms, else the campaign's own. */
  readonly terms: { readonly envelope: string; readonly unitPrice: string };
  readonly plan: PlanView | null;
  readonly mayPropose: boolean;
  readonly mayAdopt: boolean;
};

/** Everything the page of one allocation shows; undefined when it is not there for this person. */
export async function allocationView(
  work: Work,
  scope: Scope,
  slug: string,
  entitlementId: string | null,
): Promise<AllocationView | undefined> {
  const found = await findAllocatable(work.tx, scope, slug, entitlementId);
  if (!found) return undefined;
  const { campaign, document, entitlement } = found;
  const standing = await listStandingPlans(work.tx, [campaign.id]);
  const plan = standing.find((known) => known.entitlementId === entitlement.id);
  const schools = await listLabelledSchools(work.tx, scope, campaign.id);
  const elsewhere = await ownedElsewhere(work, scope, found, schools, isoDayInParis(work.now));
  const may = (action: Action) =>
    reachesCampaign(scopeFor(work.actor, action), { id: campaign.id, partners: document.partners });
  const { envelopeCents, unitPriceCents } = plan ?? entitlement;
  return {
    slug,
    campaignTitle: campaign.title,
    entitlement: {
      id: entitlement.id,
      label: entitlement.label,
      unit: entitlement.unit,
      levels: [...entitlement.levels].sort((a, b) => b - a),
      rule: quantityRule(entitlement),
      headcount: headcountLabel(entitlement.per),
    },
    otherEntitlements: allocatablesOf(scope, campaign)
      .map((other) => other.entitlement)
      .filter(({ id }) => id !== entitlement.id)
      .map(({ id, label }) => ({ id, label })),
    entitledSchools: rankLots(schools, entitlement, elsewhere).length,
    terms: { envelope: eurosText(envelopeCents), unitPrice: eurosText(unitPriceCents) },
    plan: plan ? await planView(work, scope, plan, elsewhere) : null,
    mayPropose: may("allocation.propose") && plan?.status !== "adopted",
    mayAdopt: may("allocation.adopt") && plan?.status === "proposed",
  };
}

async function planView(
  work: Work,
  scope: Scope,
  plan: PlanRow,
  elsewhere: ReadonlyMap<string, NamedOwner>,
): Promise<PlanView> {
  const rows = await listPlanLines(work.tx, scope, plan.id);
  const measured = rows.map((line) => ({ ...line, units: line.entitledQuantity }));
  const programme = await findProgrammeOfPlan(work.tx, plan.id);
  return {
    id: plan.id,
    status: plan.status,
    method: plan.method,
    computedAt: plan.computedAt.toISOString(),
    envelopeCents: plan.envelopeCents,
    unitPriceCents: plan.unitPriceCents,
    isOptimumProven: plan.isOptimumProven,
    summaries: {
      ranking: summarise(measured, plan, (line) => line.isServedByRanking),
      optimum: summarise(measured, plan, (line) => line.isServedByOptimum),
    },
    uncountedSchools: rows.filter((line) => line.entitledQuantity === 0).length,
    changedHands: rows.flatMap(({ uai, name, isServed }) => {
      const other = elsewhere.get(uai);
      if (plan.status !== "proposed" || !isServed || !other) return [];
      return [{ uai, name, other: { name: other.name, since: other.since } }];
    }),
    lines: rows.map(({ planId: _planId, ...line }) => line),
    vote:
      plan.voteNumber && plan.votedOn ? { number: plan.voteNumber, votedOn: plan.votedOn } : null,
    programmeSlug: programme?.slug ?? null,
  };
}
