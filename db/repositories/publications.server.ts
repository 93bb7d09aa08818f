import { asc, eq, inArray, sql } from "drizzle-orm";
import type { ApplicantKind, ApplicationStatus } from "../../app/domain/application/vocabulary";
import type { Tx } from "../client.server";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { acts, decisions, juryProposals, labels, publications } from "../schema/jury";
import { communes, departements } from "../schema/territory";
import { countApplicationChanges, countAwardedLabels } from "./rollup-deltas.server";

export type PublicationRow = typeof publications.$inferSelect;
export type ActRow = typeof acts.$inferSelect;

export type FileSchool = {
  readonly unit: typeof directoryUnits.$inferSelect;
  readonly communeName: string | null;
};

/** A submitted file of a campaign with what the jury proposes and the schools it covers. */
export type PublicationFileRow = {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly applicantKind: ApplicantKind;
  readonly applicantCode: string;
  readonly proposedLevel: number | null;
  readonly reason: string | null;
  readonly schools: readonly FileSchool[];
};

/** Every submitted file of a campaign, drafts and withdrawn ones left out, in the order of schools. */
export async function listPublicationFiles(
  tx: Tx,
  campaignId: string,
): Promise<PublicationFileRow[]> {
  const rows = await tx
    .select({
      id: applications.id,
      status: applications.status,
      applicantKind: applications.applicantKind,
      applicantCode: applications.applicantCode,
      proposedLevel: juryProposals.level,
      reason: juryProposals.reason,
      unit: directoryUnits,
      communeName: sql<string | null>`coalesce(${communes.name}, ${directoryUnits.locality})`,
    })
    .from(applications)
    .innerJoin(applicationSchools, eq(applicationSchools.applicationId, applications.id))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, applicationSchools.uai))
    .leftJoin(communes, eq(communes.code, directoryUnits.communeCode))
    .leftJoin(juryProposals, eq(juryProposals.applicationId, applications.id))
    .where(
      sql`${applications.campaignId} = ${campaignId}::uuid and ${applications.status} not in ('draft', 'withdrawn') and ${applicationSchools.isActive}`,
    )
    .orderBy(asc(directoryUnits.name), asc(directoryUnits.uai));
  const files = new Map<string, PublicationFileRow & { schools: FileSchool[] }>();
  for (const { unit, communeName, ...file } of rows) {
    const school = { unit, communeName };
    const known = files.get(file.id);
    if (known) known.schools.push(school);
    else files.set(file.id, { ...file, schools: [school] });
  }
  return [...files.values()];
}

/** Locks every application of a campaign, so that nothing moves while its decisions are published. */
export async function lockApplicationsOf(tx: Tx, campaignId: string): Promise<void> {
  await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.campaignId, campaignId))
    .orderBy(asc(applications.id))
    .for("update");
}

/** Writes a publication with its acts; the campaign's unique index admits one. */
export async function insertPublication(
  tx: Tx,
  publication: Omit<typeof publications.$inferInsert, "id">,
  recordedActs: readonly Omit<typeof acts.$inferInsert, "id" | "publicationId">[],
): Promise<PublicationRow> {
  const [row] = await tx.insert(publications).values(publication).returning();
  if (!row) throw new Error("Publication non enregistrée.");
  if (recordedActs.length > 0) {
    await tx.insert(acts).values(recordedActs.map((act) => ({ ...act, publicationId: row.id })));
  }
  return row;
}

export type DecisionInput = Pick<
  typeof decisions.$inferInsert,
  "applicationId" | "level" | "reason"
>;

/** Writes the decisions of a publication and marks their applications decided. */
export async function insertDecisions(
  tx: Tx,
  publicationId: string,
  decided: readonly DecisionInput[],
): Promise<void> {
  if (decided.length === 0) return;
  const ids = decided.map(({ applicationId }) => applicationId);
  const before = await tx
    .select()
    .from(applications)
    .where(inArray(applications.id, ids))
    .for("update");
  await tx.insert(decisions).values(decided.map((decision) => ({ ...decision, publicationId })));
  await tx
    .update(applications)
    .set({ status: "decided", version: sql`${applications.version} + 1` })
    .where(inArray(applications.id, ids));
  await countApplicationChanges(
    tx,
    before.map((row) => ({ ...row, before: row, after: { ...row, status: "decided" as const } })),
  );
}

/** Writes labels; dashboards count the levels that their schools now hold. */
export async function insertLabels(
  tx: Tx,
  awarded: readonly Omit<typeof labels.$inferInsert, "id">[],
): Promise<void> {
  if (awarded.length === 0) return;
  const uais = [...new Set(awarded.map(({ uai }) => uai))];
  await countAwardedLabels(tx, uais, () => tx.insert(labels).values([...awarded]));
}

/** The publication of a campaign with its acts; undefined before. */
export async function findPublication(
  tx: Tx,
  campaignId: string,
): Promise<{ readonly publication: PublicationRow; readonly acts: readonly ActRow[] } | undefined> {
  const [publication] = await tx
    .select()
    .from(publications)
    .where(eq(publications.campaignId, campaignId));
  if (!publication) return undefined;
  const rows = await tx
    .select()
    .from(acts)
    .where(eq(acts.publicationId, publication.id))
    .orderBy(asc(acts.authorityId));
  return { publication, acts: rows };
}

export type PublishedDecision = {
  readonly uai: string;
  readonly schoolName: string;
  readonly communeName: string | null;
  readonly departementCode: string | null;
  readonly departementName: string | null;
  readonly academieCode: string | null;
  readonly fictitious: boolean;
  /** 1 to 3, or 0 for support (accompagnement). */
  readonly level: number;
  readonly validUntil: string | null;
};

/**
 * The results of a campaign that anyone may read, one row a school; empty until its publication.
 * Reasons stay between the jury and the school.
 */
export async function listPublishedDecisions(
  tx: Tx,
  campaignId: string,
): Promise<PublishedDecision[]> {
  return tx
    .select({
      uai: directoryUnits.uai,
      schoolName: directoryUnits.name,
      communeName: sql<string | null>`coalesce(${communes.name}, ${directoryUnits.locality})`,
      departementCode: directoryUnits.departementCode,
      departementName: departements.name,
      academieCode: directoryUnits.academieCode,
      fictitious: directoryUnits.fictitious,
      level: decisions.level,
      validUntil: labels.validUntil,
    })
    .from(decisions)
    .innerJoin(publications, eq(publications.id, decisions.publicationId))
    .innerJoin(campaigns, eq(campaigns.id, publications.campaignId))
    .innerJoin(applicationSchools, eq(applicationSchools.applicationId, decisions.applicationId))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, applicationSchools.uai))
    .leftJoin(communes, eq(communes.code, directoryUnits.communeCode))
    .leftJoin(departements, eq(departements.code, directoryUnits.departementCode))
    .leftJoin(
      labels,
      sql`${labels.campaignId} = ${campaigns.id} and ${labels.uai} = ${directoryUnits.uai}`,
    )
    .where(
      sql`${campaigns.id} = ${campaignId}::uuid and ${campaigns.publishedAt} is not null and ${applicationSchools.isActive}`,
    )
    .orderBy(
      asc(directoryUnits.departementCode),
      asc(directoryUnits.name),
      asc(directoryUnits.uai),
    );
}
