import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isOwnerCode,
  ownerByRule,
  ownerReasons,
  ruleOf,
  territoryOwners,
} from "~/domain/directory/equipment-owner";
import {
  cancelDecision,
  type OwnerHistory,
  type OwnerRecord,
  ownerOn,
  recordDecision,
} from "~/domain/directory/owner-history";

const region = { ownerKind: "region", ownerCode: "76" } as const;
const lot = { ownerKind: "departement", ownerCode: "46" } as const;
const city = { ownerKind: "commune", ownerCode: "46042" } as const;
const byRule = { ...region, source: "regle:lycee-region" };

const record = (
  validFrom: string,
  validTo: string | null,
  owner: Pick<OwnerRecord, "ownerKind" | "ownerCode">,
  overridden = true,
): OwnerRecord => ({
  validFrom,
  validTo,
  ...owner,
  source: overridden ? "acte" : byRule.source,
  overridden,
});
const decide = (validFrom: string, owner: Pick<OwnerRecord, "ownerKind" | "ownerCode">) => ({
  validFrom,
  ...owner,
  source: "acte",
});
const byDefault: OwnerHistory = [record("2026-01-10", null, region, false)];

function expectHistory(change: ReturnType<typeof recordDecision>, history: OwnerHistory) {
  expect(change).toEqual({ ok: true, history });
}

describe("a recorded decision", () => {
  it("begins on its day, and ends what was in force", () => {
    expectHistory(recordDecision(byDefault, decide("2026-09-01", lot)), [
      record("2026-01-10", "2026-09-01", region, false),
      record("2026-09-01", null, lot),
    ]);
  });

  it("outweighs what the rule gave later: an act may be older than the first import", () => {
    expectHistory(recordDecision(byDefault, decide("2024-09-01", lot)), [
      record("2024-09-01", null, lot),
    ]);
    expectHistory(recordDecision(byDefault, decide("2026-01-10", lot)), [
      record("2026-01-10", null, lot),
    ]);
  });

  it("holds until the next decision", () => {
    const history = [
      record("2026-01-10", "2027-09-01", region, false),
      record("2027-09-01", null, city),
    ];
    expectHistory(recordDecision(history, decide("2026-09-01", lot)), [
      record("2026-01-10", "2026-09-01", region, false),
      record("2026-09-01", "2027-09-01", lot),
      record("2027-09-01", null, city),
    ]);
  });

  it("is refused on the day of another, and for the owner in force", () => {
    const history = [record("2026-01-10", null, lot)];
    expect(recordDecision(history, decide("2026-01-10", city))).toEqual({
      ok: false,
      reason: "day-taken",
    });
    expect(recordDecision(history, decide("2026-02-01", lot))).toEqual({
      ok: false,
      reason: "same-owner",
    });
    expect(recordDecision(byDefault, decide("2026-02-01", region))).toEqual({
      ok: false,
      reason: "same-owner",
    });
  });
});

describe("a cancelled decision", () => {
  it("gives its time back to the decision before it", () => {
    const history = [record("2025-01-01", "2026-01-01", lot), record("2026-01-01", null, city)];
    expectHistory(cancelDecision(history, "2026-01-01", byRule), [record("2025-01-01", null, lot)]);
  });

  it("gives its time back to the rule where the rule still gives the same owner", () => {
    const history = [
      record("2025-01-01", "2026-01-01", region, false),
      record("2026-01-01", null, city),
    ];
    expectHistory(cancelDecision(history, "2026-01-01", byRule), [
      record("2025-01-01", null, region, false),
    ]);
  });

  it("follows the rule of today where it gives another owner, or where nothing stood before", () => {
    const history = [
      record("2025-01-01", "2026-01-01", lot, false),
      record("2026-01-01", "2027-01-01", city),
      record("2027-01-01", null, lot),
    ];
    expectHistory(cancelDecision(history, "2026-01-01", byRule), [
      record("2025-01-01", "2026-01-01", lot, false),
      record("2026-01-01", "2027-01-01", region, false),
      record("2027-01-01", null, lot),
    ]);
    expectHistory(cancelDecision([record("2026-01-01", null, city)], "2026-01-01", byRule), [
      record("2026-01-01", null, region, false),
    ]);
  });

  it("must exist, and be a decision", () => {
    for (const day of ["2026-01-10", "2026-01-11"]) {
      expect(cancelDecision(byDefault, day, byRule)).toEqual({
        ok: false,
        reason: "unknown-decision",
      });
    }
  });
});

