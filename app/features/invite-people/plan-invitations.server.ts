import { decideInvitation, type InvitationOutcome } from "~/domain/access/invitation";
import type { Scope } from "~/domain/access/permissions";
import { institutionalMail } from "~/domain/directory/institutional-mail";
import { isoDayInParis } from "~/domain/directory/paris-day";
import type { Uai } from "~/domain/directory/uai";
import { readUaiList } from "~/domain/directory/uai-list";
import {
  listClosedAddresses,
  listHeads,
  listInvitableUnits,
} from "~db/repositories/invitations.server";
import type { Work } from "~db/work.server";

/** What inviting comes to for one line of the list. */
export type PlannedInvitation = {
  readonly line: number;
  readonly written: string;
  readonly uai: Uai | null;
  readonly outcome: InvitationOutcome;
  /** The school's name and address, for the schools inside the scope only. */
  readonly schoolName: string | null;
  readonly address: string | null;
};

/** What each line of a list of UAI would do, without doing it: the preview, and the base of the sending. */
export async function planInvitations(
  work: Work,
  scope: Scope,
  list: string,
): Promise<readonly PlannedInvitation[]> {
  const lines = readUaiList(list);
  const uais = [...new Set(lines.flatMap(({ uai }) => (uai ? [uai] : [])))];
  const units = await listInvitableUnits(work.tx, scope, uais);
  const heads = await listHeads(work.tx, uais, isoDayInParis(work.now));
  const schools = new Map(
    units.map((unit) => {
      const address = institutionalMail({ ...unit, uai: unit.uai as Uai });
      return [unit.uai, { ...unit, address }];
    }),
  );
  const addresses = [...schools.values()].flatMap(({ address }) => (address ? [address] : []));
  const closed = new Set(await listClosedAddresses(work.tx, addresses));
  return lines.map(({ line, written, uai, isRepeated }) => {
    const school = uai ? schools.get(uai) : undefined;
    const headsHere = heads.filter((head) => head.uai === uai);
    const outcome = outcomeOf(uai, isRepeated, () =>
      decideInvitation(
        school && {
          ...school,
          hasHead: headsHere.some((head) => head.hasPassword),
          isWaiting: headsHere.length > 0,
          isAccountClosed: school.address !== null && closed.has(school.address),
        },
      ),
    );
    const isShown = school?.isInScope === true;
    return {
      line,
      written,
      uai,
      outcome,
      schoolName: isShown ? school.name : null,
      address: isShown ? school.address : null,
    };
  });
}

function outcomeOf(
  uai: Uai | null,
  isRepeated: boolean,
  decide: () => InvitationOutcome,
): InvitationOutcome {
  if (uai === null) return "unreadable";
  return isRepeated ? "repeated" : decide();
}
