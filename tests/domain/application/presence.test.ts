import { describe, expect, it } from "vitest";
import { listPresent, type OpenTab, presenceLife } from "~/domain/application/presence";

const now = new Date("2026-02-01T10:00:00Z");
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const numbers = new Map([
  ["services", "4.3"],
  ["projets", "4.4"],
]);
const tab = (overrides: Partial<OpenTab>): OpenTab => ({
  personId: "karim",
  givenName: "Karim",
  familyName: "Benslimane",
  questionId: null,
  seenAt: ago(1_000),
  ...overrides,
});
const list = (tabs: readonly OpenTab[], exceptId = "moi") =>
  listPresent(tabs, numbers, now, exceptId);

describe("who is in a file", () => {
  it.each([
    [presenceLife + 1, 0],
    [presenceLife, 0],
    [presenceLife - 1, 1],
    [0, 1],
    // Another server's clock may be ahead.
    [-2_000, 1],
  ])("a tab renewed %i ms ago counts for %i", (age, count) => {
    expect(list([tab({ seenAt: ago(age) })])).toHaveLength(count);
  });

  it("says the number that the questionnaire prints", () => {
    expect(list([tab({ questionId: "services" })])).toEqual([
      {
        id: "karim",
        name: "Karim Benslimane",
        initials: "KB",
        questionId: "services",
        number: "4.3",
      },
    ]);
  });

  it("knows no place that the questionnaire does not number", () => {
    expect(list([tab({ questionId: "information" })])).toMatchObject([
      { questionId: null, number: null },
    ]);
  });

  it.each([
    [
      "the most recent of those at a question",
      [
        ["projets", 5_000],
        ["services", 2_000],
      ],
      "4.3",
    ],
    [
      "one at a question, over a more recent one at none",
      [
        ["projets", 9_000],
        [null, 1_000],
      ],
      "4.4",
    ],
    [
      "none of those that are gone",
      [
        ["projets", 60_000],
        [null, 1_000],
      ],
      null,
    ],
  ] as const)("of several tabs, %s tells where the person is", (_which, tabs, number) => {
    const rows = tabs.map(([questionId, age]) => tab({ questionId, seenAt: ago(age) }));
    for (const order of [rows, rows.toReversed()]) {
      const people = list(order);
      expect(people).toHaveLength(1);
      expect(people[0]?.number).toBe(number);
    }
  });

  it("leaves out whoever looks, and goes by name", () => {
    const tabs = [
      tab({ personId: "moi", familyName: "Aaron" }),
      tab({ personId: "z", givenName: "Léa", familyName: "Zola" }),
      tab({ personId: "e", givenName: "Zoé", familyName: "Étienne" }),
      tab({ personId: "b", givenName: "Anne", familyName: "Étienne" }),
    ];
    expect(list(tabs).map(({ name }) => name)).toEqual(["Anne Étienne", "Zoé Étienne", "Léa Zola"]);
  });
});
