import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { LabelledSchool } from "../../app/domain/allocation/lots";
import type { Tx } from "../client.server";
import { allocationLines, allocationPlans } from "../schema/allocations";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { decisions } from "../schema/jury";
import { communes } from "../schema/territory";
import { countAdoptedPlan } from "./rollup-deltas.server";
import { coversSchool } from "./scope.server";

export type PlanRow = typeof allocationPlans.$inferSelect;
export type NewPlan = typeof allocationPlans.$inferInsert;
export type NewPlanLine = Omit<typeof allocationLines.$inferInsert, "planId">;

/** One line of a plan with what tells its school apart. */
export type PlanLineRow = typeof allocationLines.$inferSelect & {
  readonly name: string;
  readonly communeName: string | null;
};

const linesAtOnce = 1000;

/** A labelled school; `isAid` when its commune or EPCI applied for it, and not the school itself. */
export type LabelledSchoolRow = LabelledSchool & { readonly isAid: boolean };

/** The schools that a published campaign labelled, inside the scope, with their head-counts. */
export async function listLabelledSchools(
  tx: Tx,
  scope: Scope,
  campaignId: string,
): Promise<LabelledSchoolRow[]> {
  return tx
    .select({
      uai: directoryUnits.uai,
      name: directoryUnits.name,
      level: decisions.level,
      score: applications.examinedScore,
      pupils: directoryUnits.pupils,
      pupilsSeconde: directoryUnits.pupilsSeconde,
      isAid: sql<boolean>`${applications.applicantKind} <> 'school'`,
    })
    .from(decisions)
    .innerJoin(applications, eq(applications.id, decisions.applicationId))
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .innerJoin(applicationSchools, eq(applicationSchools.applicationId, applications.id))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, applicationSchools.uai))
    .where(
      and(
        eq(campaigns.id, campaignId),
        isNotNull(campaigns.publishedAt),
        eq(applicationSchools.isActive, true),
        sql`${decisions.level} > 0`,
        coversSchool(scope),
      ),
    )
    .orderBy(asc(directoryUnits.uai));
}

/** The proposed and adopted plans of some campaigns; discarded ones are history. */
export async function listStandingPlans(
  tx: Tx,
  campaignIds: readonly string[],
): Promise<PlanRow[]> {
  if (campaignIds.length === 0) return [];
  return tx
    .select()
    .from(allocationPlans)
    .where(
      and(
        inArray(allocationPlans.campaignId, [...campaignIds]),
        inArray(allocationPlans.status, ["proposed", "adopted"]),
      ),
    )
    .orderBy(asc(allocationPlans.computedAt));
}

export async function findPlan(tx: Tx, id: string): Promise<PlanRow | undefined> {
  const [row] = await tx.select().from(allocationPlans).where(eq(allocationPlans.id, id));
  return row;
}

/** The lines of a plan whose schools the scope covers, in rank order. */
export async function listPlanLines(tx: Tx, scope: Scope, planId: string): Promise<PlanLineRow[]> {
  const rows = await tx
    .select({
      line: allocationLines,
      name: directoryUnits.name,
      communeName: sql<string | null>`coalesce(${communes.name}, ${directoryUnits.locality})`,
    })
    .from(allocationLines)
    .innerJoin(allocationPlans, eq(allocationPlans.id, allocationLines.planId))
    .innerJoin(campaigns, eq(campaigns.id, allocationPlans.campaignId))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, allocationLines.uai))
    .leftJoin(communes, eq(communes.code, directoryUnits.communeCode))
    .where(and(eq(allocationLines.planId, planId), coversSchool(scope)))
    .orderBy(asc(allocationLines.rank));
  return rows.map(({ line, name, communeName }) => ({ ...line, name, communeName }));
}

/** Discards what is proposed for one entitlement and gives it; a new proposal takes its place. */
export async function discardProposedPlan(
  tx: Tx,
  campaignId: string,
  entitlementId: string,
): Promise<PlanRow | undefined> {
  const [row] = await tx
    .update(allocationPlans)
    .set({ status: "discarded" })
    .where(
      and(
        eq(allocationPlans.campaignId, campaignId),
        eq(allocationPlans.entitlementId, entitlementId),
        eq(allocationPlans.status, "proposed"),
      ),
    )
    .returning();
  return row;
}

/** Writes a plan and its lines, of any status and date: the demonstration writes past ones too. */
export async function insertPlan(
  tx: Tx,
  plan: NewPlan,
  lines: readonly NewPlanLine[],
): Promise<PlanRow> {
  const [row] = await tx.insert(allocationPlans).values(plan).returning();
  if (!row) throw new Error("Proposition de dotation non enregistrée.");
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    const some = lines.slice(start, start + linesAtOnce);
    await tx.insert(allocationLines).values(some.map((line) => ({ ...line, planId: row.id })));
  }
  if (row.status === "adopted") await countAdoptedPlan(tx, row.id);
  return row;
}

export type Vote = Required<
  Pick<NewPlan, "voteKind" | "voteNumber" | "votedOn" | "adoptedBy" | "adoptedAt">
>;

/** Adopts a plan that is still proposed; false when it no longer is. */
export async function adoptProposedPlan(tx: Tx, id: string, vote: Vote): Promise<boolean> {
  const rows = await tx
    .update(allocationPlans)
    .set({ ...vote, status: "adopted" })
    .where(and(eq(allocationPlans.id, id), eq(allocationPlans.status, "proposed")))
    .returning({ id: allocationPlans.id });
  if (rows.length !== 1) return false;
  await countAdoptedPlan(tx, id);
  return true;
}
