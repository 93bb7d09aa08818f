import {
  dayBefore,
  decideEnd,
  type EndRefusal,
  type Mandate,
  mandateStatus,
} from "~/domain/access/mandates";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import {
  listMandates,
  lockTeamOf,
  type SchoolMandate,
  updateMandateEnd,
} from "~db/repositories/school-team.server";
import type { Work } from "~db/work.server";
import { endedMail } from "./mandate-mails";
import { findEndableSchool } from "./team-scope.server";

export type EndMandateResult =
  | { readonly ok: true; readonly ended: number }
  | { readonly ok: false; readonly reason: "not-found" | EndRefusal };

type Ending = {
  readonly uai: string;
  readonly mandateId: string;
  /** Last day, included (AAAA-MM-JJ); null to end at once. */
  readonly lastDay: string | null;
  readonly reason: string;
};

/**
 * Ends a mandate, and the delegations that fall with it. Whoever delegates ends delegations; whoever
 * appoints ends any. What ends at once opens nothing from the next request on.
 */
export async function endMandate(work: Work, input: Ending): Promise<EndMandateResult> {
  const { tx, now } = work;
  await lockTeamOf(tx, input.uai);
  const mandates = await listMandates(tx, input.uai);
  const mandate = mandates.find(({ id }) => id === input.mandateId);
  const school = mandate && (await findEndableSchool(work, input.uai, mandate.role));
  if (!mandate || !school) return { ok: false, reason: "not-found" };
  const day = isoDayInParis(now);
  const decision = decideEnd(mandate, mandates, { day, lastDay: input.lastDay });
  if (!decision.ok) return decision;
  const fallen = mandates.filter(({ id }) => decision.withIt.some((other) => other.id === id));
  for (const ending of [mandate, ...fallen]) {
    await endOne(work, ending, { ...input, school: school.name, day });
  }
  return { ok: true, ended: 1 + fallen.length };
}

async function endOne(
  work: Work,
  mandate: SchoolMandate,
  end: Ending & { readonly school: string; readonly day: string },
): Promise<void> {
  const { uai, reason, day, school } = end;
  const isAtOnce = end.lastDay === null || hasNotBegun(mandate, end.lastDay, day);
  const validUntil = isAtOnce ? dayBefore(day) : (end.lastDay ?? day);
  const endedAt = isAtOnce ? work.now : null;
  await updateMandateEnd(work.tx, mandate.id, { validUntil, endReason: reason, endedAt });
  const lastDay = isAtOnce ? null : validUntil;
  await enqueueMails(work.tx, [
    endedMail(mandate, { role: mandate.role, school, lastDay, reason, by: work.actor.name }),
  ]);
  await record(work, {
    on: { kind: "school-team", id: uai },
    action: `school-team.${mandate.role}-ended`,
    before: { mandateId: mandate.id, validUntil: mandate.validUntil },
    after: { mandateId: mandate.id, personId: mandate.personId, validUntil, reason },
  });
}

/** A mandate to come that would begin after its last day never takes place. */
function hasNotBegun(mandate: Mandate, lastDay: string, day: string): boolean {
  return (
    mandateStatus(mandate, day) === "upcoming" &&
    mandate.validFrom !== null &&
    mandate.validFrom > lastDay
  );
}
