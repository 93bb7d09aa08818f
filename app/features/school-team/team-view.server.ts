import { isInvited } from "~/domain/access/invitation";
import { type HeadshipState, headshipOn, mandateStatus } from "~/domain/access/mandates";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { planInvitations } from "~/features/invite-people/plan-invitations.server";
import { findTeamSchool, listMandates } from "~db/repositories/school-team.server";
import { listSchoolTeam } from "~db/repositories/teams.server";
import { listCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { type MandateLine, mandateLine } from "./mandate-line";

export type TeamView = {
  readonly uai: string;
  readonly school: string;
  readonly commune: string | null;
  /** What the page stands under: the directory for an officer, else one's applications. */
  readonly parent: "directory" | "applications";
  /** Those who act as head today, or are invited to; the head before the interim. */
  readonly heads: readonly MandateLine[];
  readonly headship: HeadshipState;
  /** Delegations, interims, and headships that are over or to come; the latest first. */
  readonly mandates: readonly MandateLine[];
  /** The rest of the team, without power to submit. */
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
  }[];
  readonly can: {
    readonly delegate: boolean;
    readonly appoint: boolean;
    /** A head may be invited at the institutional address. */
    readonly invite: boolean;
    /** There is something that the actor may end. */
    readonly end: boolean;
  };
};

/** « Équipe et délégations » of one school; undefined out of scope. */
export async function teamView(
  work: Work,
  scope: Scope,
  uai: string,
): Promise<TeamView | undefined> {
  const { tx, actor, now } = work;
  const school = await findTeamSchool(tx, scope, uai);
  if (!school) return undefined;
  const day = isoDayInParis(now);
  const [commune] = await listCommunes(tx, school.communeCode ? [school.communeCode] : []);
  const isIn = async (limit: Scope) => (await findTeamSchool(tx, limit, uai)) !== undefined;
  const canDelegate = await isIn(scopeFor(actor, "school.delegate"));
  const canAppoint = await isIn(scopeFor(actor, "school.appoint"));
  const mandates = await listMandates(tx, uai);
  const lines = mandates.map((mandate) => {
    const isEnded = mandateStatus(mandate, day) === "ended";
    const mayEnd = canAppoint || (canDelegate && mandate.role === "delegate");
    return mandateLine(mandate, { day, canEnd: mayEnd && !isEnded });
  });
  const isHeadToday = (line: MandateLine) => line.role !== "delegate" && line.status === "current";
  const team = await listSchoolTeam(tx, [uai], { day, campaignId: "any" });
  return {
    uai,
    school: school.name,
    commune: commune?.name ?? null,
    parent: (await isIn(scopeFor(actor, "directory.read"))) ? "directory" : "applications",
    heads: [
      ...lines.filter((line) => isHeadToday(line) && line.role === "head"),
      ...lines.filter((line) => isHeadToday(line) && line.role !== "head"),
    ],
    headship: headshipOn(mandates, day),
    mandates: lines.filter((line) => !isHeadToday(line)),
    members: team
      .filter(({ role }) => role === "school-member" || role === "school-director")
      .map(({ id, givenName, familyName, title }) => ({
        id,
        name: `${givenName} ${familyName}`,
        title,
      })),
    can: {
      delegate: canDelegate,
      appoint: canAppoint,
      invite: canAppoint && (await isHeadInvitable(work, uai)),
      end: lines.some((line) => line.canEnd),
    },
  };
}

async function isHeadInvitable(work: Work, uai: string): Promise<boolean> {
  const scope = scopeFor(work.actor, "people.invite");
  if (scope.length === 0) return false;
  const [planned] = await planInvitations(work, scope, uai);
  return planned !== undefined && isInvited(planned.outcome);
}
