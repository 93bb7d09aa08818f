import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivalInstant } from "~/domain/application/arrival";

const clock = new Date("2026-03-27T17:00:10.000Z");
const instantOf = (at: string, ticks: { arrived: number; asked: number; answered: number }) =>
  arrivalInstant(
    { at: new Date(at), tick: ticks.arrived },
    { clock, askedTick: ticks.asked, answeredTick: ticks.answered },
  ).toISOString();

describe("the instant of an arrival", () => {
  it.each([
    ["answered at once", "2026-03-27T17:00:10.000Z", 0, 1, "2026-03-27T17:00:10.000Z"],
    [
      "after ten seconds for a connection",
      "2026-03-27T17:00:00.000Z",
      10_000,
      1,
      "2026-03-27T17:00:00.000Z",
    ],
    [
      "from a database that was slow to answer",
      "2026-03-27T17:00:06.000Z",
      0,
      5_000,
      "2026-03-27T17:00:06.000Z",
    ],
    [
      "by a server an hour ahead",
      "2026-03-27T18:00:00.000Z",
      10_000,
      1,
      "2026-03-27T17:00:00.002Z",
    ],
    [
      "by a server an hour behind",
      "2026-03-27T16:00:00.000Z",
      10_000,
      1,
      "2026-03-27T16:59:59.997Z",
    ],
  ])("%s", (_case, at, waited, answering, expected) => {
    const ticks = { arrived: 500, asked: 500 + waited, answered: 500 + waited + answering };
    expect(instantOf(at, ticks)).toBe(expected);
  });

  it("is the true one for a server that keeps time, whatever the waits, and near it for another", () => {
    fc.assert(
      fc.property(
        fc.nat(60_000),
        fc.nat(5_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -600_000, max: 600_000 }),
        (waited, answering, share, wrong) => {
          const read = Math.floor(answering * share);
          const truth = clock.getTime() - waited - read;
          const reading = { clock, askedTick: waited, answeredTick: waited + answering };
          const right = arrivalInstant({ at: new Date(truth), tick: 0 }, reading);
          expect(right.getTime()).toBe(truth);
          const off = arrivalInstant({ at: new Date(truth + wrong), tick: 0 }, reading);
          expect(Math.abs(off.getTime() - truth)).toBeLessThanOrEqual(answering + 3);
        },
      ),
    );
  });
});
