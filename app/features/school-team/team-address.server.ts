import { scopeFor } from "~/domain/access/permissions";
import { paths } from "~/paths";
import { findTeamSchool } from "~db/repositories/school-team.server";
import type { Work } from "~db/work.server";

/** Address of « Équipe et délégations » of a school, for whoever may read it; null for the others. */
export async function teamAddress(work: Work, uai: string): Promise<string | null> {
  const scope = scopeFor(work.actor, "school.read-team");
  if (scope.length === 0) return null;
  return (await findTeamSchool(work.tx, scope, uai)) ? paths.schoolTeam(uai) : null;
}
