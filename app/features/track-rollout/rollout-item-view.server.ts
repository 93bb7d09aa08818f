import { type Scope, scopeFor } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { daysLate, type ItemState, itemState, type Quantities } from "~/domain/rollout/progress";
import { mostFor, netQuantity, nextStep } from "~/domain/rollout/record-step";
import { type RolloutStep, rolloutSteps } from "~/domain/rollout/vocabulary";
import { findItem, findProgramme, listEvents } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { ownerStandings, type StandingLine } from "./owner-standings.server";

export type RolloutEventView = {
  readonly id: string;
  readonly step: RolloutStep;
  /** As recorded; a correction shows the difference it makes. */
  readonly quantity: number;
  readonly isCorrection: boolean;
  /** What the event counts for today, its corrections added. */
  readonly netQuantity: number;
  readonly occurredOn: string;
  readonly note: string | null;
  readonly recordedByName: string | null;
  readonly recordedAt: string;
};

export type RolloutItemView = Quantities & {
  readonly id: string;
  readonly version: number;
  readonly programme: { readonly slug: string; readonly title: string; readonly unit: string };
  readonly schoolName: string;
  readonly communeName: string | null;
  readonly uai: string;
  readonly fictitious: boolean;
  readonly dueOn: string | null;
  readonly today: string;
  readonly state: ItemState;
  readonly daysLate: number;
  readonly otherOwner: StandingLine | null;
  /** How many units each step may still record. */
  readonly most: Readonly<Record<RolloutStep, number>>;
  readonly offeredStep: RolloutStep | null;
  /** The newest first. */
  readonly events: readonly RolloutEventView[];
  readonly mayRecord: boolean;
};

/** One school of a programme with its whole history; undefined when out of scope. */
export async function rolloutItemView(
  work: Work,
  scope: Scope,
  slug: string,
  itemId: string,
): Promise<RolloutItemView | undefined> {
  const programme = await findProgramme(work.tx, scope, slug);
  const item = await findItem(work.tx, scope, slug, itemId);
  if (!programme || !item) return undefined;
  const today = isoDayInParis(work.now);
  const events = await listEvents(work.tx, item.id);
  const standings = await ownerStandings(work, [item], today);
  const recordable = await findItem(work.tx, scopeFor(work.actor, "rollout.record"), slug, itemId);
  const { id, version, schoolName, communeName, uai, fictitious, dueOn } = item;
  const { planned, ordered, delivered, installed } = item;
  return {
    ...{ id, version, schoolName, communeName, uai, fictitious, dueOn, today },
    ...{ planned, ordered, delivered, installed },
    programme: { slug: programme.slug, title: programme.title, unit: programme.unit },
    state: itemState(item, today),
    daysLate: daysLate(item, today),
    otherOwner: standings.get(id) ?? null,
    most: Object.fromEntries(rolloutSteps.map((step) => [step, mostFor(step, item)])) as Record<
      RolloutStep,
      number
    >,
    offeredStep: nextStep(item) ?? null,
    events: events
      .map((event) => ({
        id: event.id,
        step: event.step,
        quantity: event.quantity,
        isCorrection: event.correctsId !== null,
        netQuantity: netQuantity(event, events),
        occurredOn: event.occurredOn,
        note: event.note,
        recordedByName: event.recordedByName,
        recordedAt: event.recordedAt.toISOString(),
      }))
      .reverse(),
    mayRecord: recordable !== undefined,
  };
}
