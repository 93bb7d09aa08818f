import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import {
  type Count,
  type CountedSchool,
  countsOf,
  deltasBetween,
  isCountedSubmission,
} from "~/domain/indicator/counted";
import { heldPeriods, type Label } from "~/domain/indicator/held-periods";

const place = { departementCode: "12", campaignIds: ["c1"] };

/** What a transition appends, as short lines. */
function transition(before: Partial<CountedSchool>, after: Partial<CountedSchool>): string[] {
  const deltas = deltasBetween(countsOf({ ...place, ...before }), countsOf({ ...place, ...after }));
  return deltas.map(lineOf).sort();
}

const lineOf = ({ subjectId, departementCode, measure, day, amount }: Count) =>
  `${subjectId} ${departementCode} ${measure} ${day ?? "-"} ${amount > 0 ? "+" : ""}${amount}`;

const sent = (status: ApplicationStatus, submittedOn: string | null = "2026-03-02") => ({
  submissions: [{ campaignId: "c1", status, submittedOn }],
});
const label = (level: number, validFrom: string, validUntil: string): Label => ({
  level,
  validFrom,
  validUntil,
});
const item = (planned: number, ordered: number, delivered: number, installed: number) => ({
  items: [{ programmeId: "p1", planned, ordered, delivered, installed }],
});

describe("what a transition of an application appends", () => {
  const plus = ["c1 12 submitted 2026-03-02 +1"];
  const minus = ["c1 12 submitted 2026-03-02 -1"];
  const table: [string, Partial<CountedSchool>, Partial<CountedSchool>, string[]][] = [
    ["created as a draft", {}, sent("draft", null), []],
    ["submitted", sent("draft", null), sent("submitted"), plus],
    ["examined", sent("submitted"), sent("under-examination"), []],
    ["reopened", sent("examined"), sent("under-examination"), []],
    ["proposed to the jury", sent("examined"), sent("proposed"), []],
    ["decided", sent("proposed"), sent("decided"), []],
    ["withdrawn", sent("submitted"), sent("withdrawn"), minus],
    ["withdrawn once examined", sent("examined"), sent("withdrawn"), minus],
    ["submitted again after a withdrawal", sent("withdrawn"), sent("submitted"), plus],
    ["returned as a draft", sent("submitted"), sent("draft", null), minus],
    [
      "submitted again on another day",
      sent("submitted"),
      sent("submitted", "2026-03-09"),
      ["c1 12 submitted 2026-03-02 -1", "c1 12 submitted 2026-03-09 +1"],
    ],
  ];
  it.each(table)("%s", (_what, before, after, expected) => {
    expect(transition(before, after)).toEqual(expected);
  });

  it("nothing outside the perimeter, nor of another campaign", () => {
    expect(countsOf({ departementCode: "12", campaignIds: [], ...sent("submitted") })).toEqual([]);
    const other = { ...place, campaignIds: ["c2"], ...sent("submitted") };
    expect(countsOf(other).map(lineOf)).toEqual(["c2 12 schools - +1"]);
  });

  it.each([
    ["submitted", "2026-03-02", true],
    ["decided", "2026-03-02", true],
    ["withdrawn", "2026-03-02", false],
    ["draft", null, false],
  ] as const)("%s, sent on %s: counted is %s", (status, submittedOn, expected) => {
    expect(isCountedSubmission({ campaignId: "c1", status, submittedOn })).toBe(expected);
  });
});

describe("what labels append", () => {
  const year = label(2, "2026-06-01", "2027-08-31");
  it("from the first day to the day after the last", () => {
    expect(transition({}, { labels: [year] })).toEqual([
      "c1 12 labelled 2026-06-01 +1",
      "c1 12 labelled 2027-09-01 -1",
    ]);
  });

  it("a renewal in time only moves the end", () => {
    const renewed = label(1, "2027-06-15", "2028-08-31");
    expect(transition({ labels: [year] }, { labels: [year, renewed] })).toEqual([
      "c1 12 labelled 2027-09-01 +1",
      "c1 12 labelled 2028-09-01 -1",
    ]);
  });

  it("a rise to level 3 counts no second label", () => {
    const raised = label(3, "2027-01-10", "2027-08-31");
    expect(transition({ labels: [year] }, { labels: [year, raised] })).toEqual([
      "c1 12 level-three 2027-01-10 +1",
      "c1 12 level-three 2027-09-01 -1",
    ]);
  });

  it("support, level 0, is no label", () => {
    expect(transition({}, { labels: [label(0, "2026-06-01", "2027-08-31")] })).toEqual([]);
  });

  it("once in every campaign of which the perimeter holds the school", () => {
    const school = { ...place, campaignIds: ["c1", "c2"], labels: [year] };
    const labelled = countsOf(school).filter(({ measure }) => measure === "labelled");
    expect(labelled.map(({ subjectId }) => subjectId)).toEqual(["c1", "c1", "c2", "c2"]);
  });
});

