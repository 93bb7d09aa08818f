import type { UnitRow } from "~db/repositories/applications.server";
import { type Commune, listDepartements } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import type { NamedSchool } from "./describe-school";

/** Schools with the names of their commune and département, as pages show them. */
export async function nameSchools(
  work: Work,
  schools: readonly UnitRow[],
  communes: ReadonlyMap<string, Commune>,
): Promise<NamedSchool[]> {
  const departements = new Map(
    (await listDepartements(work.tx)).map((departement) => [departement.code, departement.name]),
  );
  return schools.map((school) => ({
    uai: school.uai,
    name: school.name,
    commune: communes.get(school.communeCode ?? "")?.name ?? school.locality,
    departement: departements.get(school.departementCode ?? "") ?? null,
    pupils: school.pupils,
  }));
}
