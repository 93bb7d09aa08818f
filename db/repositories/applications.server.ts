import { and, asc, eq, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { Tx } from "../client.server";
import { answers, applicationSchools, applications, submissions } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { listSchoolsOf, nowhere, type PlacedSchools } from "./application-schools.server";
import { countApplicationChanges } from "./rollup-deltas.server";
import { coversSchool, reachesFile } from "./scope.server";

export type ApplicationRow = typeof applications.$inferSelect;
export type CampaignOfApplication = typeof campaigns.$inferSelect;
export type UnitRow = typeof directoryUnits.$inferSelect;
export type AnswerRow = typeof answers.$inferSelect;
export type SubmissionRow = typeof submissions.$inferSelect;

/** An application with its campaign and the schools that it covers. */
export type ApplicationFile = PlacedSchools & {
  readonly application: ApplicationRow;
  readonly campaign: CampaignOfApplication;
  /** It was submitted at least once, even if it is a draft again. */
  readonly wasSubmitted: boolean;
};

const fileColumns = {
  application: applications,
  campaign: campaigns,
  wasSubmitted: sql<boolean>`exists (select 1 from ${submissions} where ${submissions.applicationId} = ${applications.id})`,
} as const;

/** True for each application that the scope reaches through at least one of its active schools. */
export function applicationInScope(scope: Scope) {
  return sql`exists (select 1 from ${applicationSchools} join ${directoryUnits} on ${directoryUnits.uai} = ${applicationSchools.uai} where ${applicationSchools.applicationId} = ${applications.id} and ${applicationSchools.isActive} and ${reachesFile(scope)})`;
}

/** One application inside the scope; undefined when it does not exist or is out of scope. */
export async function findApplication(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<ApplicationFile | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await tx
    .select(fileColumns)
    .from(applications)
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(and(eq(applications.id, id), applicationInScope(scope)));
  if (!row) return undefined;
  return { ...row, ...((await listSchoolsOf(tx, [id])).get(row.application.id) ?? nowhere) };
}

/** The same, its row locked until the transaction ends: no other write of it can pass meanwhile. */
export async function lockApplication(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<ApplicationFile | undefined> {
  if (!isUuid(id)) return undefined;
  await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.id, id))
    .for("update");
  return findApplication(tx, scope, id);
}

/** Every application inside the scope, the newest campaign first: « Mes candidatures ». */
export async function listApplications(tx: Tx, scope: Scope): Promise<ApplicationFile[]> {
  const rows = await tx
    .select(fileColumns)
    .from(applications)
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(applicationInScope(scope))
    .orderBy(sql`${campaigns.opensAt} desc`, asc(applications.createdAt))
    .limit(200);
  const schools = await listSchoolsOf(
    tx,
    rows.map(({ application }) => application.id),
  );
  return rows.map((row) => ({ ...row, ...(schools.get(row.application.id) ?? nowhere) }));
}

/** Open units of the directory that a scope covers, for whoever may apply for them. */
export async function listSchoolsInScope(tx: Tx, scope: Scope): Promise<UnitRow[]> {
  return tx
    .select()
    .from(directoryUnits)
    .where(and(coversSchool(scope, { withCampaign: false }), eq(directoryUnits.open, true)))
    .orderBy(asc(directoryUnits.name))
    .limit(200);
}

/** Some units of the directory among those that a scope covers, in the order of their UAI. */
export async function findSchoolsInScope(
  tx: Tx,
  scope: Scope,
  uais: readonly string[],
): Promise<UnitRow[]> {
  if (uais.length === 0) return [];
  return tx
    .select()
    .from(directoryUnits)
    .where(
      and(coversSchool(scope, { withCampaign: false }), sql`${directoryUnits.uai} in ${[...uais]}`),
    )
    .orderBy(asc(directoryUnits.uai));
}

export type NewApplication = typeof applications.$inferInsert;

/**
 * Creates an application for some schools. Undefined when one of them already has an active
 * application in the campaign: the unique index decides, whoever comes at the same time.
 */