describe("the periods of a label", () => {
  const first = label(1, "2026-01-01", "2026-06-30");
  const table: [string, Label[], { from: string; before: string }[]][] = [
    ["none", [], []],
    [
      "one day",
      [label(1, "2026-01-01", "2026-01-01")],
      [{ from: "2026-01-01", before: "2026-01-02" }],
    ],
    [
      "a leap day",
      [label(1, "2028-02-01", "2028-02-28")],
      [{ from: "2028-02-01", before: "2028-02-29" }],
    ],
    ["ended before it began", [label(1, "2026-01-02", "2026-01-01")], []],
    [
      "the next begins the day after: one period",
      [label(1, "2026-07-01", "2026-12-31"), first],
      [{ from: "2026-01-01", before: "2027-01-01" }],
    ],
    [
      "the next begins two days after: two periods",
      [first, label(1, "2026-07-02", "2026-12-31")],
      [
        { from: "2026-01-01", before: "2026-07-01" },
        { from: "2026-07-02", before: "2027-01-01" },
      ],
    ],
    [
      "one inside another",
      [first, label(2, "2026-02-01", "2026-03-01")],
      [{ from: "2026-01-01", before: "2026-07-01" }],
    ],
  ];
  it.each(table)("%s", (_what, labels, expected) => {
    expect(heldPeriods(labels, 1)).toEqual(expected);
  });

  it("hold exactly the days on which some label of the level is valid", () => {
    const day = (index: number) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const labels = fc.array(
      fc.record({
        level: fc.integer({ min: 0, max: 3 }),
        validFrom: fc.integer({ min: 0, max: 40 }).map(day),
        validUntil: fc.integer({ min: 0, max: 40 }).map(day),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(labels, fc.integer({ min: 1, max: 3 }), (held, level) => {
        const counts = countsOf({ ...place, labels: held });
        for (let index = -1; index <= 42; index += 1) {
          const on = day(index);
          const isHeld = held.some(
            (one) => one.level >= level && one.validFrom <= on && on <= one.validUntil,
          );
          const inside = heldPeriods(held, level).filter(
            ({ from, before }) => from <= on && on < before,
          );
          expect(inside).toHaveLength(isHeld ? 1 : 0);
          if (level === 2) continue;
          const measure = level === 1 ? "labelled" : "level-three";
          const sum = counts
            .filter((count) => count.measure === measure && (count.day ?? "") <= on)
            .reduce((total, { amount }) => total + amount, 0);
          expect(sum).toBe(isHeld ? 1 : 0);
        }
      }),
    );
  });
});

describe("what plans and programmes append", () => {
  it("an adopted plan: what is granted, and what the labels give a right to", () => {
    const lines = [{ planId: "a1", allocated: 0, entitled: 120 }];
    expect(transition({}, { lines })).toEqual(["a1 12 entitled - +120"]);
    const served = [{ planId: "a1", allocated: 120, entitled: 120 }];
    expect(transition({}, { lines: served })).toEqual([
      "a1 12 allocated - +120",
      "a1 12 entitled - +120",
    ]);
  });

  it.each([
    ["opened", item(0, 0, 0, 0), item(30, 0, 0, 0), ["p1 12 planned - +30"]],
    ["ordered", item(30, 0, 0, 0), item(30, 30, 0, 0), ["p1 12 ordered - +30"]],
    ["delivered in part", item(30, 30, 0, 0), item(30, 30, 12, 0), ["p1 12 delivered - +12"]],
    ["installed", item(30, 30, 12, 0), item(30, 30, 12, 12), ["p1 12 installed - +12"]],
    ["corrected", item(30, 30, 12, 0), item(30, 30, 10, 0), ["p1 12 delivered - -2"]],
    ["the same again", item(30, 30, 12, 0), item(30, 30, 12, 0), []],
  ])("a school's units %s", (_what, before, after, expected) => {
    expect(transition(before, after)).toEqual(expected);
  });
});

describe("what the directory appends", () => {
  const school = { ...sent("submitted"), ...item(30, 30, 0, 0) };
  it("opened, inside a perimeter", () => {
    expect(transition({ campaignIds: [] }, {})).toEqual(["c1 12 schools - +1"]);
  });

  it("closed: the campaign no longer counts it, its equipment stays", () => {
    expect(transition(school, { ...school, campaignIds: [] })).toEqual([
      "c1 12 schools - -1",
      "c1 12 submitted 2026-03-02 -1",
    ]);
  });

  it("moved: all that is counted moves along", () => {
    expect(transition(school, { ...school, departementCode: "46" })).toEqual([
      "c1 12 schools - -1",
      "c1 12 submitted 2026-03-02 -1",
      "c1 46 schools - +1",
      "c1 46 submitted 2026-03-02 +1",
      "p1 12 ordered - -30",
      "p1 12 planned - -30",
      "p1 46 ordered - +30",
      "p1 46 planned - +30",
    ]);
  });

  it("out of any département: counted nowhere", () => {
    expect(countsOf({ ...school, ...place, departementCode: null })).toEqual([]);
  });
});
