import { type SQL, sql } from "drizzle-orm";
import type { Perimeter } from "../../app/domain/campaign/document";
import type { Ministry, SchoolKind } from "../../app/domain/campaign/vocabulary";
import type { UnitKind, Ministry as UnitMinistry } from "../../app/domain/directory/vocabulary";
import { directoryUnits } from "../schema/directory";
import { academies, communes } from "../schema/territory";

/** The kinds of the directory that a campaign names. */
const unitKinds: Readonly<Record<SchoolKind, UnitKind>> = {
  ecole: "ecole",
  college: "college",
  lycee: "lycee",
  erea: "erea",
  "medico-social": "medico-social",
  "service-administratif": "service-administratif",
  "information-orientation": "cio",
  autre: "autre",
};

const unitMinistries: Readonly<Record<Ministry, readonly UnitMinistry[]>> = {
  education: ["education"],
  agriculture: ["agriculture"],
  defense: ["defense"],
  mer: ["mer"],
  sante: ["sante"],
  other: ["superieur", "justice", "culture", "travail", "autre"],
};

const oneOf = (column: SQL, values: readonly string[]): SQL =>
  sql`${column}::text in (${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

/**
 * The public schools inside a campaign's perimeter, as a condition over `directory_units`: what rates
 * are counted over. Conditions on facts of one school (`when`) are left to the application's own check.
 */
export function publicSchoolsOf(perimeter: Perimeter): SQL {
  const kinds = perimeter.kinds.map((kind) => unitKinds[kind]);
  const conditions = [
    sql`${directoryUnits.kinds}::text[] && array[${sql.join(
      kinds.map((kind) => sql`${kind}`),
      sql`, `,
    )}]::text[]`,
    sql`${directoryUnits.sector} = 'public'`,
  ];
  if (perimeter.openOnly) conditions.push(sql`${directoryUnits.open}`);
  if (perimeter.ministries) {
    const names = perimeter.ministries.flatMap((ministry) => unitMinistries[ministry]);
    conditions.push(oneOf(sql`${directoryUnits.ministry}`, names));
  }
  if (perimeter.natures) {
    conditions.push(oneOf(sql`${directoryUnits.natureCode}`, perimeter.natures));
  }
  if (perimeter.departements) {
    conditions.push(oneOf(sql`${directoryUnits.departementCode}`, perimeter.departements));
  }
  if (perimeter.academies) {
    conditions.push(oneOf(sql`${directoryUnits.academieCode}`, perimeter.academies));
  }
  if (perimeter.regionsAcademiques) {
    const inRegion = oneOf(sql`${academies.academicRegionCode}`, perimeter.regionsAcademiques);
    conditions.push(
      sql`${directoryUnits.academieCode} in (select ${academies.code} from ${academies} where ${inRegion})`,
    );
  }
  if (perimeter.maxCommunePopulation !== undefined) {
    conditions.push(
      sql`${directoryUnits.communeCode} in (select ${communes.code} from ${communes} where ${communes.population} <= ${perimeter.maxCommunePopulation})`,
    );
  }
  return sql`(${sql.join(conditions, sql` and `)})`;
}
