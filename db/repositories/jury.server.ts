import { and, eq, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { ApplicationStatus } from "../../app/domain/application/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { juryProposals } from "../schema/jury";
import { communes } from "../schema/territory";
import { titleWithEdition } from "./campaigns.server";
import { coversSchool } from "./scope.server";

export type ProposalRow = typeof juryProposals.$inferSelect;

export type JuryFileRow = {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly declaredScore: number | null;
  readonly declaredLevel: number;
  readonly score: number | null;
  readonly level: number;
  readonly uai: string;
  readonly name: string;
  readonly communeName: string | null;
  readonly proposedLevel: number | null;
};

const inSession = sql`${applications.status} in ('examined', 'proposed', 'decided')`;

/** Every examined file of a campaign of which the scope covers a school, with what is proposed. */
export async function listJuryFiles(
  tx: Tx,
  scope: Scope,
  campaignId: string,
): Promise<JuryFileRow[]> {
  return rowsOf<JuryFileRow>(
    tx,
    sql`select ${applications.id} as id, ${applications.status} as status,
      ${applications.declaredScore}::float8 as "declaredScore",
      coalesce(${applications.declaredLevel}, 0)::int as "declaredLevel",
      ${applications.examinedScore}::float8 as score,
      coalesce(${applications.examinedLevel}, 0)::int as level,
      school.uai as uai, school.name as name, school.commune_name as "communeName",
      ${juryProposals.level}::int as "proposedLevel"
    from ${applications}
    join ${campaigns} on ${campaigns.id} = ${applications.campaignId}
    join lateral (
      select ${directoryUnits.uai} as uai, ${directoryUnits.name} as name,
        coalesce(${communes.name}, ${directoryUnits.locality}) as commune_name
      from ${applicationSchools}
      join ${directoryUnits} on ${directoryUnits.uai} = ${applicationSchools.uai}
      left join ${communes} on ${communes.code} = ${directoryUnits.communeCode}
      where ${applicationSchools.applicationId} = ${applications.id}
        and ${applicationSchools.isActive} and ${coversSchool(scope)}
      order by ${directoryUnits.name}, ${directoryUnits.uai} limit 1
    ) school on true
    left join ${juryProposals} on ${juryProposals.applicationId} = ${applications.id}
    where ${applications.campaignId} = ${campaignId}::uuid and ${inSession}`,
  );
}

export type JuryCampaign = {
  readonly slug: string;
  readonly title: string;
  readonly publishedAt: Date | null;
  /** Examined files inside the scope, and those for which a level is proposed. */
  readonly files: number;
  readonly proposed: number;
};

/** Announced campaigns, the newest first, with what the jury of this scope has before it. */
export async function listJuryCampaigns(tx: Tx, scope: Scope): Promise<JuryCampaign[]> {
  return tx
    .select({
      slug: campaigns.slug,
      title: titleWithEdition,
      publishedAt: campaigns.publishedAt,
      files: sql<number>`count(distinct ${applications.id})::int`,
      proposed: sql<number>`count(distinct ${juryProposals.applicationId})::int`,
    })
    .from(campaigns)
    .leftJoin(
      applications,
      and(
        eq(applications.campaignId, campaigns.id),
        inSession,
        sql`exists (select 1 from ${applicationSchools} join ${directoryUnits} on ${directoryUnits.uai} = ${applicationSchools.uai} where ${applicationSchools.applicationId} = ${applications.id} and ${applicationSchools.isActive} and ${coversSchool(scope)})`,
      ),
    )
    .leftJoin(juryProposals, eq(juryProposals.applicationId, applications.id))
    .where(eq(campaigns.isAnnounced, true))
    .groupBy(campaigns.id)
    .orderBy(sql`${campaigns.opensAt} desc, ${campaigns.slug}`)
    .limit(100);
}

/** What the jury proposes for a file; undefined while it has not. */
export async function findProposal(
  tx: Tx,
  applicationId: string,
): Promise<ProposalRow | undefined> {
  const [row] = await tx
    .select()
    .from(juryProposals)
    .where(eq(juryProposals.applicationId, applicationId));
  return row;
}

/** Inserts a proposal, or replaces the one read at `version` (0: there was none); false when stale. */
export async function saveProposal(
  tx: Tx,
  proposal: Pick<ProposalRow, "applicationId" | "level" | "reason" | "proposedBy" | "proposedAt">,
  version: number,
): Promise<boolean> {
  if (version === 0) {
    const inserted = await tx
      .insert(juryProposals)
      .values(proposal)
      .onConflictDoNothing()
      .returning({ id: juryProposals.applicationId });
    return inserted.length === 1;
  }
  const { applicationId, ...fields } = proposal;
  const updated = await tx
    .update(juryProposals)
    .set({ ...fields, version: version + 1 })
    .where(and(eq(juryProposals.applicationId, applicationId), eq(juryProposals.version, version)))
    .returning({ id: juryProposals.applicationId });
  return updated.length === 1;
}