it("ownerOn takes the first day in and the last day out", () => {
  const history = [record("2025-01-01", "2026-01-01", lot), record("2026-01-01", null, city)];
  const codeOn = (day: string) => ownerOn(history, day)?.ownerCode;
  expect(
    ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2040-01-01"].map(codeOn),
  ).toEqual([undefined, "46", "46", "46042", "46042"]);
});

it("keeps every history whole, whatever is recorded and cancelled: no hole, no overlap, one end", () => {
  const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-02-${number}`);
  const act = fc.record({
    isCancellation: fc.boolean(),
    day,
    owner: fc.constantFrom(region, lot, city, { ownerKind: null, ownerCode: null } as const),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let history: OwnerHistory = [record("2026-02-15", null, region, false)];
      for (const { isCancellation, day: validFrom, owner } of acts) {
        const change = isCancellation
          ? cancelDecision(history, validFrom, byRule)
          : recordDecision(history, decide(validFrom, owner));
        if (!change.ok) continue;
        history = change.history;
        if (!isCancellation) expect(ownerOn(history, validFrom)).toMatchObject(owner);
      }
      history.forEach((one, index) => {
        expect(one.validTo).toBe(history[index + 1]?.validFrom ?? null);
        expect(one.validTo === null || one.validFrom < one.validTo).toBe(true);
      });
    }),
  );
});

describe("the collectivités of a territory", () => {
  const place = { communeCode: "46042", departementCode: "46", regionCode: "76", epci: null };
  const keys = (school: Parameters<typeof territoryOwners>[0]) =>
    territoryOwners(school).map(({ kind, code }) => `${kind}:${code}`);

  it.each([
    [place, ["region:76", "departement:46", "commune:46042"]],
    [
      { ...place, departementCode: "67", regionCode: "44" },
      ["region:44", "collectivite-alsace:6AE", "commune:46042"],
    ],
    [
      { ...place, departementCode: "2B", regionCode: "94" },
      ["collectivite-unique:94", "commune:46042"],
    ],
    [
      { ...place, epci: { siren: "200046977", nature: "MET69", holdsSchoolCompetence: false } },
      ["region:76", "departement:46", "metropole-lyon:200046977", "commune:46042"],
    ],
    [{ communeCode: null, departementCode: null, regionCode: null, epci: null }, []],
  ])("%j", (school, expected) => {
    expect(keys(school)).toEqual(expected);
  });

  it.each([
    ["commune", "2A004", true],
    ["commune", "46", false],
    ["departement", "2A", true],
    ["departement", "972", true],
    ["departement", "999", false],
    ["sivos", "200012345", true],
    ["sivos", "20001234", false],
    ["collectivite-alsace", "6AE", true],
    ["collectivite-unique", "76", false],
  ] as const)("%s %s: %s", (kind, code, expected) => {
    expect(isOwnerCode({ kind, code })).toBe(expected);
  });
});

it("names in a record's source the rule that gave it, and no rule in an act", () => {
  const { source, ownerCode } = ownerByRule({
    kind: "lycee",
    sector: "public",
    ministry: "agriculture",
    communeCode: "46042",
    departementCode: "46",
    regionCode: "76",
    epci: null,
  });
  expect([ownerCode, ruleOf(source)]).toEqual(["76", "lycee-region"]);
  for (const reason of ownerReasons) expect(ruleOf(`regle:${reason}`)).toBe(reason);
  expect(ruleOf("Délibération n° 12")).toBeNull();
});
