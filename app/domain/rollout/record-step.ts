import type { Quantities } from "./progress";
import { type RolloutStep, rolloutSteps } from "./vocabulary";

/** One recorded fact of a school's roll-out; a correction names the event it compensates. */
export type RolloutEvent = {
  readonly id: string;
  readonly step: RolloutStep;
  /** Positive; a correction may be negative, never zero. */
  readonly quantity: number;
  readonly occurredOn: string;
  readonly correctsId: string | null;
};

export type StepRefusal =
  | { readonly reason: "too-many"; readonly most: number }
  | { readonly reason: "date-in-future" }
  | { readonly reason: "before-previous-step"; readonly firstOn: string }
  | { readonly reason: "too-few"; readonly least: number }
  | { readonly reason: "unchanged" }
  | { readonly reason: "no-such-event" };

export type StepDecision<T> =
  | ({ readonly ok: true; readonly quantities: Quantities } & T)
  | ({ readonly ok: false } & StepRefusal);

/** The step before, and what bounds a step from above: what was planned, then each step in turn. */
const previousOf: Readonly<Record<RolloutStep, keyof Quantities>> = {
  ordered: "planned",
  delivered: "ordered",
  installed: "delivered",
};

/** The step after, which bounds a correction from below. */
const nextOf: Readonly<Record<RolloutStep, RolloutStep | null>> = {
  ordered: "delivered",
  delivered: "installed",
  installed: null,
};

/** How many units of a step may still be recorded. */
export function mostFor(step: RolloutStep, quantities: Quantities): number {
  return quantities[previousOf[step]] - quantities[step];
}

/** What an event counts for once its corrections are added. */
export function netQuantity(event: RolloutEvent, events: readonly RolloutEvent[]): number {
  return events
    .filter((other) => other.correctsId === event.id)
    .reduce((sum, correction) => sum + correction.quantity, event.quantity);
}

/** The first day a step has units on; undefined when none are left after corrections. */
export function firstDayOf(step: RolloutStep, events: readonly RolloutEvent[]): string | undefined {
  return daysOf(step, events)[0];
}

function daysOf(step: RolloutStep, events: readonly RolloutEvent[]): string[] {
  return events
    .filter((event) => event.step === step && event.correctsId === null)
    .filter((event) => netQuantity(event, events) > 0)
    .map((event) => event.occurredOn)
    .sort();
}

/**
 * Whether some units may be recorded at a step: at least one, no more than the step before has left
 * (ordered ≤ planned, delivered ≤ ordered, installed ≤ delivered), on a day that is neither to come
 * nor before the first day of the step before.
 */
export function decideStep(
  quantities: Quantities,
  events: readonly RolloutEvent[],
  event: Pick<RolloutEvent, "step" | "quantity" | "occurredOn">,
  today: string,
): StepDecision<object> {
  const { step, quantity, occurredOn } = event;
  const most = mostFor(step, quantities);
  if (quantity < 1) return { ok: false, reason: "too-few", least: 1 };
  if (quantity > most) return { ok: false, reason: "too-many", most };
  if (occurredOn > today) return { ok: false, reason: "date-in-future" };
  const previous = previousOf[step];
  const firstOn = previous === "planned" ? undefined : firstDayOf(previous, events);
  if (firstOn !== undefined && occurredOn < firstOn) {
    return { ok: false, reason: "before-previous-step", firstOn };
  }
  return { ok: true, quantities: { ...quantities, [step]: quantities[step] + quantity } };
}

/**
 * The compensation that gives an event its right quantity (0 cancels it): the difference with what it
 * counts for now. It may neither exceed the step before nor fall under the step after, and the step
 * after may not be left older than the first day that remains.
 */
export function decideCorrection(
  quantities: Quantities,
  events: readonly RolloutEvent[],
  eventId: string,
  rightQuantity: number,
): StepDecision<{ readonly event: RolloutEvent; readonly difference: number }> {
  const event = events.find((known) => known.id === eventId && known.correctsId === null);
  if (!event) return { ok: false, reason: "no-such-event" };
  const { step } = event;
  const present = netQuantity(event, events);
  const difference = rightQuantity - present;
  if (difference === 0) return { ok: false, reason: "unchanged" };
  const most = present + mostFor(step, quantities);
  if (rightQuantity > most) return { ok: false, reason: "too-many", most };
  const next = nextOf[step];
  const spare = next === null ? quantities[step] : quantities[step] - quantities[next];
  const least = Math.max(0, present - spare);
  if (rightQuantity < least) return { ok: false, reason: "too-few", least };
  const corrected = [
    ...events,
    { ...event, id: `${event.id}:correction`, correctsId: event.id, quantity: difference },
  ];
  const firstOn = stepOvertaken(corrected);
  if (firstOn !== undefined) return { ok: false, reason: "before-previous-step", firstOn };
  return {
    ok: true,
    quantities: { ...quantities, [step]: quantities[step] + difference },
    event,
    difference,
  };
}

/** The first day of a step that the step after now precedes; undefined when the order holds. */
function stepOvertaken(events: readonly RolloutEvent[]): string | undefined {
  for (const step of rolloutSteps) {
    const next = nextOf[step];
    const firstOn = firstDayOf(step, events);
    const nextOn = next === null ? undefined : firstDayOf(next, events);
    if (firstOn !== undefined && nextOn !== undefined && nextOn < firstOn) return firstOn;
  }
  return undefined;
}

/** The step that a form offers first: the furthest that has units to record. */
export function nextStep(quantities: Quantities): RolloutStep | undefined {
  return rolloutSteps.findLast((step) => mostFor(step, quantities) > 0);
}
