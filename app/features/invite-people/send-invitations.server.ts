import { randomUUID } from "node:crypto";
import { nobodyId } from "~/domain/access/actor";
import { invitationDays, isInvited } from "~/domain/access/invitation";
import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { grantHeadship, listHeads } from "~db/repositories/invitations.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { findOrCreatePerson } from "~db/repositories/people.server";
import { deleteSessionsOf } from "~db/repositories/sessions.server";
import { endLinksOf, updateCredentials } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { isAccountInUse } from "../single-use-links/account-in-use.server";
import { issueLink } from "../single-use-links/issue-link.server";
import { type InvitedSchool, invitationMail, joinedMail } from "./invitation-mails";
import { type PlannedInvitation, planInvitations } from "./plan-invitations.server";

export type SendInvitationsResult =
  | { readonly ok: true; readonly batchId: string }
  | { readonly ok: false; readonly reason: "nobody-to-invite" };

/**
 * Invites the head of every school of a list that may be, at the school's institutional address: one
 * mail an address, even when it serves two schools. Inviting again ends the former link. The list is
 * judged anew, so that what changed since the preview counts.
 */
export async function sendInvitations(
  work: Work,
  scope: Scope,
  list: string,
): Promise<SendInvitationsResult> {
  const planned = await planInvitations(work, scope, list);
  const byAddress = new Map<string, InvitedSchool[]>();
  for (const { uai, address, schoolName, outcome } of planned) {
    if (!isInvited(outcome) || !uai || !address) continue;
    const schools = byAddress.get(address) ?? [];
    byAddress.set(address, [...schools, { uai, name: schoolName ?? uai }]);
  }
  if (byAddress.size === 0) return { ok: false, reason: "nobody-to-invite" };
  // In one order for everybody: two lists that meet wait for each other instead of blocking for good.
  for (const [address, schools] of [...byAddress].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await inviteAt(work, address, schools);
  }
  return { ok: true, batchId: await recordBatch(work, planned, byAddress.size) };
}

async function inviteAt(work: Work, address: string, schools: readonly InvitedSchool[]) {
  const { tx, now } = work;
  const day = isoDayInParis(now);
  const names = schools.map(({ name }) => name).join(", ");
  const person = await findOrCreatePerson(tx, {
    email: address,
    givenName: "Direction",
    familyName: names,
    title: `Chef d’établissement, ${names}`,
  });
  const uais = schools.map(({ uai }) => uai);
  await endOtherInvitations(work, person.id, uais, day);
  const isInUse = await isAccountInUse(work, person);
  const recordedBy = work.actor.personId === nobodyId ? null : work.actor.personId;
  for (const uai of uais) {
    await grantHeadship(tx, { personId: person.id, uai, day, recordedBy, recordedAt: now });
  }
  if (isInUse) {
    await enqueueMails(tx, [joinedMail(person, schools)]);
    await record(work, {
      on: { kind: "person", id: person.id },
      action: "person.headship-added",
      after: { email: address, uais },
    });
    return;
  }
  await updateCredentials(tx, person.id, { passwordHash: null });
  await deleteSessionsOf(tx, person.id);
  const link = await issueLink(work, {
    personId: person.id,
    purpose: "invitation",
    minutes: invitationDays * 24 * 60,
  });
  await enqueueMails(tx, [invitationMail(person, schools, link, work.actor.name)]);
  await record(work, {
    on: { kind: "person", id: person.id },
    action: "person.invited",
    after: { email: address, uais, expiresAt: link.expiresAt },
  });
}

/** Heads invited earlier at another address, and who never came: their links end. */
async function endOtherInvitations(
  work: Work,
  personId: string,
  uais: readonly string[],
  day: string,
): Promise<void> {
  const waiting = (await listHeads(work.tx, uais, day)).filter(
    (head) => !head.hasPassword && head.personId !== personId,
  );
  for (const head of waiting) await endLinksOf(work.tx, head.personId);
}

async function recordBatch(
  work: Work,
  planned: readonly PlannedInvitation[],
  mails: number,
): Promise<string> {
  const id = randomUUID();
  const lines = planned.map(({ line, written, outcome }) => ({ line, written, outcome }));
  await record(work, {
    on: { kind: "invitation-batch", id },
    action: "invitations.sent",
    after: { by: work.actor.personId, mails, lines },
  });
  return id;
}
