import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysLate, itemState, type Quantities, totalsOf } from "~/domain/rollout/progress";
import {
  decideCorrection,
  decideStep,
  mostFor,
  netQuantity,
  nextStep,
  type RolloutEvent,
} from "~/domain/rollout/record-step";
import { rolloutSteps } from "~/domain/rollout/vocabulary";

const today = "2026-10-15";
const item = (
  planned: number,
  ordered = 0,
  delivered = 0,
  installed = 0,
  dueOn = "2026-12-31",
) => ({
  planned,
  ordered,
  delivered,
  installed,
  dueOn,
});

describe("itemState", () => {
  it.each([
    [item(10), "to-order"],
    [item(10, 4), "partly-ordered"],
    [item(10, 10), "ordered"],
    [item(10, 10, 1), "partly-delivered"],
    [item(10, 10, 9, 9), "partly-delivered"],
    [item(10, 10, 10), "delivered"],
    [item(10, 10, 10, 9), "installing"],
    [item(10, 10, 10, 10), "installed"],
    [item(10, 10, 9, 9, "2026-10-14"), "late"],
    [item(10, 10, 9, 9, today), "partly-delivered"],
    [item(10, 10, 10, 0, "2026-10-14"), "delivered"],
  ] as const)("%j is %s", (progress, state) => {
    expect(itemState(progress, today)).toBe(state);
  });

  it("counts days late from the due day", () => {
    expect(daysLate(item(10, 0, 0, 0, "2026-09-30"), today)).toBe(15);
    expect(daysLate(item(10, 10, 10, 0, "2026-09-30"), today)).toBe(0);
    expect(daysLate({ ...item(10), dueOn: null }, today)).toBe(0);
  });

  it("adds schools up, late units apart", () => {
    expect(totalsOf([item(10, 10, 4, 1, "2026-10-01"), item(5, 5, 5, 5)], today)).toEqual({
      schools: 2,
      planned: 15,
      ordered: 15,
      delivered: 9,
      installed: 6,
      lateSchools: 1,
      lateUnits: 6,
    });
  });
});

const event = (
  step: RolloutEvent["step"],
  quantity: number,
  occurredOn: string,
  id = step,
): RolloutEvent => ({
  id,
  step,
  quantity,
  occurredOn,
  correctsId: null,
});

describe("decideStep", () => {
  const events = [event("ordered", 8, "2026-09-01"), event("delivered", 5, "2026-09-10")];
  const quantities = { planned: 10, ordered: 8, delivered: 5, installed: 0 };
  it.each([
    ["ordered", 2, "2026-01-01", { ok: true }],
    ["ordered", 3, today, { reason: "too-many", most: 2 }],
    ["ordered", 0, today, { reason: "too-few", least: 1 }],
    ["ordered", -1, today, { reason: "too-few", least: 1 }],
    ["delivered", 3, "2026-09-01", { ok: true }],
    ["delivered", 3, "2026-08-31", { reason: "before-previous-step", firstOn: "2026-09-01" }],
    ["delivered", 4, today, { reason: "too-many", most: 3 }],
    ["installed", 5, today, { ok: true }],
    ["installed", 5, "2026-10-16", { reason: "date-in-future" }],
    ["installed", 5, "2026-09-09", { reason: "before-previous-step", firstOn: "2026-09-10" }],
    ["installed", 6, today, { reason: "too-many", most: 5 }],
  ] as const)("%s %i on %s → %j", (step, quantity, occurredOn, expected) => {
    expect(decideStep(quantities, events, { step, quantity, occurredOn }, today)).toMatchObject(
      expected,
    );
  });
});

describe("decideCorrection", () => {
  const events = [
    event("ordered", 3, "2026-09-01", "ordered" as const),
    { ...event("ordered", 5, "2026-09-05"), id: "second order" },
    event("delivered", 6, "2026-09-03"),
  ];
  const quantities = { planned: 10, ordered: 8, delivered: 6, installed: 4 };
  it.each([
    ["delivered", 8, { ok: true, difference: 2 }],
    ["delivered", 9, { reason: "too-many", most: 8 }],
    ["delivered", 4, { ok: true, difference: -2 }],
    ["delivered", 3, { reason: "too-few", least: 4 }],
    ["delivered", 6, { reason: "unchanged" }],
    ["second order", 3, { ok: true, difference: -2 }],
    ["second order", 2, { reason: "too-few", least: 3 }],
    ["second order", 8, { reason: "too-many", most: 7 }],
    ["unknown", 1, { reason: "no-such-event" }],
  ] as const)("%s to %i → %j", (id, right, expected) => {
    expect(decideCorrection(quantities, events, id, right)).toMatchObject(expected);
  });

  it("refuses to leave a delivery older than the first order", () => {
    const decision = decideCorrection(
      { planned: 10, ordered: 8, delivered: 2, installed: 0 },
      [events[0], events[1], event("delivered", 2, "2026-09-03")].filter(
        (known) => known !== undefined,
      ),
      "ordered",
      0,
    );
    expect(decision).toEqual({ ok: false, reason: "before-previous-step", firstOn: "2026-09-05" });
  });

  it("counts from what the event is worth after its earlier corrections", () => {
    const once = { ...event("delivered", -2, "2026-09-03"), id: "c", correctsId: "delivered" };
    const known = [...events, once];
    expect(netQuantity(event("delivered", 6, "2026-09-03"), known)).toBe(4);
    expect(decideCorrection({ ...quantities, delivered: 4 }, known, "delivered", 6)).toMatchObject({
      ok: true,
      difference: 2,
    });
  });
});

describe("a whole history", () => {
  it("keeps installed ≤ delivered ≤ ordered ≤ planned, and quantities are the sums of events", () => {
    const command = fc.record({
      isCorrection: fc.boolean(),
      step: fc.constantFrom(...rolloutSteps),
      quantity: fc.integer({ min: -2, max: 12 }),
      day: fc.integer({ min: 1, max: 20 }).map((day) => `2026-10-${String(day).padStart(2, "0")}`),
      target: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let quantities: Quantities = { planned: 20, ordered: 0, delivered: 0, installed: 0 };
        const events: RolloutEvent[] = [];
        for (const { isCorrection, step, quantity, day, target } of commands) {
          const id = String(events.length);
          const originals = events.filter((known) => known.correctsId === null);
          const corrected = originals[target % Math.max(1, originals.length)];
          if (isCorrection && corrected) {
            const decision = decideCorrection(
              quantities,
              events,
              corrected.id,
              Math.max(0, quantity),
            );
            if (!decision.ok) continue;
            quantities = decision.quantities;
            events.push({
              ...corrected,
              id,
              quantity: decision.difference,
              correctsId: corrected.id,
            });
          } else {
            const decision = decideStep(
              quantities,
              events,
              { step, quantity, occurredOn: day },
              today,
            );
            if (!decision.ok) continue;
            quantities = decision.quantities;
            events.push({ id, step, quantity, occurredOn: day, correctsId: null });
          }
          const { planned, ordered, delivered, installed } = quantities;
          expect(0 <= installed && installed <= delivered).toBe(true);
          expect(delivered <= ordered && ordered <= planned).toBe(true);
        }
        for (const step of rolloutSteps) {
          const sum = events
            .filter((known) => known.step === step)
            .reduce((total, known) => total + known.quantity, 0);
          expect(quantities[step]).toBe(sum);
        }
        const offered = nextStep(quantities);
        if (offered) expect(mostFor(offered, quantities)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
