import type { Scope } from "~/domain/access/permissions";
import { extensionState } from "~/domain/extension/decide";
import { isUuid } from "~db/repositories/applications.server";
import { endExtension, listExtensions } from "~db/repositories/extensions.server";
import { record } from "~db/repositories/journal.server";
import { readClock } from "~db/repositories/submission-order.server";
import type { Work } from "~db/work.server";
import { countPeople, listConcerned } from "./concerned-people.server";
import { tellConcerned } from "./extension-mails.server";
import { lockManagedCampaign } from "./record-extension.server";

export type RevokeExtensionResult =
  /** How many people were written to. */
  | { readonly ok: true; readonly told: number }
  | { readonly ok: false; readonly reason: "not-found" | "already-ended" | "already-elapsed" };

/**
 * Takes back a decision, with a reason: it counts no more from now on. What was submitted while it stood
 * stays submitted, and those who lose time by it and have not are told.
 */
export async function revokeExtension(
  work: Work,
  scope: Scope,
  address: { readonly slug: string; readonly id: string },
  reason: string,
): Promise<RevokeExtensionResult> {
  const campaign = await lockManagedCampaign(work, scope, address.slug);
  if (!campaign || !isUuid(address.id)) return { ok: false, reason: "not-found" };
  const rows = await listExtensions(work.tx, [campaign.id]);
  const extension = rows.find(({ id }) => id === address.id);
  if (!extension) return { ok: false, reason: "not-found" };
  const at = await readClock(work.tx);
  if (extensionState(extension, at) === "elapsed") return { ok: false, reason: "already-elapsed" };
  const isEnded = await endExtension(work.tx, extension.id, {
    by: work.actor.personId,
    at,
    reason,
  });
  if (!isEnded) return { ok: false, reason: "already-ended" };
  const { id, placeKind, placeCode, until } = extension;
  await record(work, {
    on: { kind: "campaign", id: campaign.id },
    action: "campaign.extension-revoked",
    before: { id, place: { kind: placeKind, code: placeCode }, until, reason: extension.reason },
    after: { id, reason },
  });
  const people = await listConcerned(work, campaign, { place: extension, before: rows, at });
  await tellConcerned(work, campaign, people, { act: "revoked", until, reason });
  return { ok: true, told: countPeople(people) };
}
