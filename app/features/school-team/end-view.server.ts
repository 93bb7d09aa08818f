import { decideEnd } from "~/domain/access/mandates";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { listMandates } from "~db/repositories/school-team.server";
import type { Work } from "~db/work.server";
import { type MandateLine, mandateLine } from "./mandate-line";
import { findEndableSchool } from "./team-scope.server";

export type EndView = {
  readonly uai: string;
  readonly school: string;
  readonly day: string;
  readonly mandate: MandateLine;
  /** Names of those whose delegations would fall at once with it. */
  readonly withIt: readonly string[];
};

/** The page that asks before ending a mandate; undefined out of scope, or once it is ended. */
export async function endView(
  work: Work,
  uai: string,
  mandateId: string,
): Promise<EndView | undefined> {
  const mandates = await listMandates(work.tx, uai);
  const mandate = mandates.find(({ id }) => id === mandateId);
  const school = mandate && (await findEndableSchool(work, uai, mandate.role));
  if (!mandate || !school) return undefined;
  const day = isoDayInParis(work.now);
  const decision = decideEnd(mandate, mandates, { day, lastDay: null });
  if (!decision.ok) return undefined;
  const fallen = new Set(decision.withIt.map(({ id }) => id));
  return {
    uai,
    school: school.name,
    day,
    mandate: mandateLine(mandate, { day, canEnd: true }),
    withIt: mandates
      .filter(({ id }) => fallen.has(id))
      .map(({ givenName, familyName }) => `${givenName} ${familyName}`),
  };
}
