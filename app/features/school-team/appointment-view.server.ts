import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { findTeamSchool } from "~db/repositories/school-team.server";
import type { Work } from "~db/work.server";

export type AppointmentView = {
  readonly uai: string;
  readonly school: string;
  /** Today in Paris, AAAA-MM-JJ. */
  readonly day: string;
};

/** The page that records a delegation or an interim; undefined out of scope. */
export async function appointmentView(
  work: Work,
  scope: Scope,
  uai: string,
): Promise<AppointmentView | undefined> {
  const school = await findTeamSchool(work.tx, scope, uai);
  return school && { uai, school: school.name, day: isoDayInParis(work.now) };
}