export async function insertApplication(
  tx: Tx,
  application: NewApplication,
  uais: readonly string[],
): Promise<ApplicationRow | undefined> {
  const taken = await tx
    .select({ uai: applicationSchools.uai })
    .from(applicationSchools)
    .where(
      and(
        eq(applicationSchools.campaignId, application.campaignId),
        eq(applicationSchools.isActive, true),
        sql`${applicationSchools.uai} in ${[...uais]}`,
      ),
    );
  if (taken.length > 0) return undefined;
  const [row] = await tx.insert(applications).values(application).returning();
  if (!row) throw new Error("Candidature non créée.");
  const links = uais.map((uai) => ({
    applicationId: row.id,
    campaignId: application.campaignId,
    uai,
  }));
  const linked = await tx
    .insert(applicationSchools)
    .values(links)
    .onConflictDoNothing()
    .returning({ uai: applicationSchools.uai });
  if (linked.length === uais.length) {
    const before = { status: "draft", submittedAt: null } as const;
    await countApplicationChanges(tx, [{ ...row, before, after: row }]);
    return row;
  }
  // Another request took a school between our look and our insert: leave nothing behind.
  await tx.delete(applications).where(eq(applications.id, row.id));
  return undefined;
}

/** Writes fields of an application and raises its version; dashboards count its new status. */
export async function updateApplication(
  tx: Tx,
  id: string,
  fields: Partial<NewApplication>,
): Promise<void> {
  const { id: ownId, campaignId, status, submittedAt } = applications;
  const state = { id: ownId, campaignId, status, submittedAt };
  const [before] = await tx.select(state).from(applications).where(eq(ownId, id)).for("update");
  const [after] = await tx
    .update(applications)
    .set({ ...fields, version: sql`${applications.version} + 1` })
    .where(eq(ownId, id))
    .returning(state);
  if (before && after) await countApplicationChanges(tx, [{ ...before, before, after }]);
}

export async function listAnswers(tx: Tx, applicationId: string): Promise<AnswerRow[]> {
  return tx
    .select()
    .from(answers)
    .where(eq(answers.applicationId, applicationId))
    .orderBy(asc(answers.questionId));
}

/** Which schools of an application a scope covers. */
export async function listCoveredUais(
  tx: Tx,
  scope: Scope,
  applicationId: string,
): Promise<string[]> {
  const rows = await tx
    .select({ uai: directoryUnits.uai })
    .from(applicationSchools)
    .innerJoin(directoryUnits, eq(directoryUnits.uai, applicationSchools.uai))
    .innerJoin(campaigns, eq(campaigns.id, applicationSchools.campaignId))
    .where(
      and(
        eq(applicationSchools.applicationId, applicationId),
        eq(applicationSchools.isActive, true),
        coversSchool(scope),
      ),
    )
    .orderBy(asc(directoryUnits.uai));
  return rows.map((row) => row.uai);
}

/** Among some schools, those that already have an active application, by campaign. */
export async function listTakenSchools(
  tx: Tx,
  uais: readonly string[],
): Promise<{ campaignId: string; uai: string }[]> {
  if (uais.length === 0) return [];
  return tx
    .select({ campaignId: applicationSchools.campaignId, uai: applicationSchools.uai })
    .from(applicationSchools)
    .where(
      and(eq(applicationSchools.isActive, true), sql`${applicationSchools.uai} in ${[...uais]}`),
    );
}

export async function insertSubmission(
  tx: Tx,
  submission: typeof submissions.$inferInsert,
): Promise<SubmissionRow> {
  const [row] = await tx.insert(submissions).values(submission).returning();
  if (!row) throw new Error("Transmission non enregistrée.");
  return row;
}

/** The last submission of an application, whose snapshot and seal make the receipt. */
export async function findLastSubmission(
  tx: Tx,
  applicationId: string,
): Promise<SubmissionRow | undefined> {
  const [row] = await tx
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(sql`${submissions.number} desc`)
    .limit(1);
  return row;
}

/** Every submission of an application, in the order in which they were sealed. */
export async function listSubmissions(tx: Tx, applicationId: string): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(asc(submissions.number));
}

/** True for the text of a UUID: anything else cannot be one of our identifiers. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
