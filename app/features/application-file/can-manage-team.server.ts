import { scopeFor } from "~/domain/access/permissions";
import { findSectionLimit } from "~db/repositories/answers.server";
import type { Work } from "~db/work.server";

/** True for whoever says who is in this very file: those who lead its applicant. */
export async function canManageTeam(work: Work, applicationId: string): Promise<boolean> {
  const scope = scopeFor(work.actor, "application.manage-team");
  return (await findSectionLimit(work.tx, scope, applicationId)) !== undefined;
}
