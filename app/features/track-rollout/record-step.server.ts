import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import type { Quantities } from "~/domain/rollout/progress";
import {
  decideCorrection,
  decideStep,
  type RolloutEvent,
  type StepRefusal,
} from "~/domain/rollout/record-step";
import { record } from "~db/repositories/journal.server";
import {
  insertEvents,
  listEvents,
  lockItem,
  type SchoolItem,
  updateItemQuantities,
} from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { ownerStandings, type StandingLine } from "./owner-standings.server";
import type { CorrectionForm, StepForm } from "./schemas";

/** An item by the address of its page. */
export type ItemAddress = { readonly programme: string; readonly itemId: string };

export type RecordResult =
  | { readonly ok: true }
  | ({ readonly ok: false } & (
      | { readonly reason: "not-found" }
      /** Somebody recorded something since the page was opened. */
      | { readonly reason: "stale" }
      /** Nothing was begun there, and on that day its equipment was another collectivité's. */
      | ({ readonly reason: "owned-elsewhere" } & Pick<StandingLine, "name" | "since">)
      | StepRefusal
    ));

/**
 * Records units ordered, delivered or installed in one school, part of the planned ones or all. What
 * counts is who owned its equipment on the day of the fact, not on the day it is typed.
 */
export async function recordStep(
  work: Work,
  scope: Scope,
  address: ItemAddress,
  form: StepForm,
): Promise<RecordResult> {
  const locked = await openItem(work, scope, address, form.version);
  if (!locked.ok) return locked;
  const { item, events } = locked;
  const { step, quantity, occurredOn } = form;
  const today = isoDayInParis(work.now);
  const decision = decideStep(item, events, { step, quantity, occurredOn }, today);
  if (!decision.ok) return decision;
  const elsewhere = await refuseSetAside(work, item, occurredOn);
  if (elsewhere) return elsewhere;
  return save(work, item, decision.quantities, "rollout.recorded", {
    step,
    quantity,
    occurredOn,
    correctsId: null,
    note: form.note || null,
  });
}

/** Compensates an event so that it counts for its right quantity; the event itself stays written. */
export async function correctEvent(
  work: Work,
  scope: Scope,
  address: ItemAddress,
  form: CorrectionForm,
): Promise<RecordResult> {
  const locked = await openItem(work, scope, address, form.correctedVersion);
  if (!locked.ok) return locked;
  const { item, events } = locked;
  const decision = decideCorrection(item, events, form.eventId, form.rightQuantity);
  if (!decision.ok) return decision;
  const elsewhere = await refuseSetAside(work, item, decision.event.occurredOn);
  if (elsewhere) return elsewhere;
  return save(work, item, decision.quantities, "rollout.corrected", {
    step: decision.event.step,
    quantity: decision.difference,
    occurredOn: decision.event.occurredOn,
    correctsId: decision.event.id,
    note: form.reason,
  });
}

type Opened =
  | { readonly ok: true; readonly item: SchoolItem; readonly events: readonly RolloutEvent[] }
  | { readonly ok: false; readonly reason: "not-found" | "stale" };

async function openItem(
  { tx }: Work,
  scope: Scope,
  { programme, itemId }: ItemAddress,
  version: number,
): Promise<Opened> {
  const item = await lockItem(tx, scope, programme, itemId);
  if (!item) return { ok: false, reason: "not-found" };
  if (item.version !== version) return { ok: false, reason: "stale" };
  return { ok: true, item, events: await listEvents(tx, item.id) };
}

async function refuseSetAside(
  work: Work,
  item: SchoolItem,
  day: string,
): Promise<Extract<RecordResult, { reason: "owned-elsewhere" }> | undefined> {
  const line = (await ownerStandings(work, [item], day)).get(item.id);
  if (line?.standing !== "set-aside") return undefined;
  return { ok: false, reason: "owned-elsewhere", name: line.name, since: line.since };
}

async function save(
  work: Work,
  item: SchoolItem,
  after: Quantities,
  action: "rollout.recorded" | "rollout.corrected",
  event: Omit<RolloutEvent, "id"> & { readonly note: string | null },
): Promise<RecordResult> {
  if (!(await updateItemQuantities(work.tx, item, after))) return { ok: false, reason: "stale" };
  await insertEvents(work.tx, [
    { ...event, itemId: item.id, recordedBy: work.actor.personId, recordedAt: work.now },
  ]);
  await record(work, {
    on: { kind: "rollout-item", id: item.id },
    action,
    before: quantitiesOf(item),
    after: { ...quantitiesOf(after), event },
  });
  return { ok: true };
}

function quantitiesOf({ ordered, delivered, installed }: Quantities) {
  return { ordered, delivered, installed };
}
