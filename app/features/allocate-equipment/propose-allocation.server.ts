import type { Scope } from "~/domain/access/permissions";
import { type PlanLine, planAllocation, summarise } from "~/domain/allocation/plan";
import type { Entitlement } from "~/domain/campaign/document";
import { isoDayInParis } from "~/domain/directory/paris-day";
import type { NamedOwner } from "~/features/school-directory/other-owners.server";
import {
  discardProposedPlan,
  insertPlan,
  listLabelledSchools,
  listStandingPlans,
  type NewPlanLine,
  type PlanRow,
} from "~db/repositories/allocations.server";
import { lockCampaign } from "~db/repositories/campaigns.server";
import { collectiviteKey } from "~db/repositories/collectivites.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { findAllocatable } from "./allocatable.server";
import { solveWithHighs } from "./highs-solver.server";
import { outcomeSentence } from "./labels";
import { ownedElsewhere } from "./owned-elsewhere.server";
import type { ProposalForm } from "./schemas";

export type ProposeResult =
  | { readonly ok: true; readonly plan: PlanRow }
  | { readonly ok: false; readonly reason: "not-found" | "already-adopted" };

/**
 * Computes the allocation of one entitlement within an envelope and stores it as the proposal; the
 * proposal before it is discarded, its lines kept. Amounts are integer cents.
 */
export async function proposeAllocation(
  work: Work,
  scope: Scope,
  target: { readonly slug: string; readonly entitlementId: string | null },
  form: ProposalForm,
): Promise<ProposeResult> {
  const found = await findAllocatable(work.tx, scope, target.slug, target.entitlementId);
  if (!found) return { ok: false, reason: "not-found" };
  const { campaign, entitlement } = found;
  await lockCampaign(work.tx, campaign.id);
  const standing = await listStandingPlans(work.tx, [campaign.id]);
  const isAdopted = standing.some(
    (plan) => plan.entitlementId === entitlement.id && plan.status === "adopted",
  );
  if (isAdopted) return { ok: false, reason: "already-adopted" };

  const terms = { envelopeCents: form.envelope, unitPriceCents: form.unitPrice };
  const schools = await listLabelledSchools(work.tx, scope, campaign.id);
  const elsewhere = await ownedElsewhere(work, scope, found, schools, isoDayInParis(work.now));
  const { lines, isOptimumProven } = await planAllocation({
    schools,
    right: entitlement,
    elsewhere,
    terms,
    method: form.method,
    solve: solveWithHighs,
  });
  const discarded = await discardProposedPlan(work.tx, campaign.id, entitlement.id);
  if (discarded) {
    await record(work, {
      on: { kind: "allocation-plan", id: discarded.id },
      action: "allocation.discarded",
      before: { status: "proposed" },
      after: { status: "discarded" },
    });
  }
  const unitsBy = (isServed: (line: PlanLine) => boolean) =>
    summarise(lines, terms, isServed).units;
  const values = {
    ...terms,
    unit: entitlement.unit,
    method: form.method,
    rankingQuantity: unitsBy((line) => line.isServedByRanking),
    optimumQuantity: unitsBy((line) => line.isServedByOptimum),
    isOptimumProven,
  };
  const plan = await insertPlan(
    work.tx,
    {
      ...values,
      campaignId: campaign.id,
      entitlementId: entitlement.id,
      computedBy: work.actor.personId,
      computedAt: work.now,
    },
    lines.map((line) => storedLine(line, entitlement, elsewhere.get(line.uai))),
  );
  await record(work, {
    on: { kind: "allocation-plan", id: plan.id },
    action: "allocation.proposed",
    after: {
      campaign: campaign.slug,
      entitlement: entitlement.id,
      ...values,
      replaces: discarded?.id ?? null,
      served: lines.filter((line) => line.isServed).map(({ uai, quantity }) => [uai, quantity]),
      ownedElsewhere: lines.flatMap(({ uai }) => {
        const other = elsewhere.get(uai);
        return other ? [[uai, collectiviteKey(other.owner), other.since]] : [];
      }),
    },
  });
  return { ok: true, plan };
}

/** A line as the database keeps it: its reason is the sentence that was shown when it was decided. */
function storedLine(
  line: PlanLine,
  { per }: Pick<Entitlement, "per">,
  other: NamedOwner | undefined,
): NewPlanLine {
  return {
    uai: line.uai,
    rank: line.rank,
    level: line.level,
    score: line.score === null ? "" : String(line.score),
    entitledQuantity: line.units,
    quantity: line.quantity,
    amountCents: line.amountCents,
    isServed: line.isServed,
    isServedByRanking: line.isServedByRanking,
    isServedByOptimum: line.isServedByOptimum,
    reason: outcomeSentence(line, per, other),
  };
}
