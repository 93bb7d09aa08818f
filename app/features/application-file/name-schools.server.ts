import type { UnitRow } from "~db/repositories/applications.server";
import { type Commune, listDepartements } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import type { NamedSchool } from "./describe-school";

/**
 * Schools with the names of their commune and département, as pages show them. The names of
 * départements are read unless they are given, as an application's file gives its own.
 */
export async function nameSchools(
  work: Work,
  schools: readonly UnitRow[],
  communes: ReadonlyMap<string, Commune>,
  known?: ReadonlyMap<string, string>,
): Promise<NamedSchool[]> {
  const departements =
    known ?? new Map((await listDepartements(work.tx)).map(({ code, name }) => [code, name]));
  return schools.map((school) => ({
    uai: school.uai,
    name: school.name,
    commune: communes.get(school.communeCode ?? "")?.name ?? school.locality,
    departement: departements.get(school.departementCode ?? "") ?? null,
    pupils: school.pupils,
  }));
}
