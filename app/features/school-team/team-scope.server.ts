import type { MandateRole } from "~/domain/access/mandates";
import { scopeFor } from "~/domain/access/permissions";
import { findTeamSchool } from "~db/repositories/school-team.server";
import type { Work } from "~db/work.server";

/**
 * The school, if the actor may end such a mandate there: the head ends delegations, whoever appoints
 * ends every one.
 */
export async function findEndableSchool(work: Work, uai: string, role: MandateRole) {
  const scope = [
    ...scopeFor(work.actor, "school.appoint"),
    ...(role === "delegate" ? scopeFor(work.actor, "school.delegate") : []),
  ];
  return findTeamSchool(work.tx, scope, uai);
}
