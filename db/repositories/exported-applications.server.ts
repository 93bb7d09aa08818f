import { sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { ApplicationStatus } from "../../app/domain/application/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { applicationSchools, applications, submissions } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { corrections } from "../schema/examinations";
import { academies, communes, departements } from "../schema/territory";
import { type ExaminationFilter, matches, submittedInScope } from "./examinations.server";
import { foldedText } from "./folded-text.server";
import { coversSchool } from "./scope.server";

/**
 * The submitted applications of an export, by département then name of their first school: the
 * identifiers, read whole so that pages agree with each other and their number is known.
 */
export async function listExportedIds(
  tx: Tx,
  scope: Scope,
  campaignId: string,
  filter: ExaminationFilter,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select ${applications.id} as id
    ${submittedInScope(scope)} and ${applications.campaignId} = ${campaignId}::uuid and ${matches(filter)}
    order by school.departement_code nulls last, ${foldedText(sql`school.name`)}, school.uai, ${applications.id}`,
  );
  return rows.map(({ id }) => id);
}

/** The questions that an examiner corrected in some application of an export. */
export async function listCorrectedQuestions(
  tx: Tx,
  scope: Scope,
  campaignId: string,
  filter: ExaminationFilter,
): Promise<string[]> {
  const rows = await rowsOf<{ questionId: string }>(
    tx,
    sql`select distinct ${corrections.questionId} as "questionId" from ${corrections}
    where ${corrections.applicationId} in (select ${applications.id}
      ${submittedInScope(scope)} and ${applications.campaignId} = ${campaignId}::uuid and ${matches(filter)})`,
  );
  return rows.map(({ questionId }) => questionId);
}

export type ExportedRow = {
  readonly id: string;
  readonly status: ApplicationStatus;
  /** Date and time in Paris, YYYY-MM-DDTHH:mm:ss. */
  readonly submittedAt: string;
  readonly receiptNumber: string;
  /** The sealed JSON of the last submission. */
  readonly snapshot: string;
  readonly declaredScore: number | null;
  readonly declaredLevel: number | null;
  readonly examinedScore: number | null;
  readonly examinedLevel: number | null;
  readonly weakestAxis: string | null;
  /** Schools inside the scope, by name. */
  readonly schools: readonly ExportedSchoolRow[];
  readonly corrections: readonly { readonly questionId: string; readonly retainedValue: unknown }[];
};

export type ExportedSchoolRow = {
  readonly applicationId: string;
  readonly uai: string;
  readonly name: string;
  readonly commune: string | null;
  readonly departement: string | null;
  readonly academie: string | null;
};

/**
 * One page of an export, in the order of `ids`, in three queries. One that was withdrawn since, or that
 * left the scope, is not in it.
 */
export async function listExportedRows(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
): Promise<ExportedRow[]> {
  if (ids.length === 0) return [];
  const files = await listFiles(tx, ids);
  const schools = byApplication(await listSchools(tx, scope, ids));
  const corrected = byApplication(await listRetained(tx, ids));
  const byId = new Map(files.map((file) => [file.id, file]));
  return ids.flatMap((id) => {
    const file = byId.get(id);
    const covered = schools.get(id);
    return file && covered
      ? [{ ...file, schools: covered, corrections: corrected.get(id) ?? [] }]
      : [];
  });
}

function byApplication<Row extends { readonly applicationId: string }>(rows: readonly Row[]) {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row.applicationId);
    if (group) group.push(row);
    else grouped.set(row.applicationId, [row]);
  }
  return grouped;
}

function listFiles(tx: Tx, ids: readonly string[]) {
  return rowsOf<Omit<ExportedRow, "schools" | "corrections">>(
    tx,
    sql`select ${applications.id} as id, ${applications.status} as status,
      to_char(${applications.submittedAt} at time zone 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI:SS') as "submittedAt",
      ${applications.declaredScore}::float8 as "declaredScore",
      ${applications.declaredLevel}::int as "declaredLevel",
      ${applications.examinedScore}::float8 as "examinedScore",
      ${applications.examinedLevel}::int as "examinedLevel",
      ${applications.weakestAxis} as "weakestAxis",
      sent.receipt_number as "receiptNumber", sent.snapshot as snapshot
    from ${applications} join lateral (
      select ${submissions.receiptNumber} as receipt_number, ${submissions.snapshot} as snapshot
      from ${submissions} where ${submissions.applicationId} = ${applications.id}
      order by ${submissions.number} desc limit 1
    ) sent on true
    where ${applications.id} in ${[...ids]} and ${applications.submittedAt} is not null
      and ${applications.status} not in ('draft', 'withdrawn')`,
  );
}

function listSchools(tx: Tx, scope: Scope, ids: readonly string[]) {
  return rowsOf<ExportedSchoolRow>(
    tx,
    sql`select ${applicationSchools.applicationId} as "applicationId", ${directoryUnits.uai} as uai,
      ${directoryUnits.name} as name,
      coalesce(${communes.name}, ${directoryUnits.locality}) as commune,
      ${departements.code} || ' ' || ${departements.name} as departement,
      ${academies.name} as academie
    from ${applicationSchools}
    join ${campaigns} on ${campaigns.id} = ${applicationSchools.campaignId}
    join ${directoryUnits} on ${directoryUnits.uai} = ${applicationSchools.uai}
    left join ${communes} on ${communes.code} = ${directoryUnits.communeCode}
    left join ${departements} on ${departements.code} = ${directoryUnits.departementCode}
    left join ${academies} on ${academies.code} = ${directoryUnits.academieCode}
    where ${applicationSchools.applicationId} in ${[...ids]} and ${applicationSchools.isActive}
      and ${coversSchool(scope)}
    order by ${directoryUnits.name}, ${directoryUnits.uai}`,
  );
}

function listRetained(tx: Tx, ids: readonly string[]) {
  return tx
    .select({
      applicationId: corrections.applicationId,
      questionId: corrections.questionId,
      retainedValue: corrections.retainedValue,
    })
    .from(corrections)
    .where(sql`${corrections.applicationId} in ${[...ids]}`)
    .orderBy(corrections.applicationId, corrections.questionId);
}
