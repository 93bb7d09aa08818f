import { type SQL, sql } from "drizzle-orm";
import type { Scope, ScopeClause } from "../../app/domain/access/permissions";
import { applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { academies, communes } from "../schema/territory";

/**
 * Which schools a scope covers, as a condition over `directory_units` in the caller's query (and
 * over `campaigns` when the scope is limited to one campaign). An empty scope covers nothing.
 */
export function coversSchool(scope: Scope, { withCampaign = true } = {}): SQL {
  const alternatives = scope.map((clause) => {
    const place = placeCondition(clause);
    return clause.campaignId && withCampaign
      ? sql`(${place} and ${campaigns.id} = ${clause.campaignId}::uuid)`
      : place;
  });
  return alternatives.length === 0 ? sql`false` : sql`(${sql.join(alternatives, sql` or `)})`;
}

/**
 * Which files a scope reaches through one school: the school is covered, and the file is of those that
 * the clause is limited to. A condition over `directory_units`, `applications` and `campaigns`.
 */
export function reachesFile(scope: Scope): SQL {
  const alternatives = scope.map((clause) =>
    clause.files
      ? sql`(${coversSchool([clause])} and ${fileCondition(clause, clause.files)})`
      : coversSchool([clause]),
  );
  return alternatives.length === 0 ? sql`false` : sql`(${sql.join(alternatives, sql` or `)})`;
}

function fileCondition(
  { scopeKind, scopeCode }: ScopeClause,
  { asApplicant, asCoSignatory }: NonNullable<ScopeClause["files"]>,
): SQL {
  const ways: SQL[] = [];
  if (asApplicant) {
    ways.push(
      sql`(${applications.applicantKind} = ${scopeKind} and ${applications.applicantCode} = ${scopeCode})`,
    );
  }
  if (asCoSignatory) {
    const asked = JSON.stringify([{ role: asCoSignatory }]);
    ways.push(
      sql`coalesce(${campaigns.document} -> 'applicants' -> 'coSignatories' @> ${asked}::text::jsonb, false)`,
    );
  }
  return ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` or `)})`;
}

function placeCondition({ scopeKind, scopeCode: code }: ScopeClause): SQL {
  switch (scopeKind) {
    case "everything":
      return sql`true`;
    case "region":
      return sql`${directoryUnits.regionCode} = ${code}`;
    case "academic-region":
      return sql`${directoryUnits.academieCode} in (select ${academies.code} from ${academies} where ${academies.academicRegionCode} = ${code})`;
    case "academie":
      return sql`${directoryUnits.academieCode} = ${code}`;
    case "departement":
      return sql`${directoryUnits.departementCode} = ${code}`;
    case "circonscription":
      return sql`${directoryUnits.circonscriptionCode} = ${code}`;
    case "bassin":
      return sql`${directoryUnits.bassinCode} = ${code}`;
    case "epci":
      return sql`${directoryUnits.communeCode} in (select ${communes.code} from ${communes} where ${communes.epciSiren} = ${code})`;
    case "commune":
      return sql`${directoryUnits.communeCode} = ${code}`;
    case "school":
      return sql`${directoryUnits.uai} = ${code}`;
    case "ministry":
      return sql`${directoryUnits.ministry}::text = ${code}`;
    default: {
      const never: never = scopeKind;
      throw new Error(`Périmètre inconnu : ${String(never)}`);
    }
  }
}
