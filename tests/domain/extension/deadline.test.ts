import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canSubmit } from "~/domain/campaign/application";
import { parisInstant } from "~/domain/campaign/calendar";
import { deadlineAt, type Extension, type PlacedSchool } from "~/domain/extension/deadline";
import { checkUntil, extensionState } from "~/domain/extension/decide";
import { extensionPlaces } from "~/domain/extension/vocabulary";

const at = (text: string) => new Date(text);
const closesAt = at("2026-03-27T17:00:00Z");
const now = at("2026-03-28T12:00:00Z");
const school: PlacedSchool = {
  uai: "0120012Y",
  departementCode: "12",
  academieCode: "16",
  regionCode: "76",
};
const elsewhere: PlacedSchool = {
  uai: "0750001A",
  departementCode: "75",
  academieCode: "01",
  regionCode: "11",
};
const extension = (overrides: Partial<Extension> = {}): Extension => ({
  placeKind: "school",
  placeCode: school.uai,
  until: at("2026-04-03T16:00:00Z"),
  decidedAt: at("2026-03-20T08:00:00Z"),
  revokedAt: null,
  ...overrides,
});
const until = (extensions: readonly Extension[], schools = [school], when = now) =>
  deadlineAt({ closesAt, schools, extensions, at: when }).extendedUntil?.toISOString() ?? null;

describe("the extension that holds for an application", () => {
  const given = "2026-04-03T16:00:00.000Z";
  it.each<[string, Partial<Extension>, string | null]>([
    ["its school", {}, given],
    ["its département", { placeKind: "departement", placeCode: "12" }, given],
    ["its académie", { placeKind: "academie", placeCode: "16" }, given],
    ["its région", { placeKind: "region", placeCode: "76" }, given],
    ["another school", { placeCode: "0120013Z" }, null],
    ["another département", { placeKind: "departement", placeCode: "16" }, null],
    ["a place of the same code and another kind", { placeKind: "region", placeCode: "16" }, null],
    ["an instant before the closing", { until: at("2026-03-26T17:00:00Z") }, null],
    ["the instant of the closing", { until: closesAt }, null],
    ["a decision still to come", { decidedAt: at("2026-03-28T12:00:00.001Z") }, null],
    ["a decision of this very instant", { decidedAt: now }, given],
    ["one revoked before", { revokedAt: at("2026-03-28T11:59:59Z") }, null],
    ["one revoked at this very instant", { revokedAt: now }, null],
    ["one revoked just after", { revokedAt: at("2026-03-28T12:00:00.001Z") }, given],
  ])("over %s", (_case, overrides, expected) => {
    expect(until([extension(overrides)])).toBe(expected);
  });

  it("is the latest of those that hold, whatever their order and the size of their place", () => {
    const region = extension({
      placeKind: "region",
      placeCode: "76",
      until: at("2026-04-01T16:00:00Z"),
    });
    expect(until([region, extension()])).toBe(given);
    expect(until([extension(), region])).toBe(given);
    expect(until([region, extension({ revokedAt: now })])).toBe("2026-04-01T16:00:00.000Z");
  });

  it("over one school of several holds for the whole application", () => {
    expect(until([extension()], [elsewhere, school])).toBe(given);
    expect(until([extension()], [elsewhere])).toBeNull();
    expect(until([extension()], [])).toBeNull();
  });

  it("leaves no instant between a decision and the one that replaces it", () => {
    const swap = at("2026-03-28T12:00:00Z");
    const first = extension({ revokedAt: swap });
    const second = extension({ decidedAt: swap, until: at("2026-04-10T16:00:00Z") });
    const before = at("2026-03-28T11:59:59.999Z");
    expect(until([first, second], [school], before)).toBe(given);
    expect(until([first, second], [school], swap)).toBe("2026-04-10T16:00:00.000Z");
  });

  const instants = fc.date({
    noInvalidDate: true,
    min: at("2026-01-01T00:00:00Z"),
    max: at("2026-12-31T00:00:00Z"),
  });
  const extensions = fc.array(
    fc.record({
      placeKind: fc.constantFrom(...extensionPlaces),
      placeCode: fc.constantFrom(school.uai, elsewhere.uai, "12", "16", "76", "11"),
      until: instants,
      decidedAt: instants,
      revokedAt: fc.option(instants),
    }),
    { maxLength: 6 },
  );

  it("never takes time away, never depends on order, and one decision more never shortens it", () => {
    fc.assert(
      fc.property(extensions, instants, instants, (all, when, closing) => {
        const end = (list: readonly Extension[]) =>
          deadlineAt({
            closesAt: closing,
            schools: [school, elsewhere],
            extensions: list,
            at: when,
          }).endsAt.getTime();
        expect(end(all)).toBeGreaterThanOrEqual(closing.getTime());
        expect(end([...all].reverse())).toBe(end(all));
        expect(end(all)).toBeGreaterThanOrEqual(end(all.slice(1)));
      }),
    );
  });

  it("of several schools is the latest of each school's own", () => {
    fc.assert(
      fc.property(extensions, instants, (all, when) => {
        const end = (schools: readonly PlacedSchool[]) =>
          deadlineAt({ closesAt, schools, extensions: all, at: when }).endsAt.getTime();
        expect(end([school, elsewhere])).toBe(Math.max(end([school]), end([elsewhere])));
      }),
    );
  });
});

describe("both nights when the clocks change", () => {
  const campaign = { status: "open", opensAt: at("2026-01-01T00:00:00Z") } as const;
  const draft = { status: "draft" } as const;
  it.each([
    // In March 2:30 does not exist: it is read as 3:30, summer time.
    ["2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29T03:30:00", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z"],
    // In October 2:30 comes twice: the deadline is the first, in summer time.
    ["2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:30:00", "2026-10-25T02:30:00.000Z"],
  ])("%s, as a closing and as an extension, is in time to its last second", (local, instant) => {
    const end = parisInstant(local);
    expect(end.toISOString()).toBe(instant);
    const early = { ...campaign, closesAt: at("2026-02-01T00:00:00Z") };
    for (const [after, isInTime] of [
      [-3_600_000, true],
      [0, true],
      [999, true],
      [1_000, false],
      [3_600_000, false],
    ] as const) {
      const when = new Date(end.getTime() + after);
      expect(canSubmit(draft, { ...campaign, closesAt: end }, when).ok).toBe(isInTime);
      const { extendedUntil } = deadlineAt({
        closesAt: early.closesAt,
        schools: [school],
        extensions: [extension({ until: end, decidedAt: campaign.opensAt })],
        at: when,
      });
      expect(canSubmit({ ...draft, extendedUntil }, early, when).ok).toBe(isInTime);
    }
  });
});

describe("whether more time may be given", () => {
  const campaign = {
    phase: "open",
    closesAt,
    examinationEndsAt: at("2026-05-01T00:00:00Z"),
  } as const;
  it.each([
    ["the closing itself", "2026-03-27T17:00:00Z", {}, "not-after-closing"],
    ["a second later", "2026-03-28T12:00:01Z", {}, null],
    ["what is already past", "2026-03-28T12:00:00Z", {}, "already-passed"],
    ["a second before the examination ends", "2026-04-30T23:59:59Z", {}, null],
    ["its end", "2026-05-01T00:00:00Z", {}, "not-before-examination-end"],
    ["later, without an end", "2027-05-01T00:00:00Z", { examinationEndsAt: null }, null],
    ["a closed campaign", "2026-04-01T00:00:00Z", { phase: "closed" }, null],
    ["an announced campaign", "2026-04-01T00:00:00Z", { phase: "announced" }, null],
    ["a draft campaign", "2026-04-01T00:00:00Z", { phase: "draft" }, "campaign-not-running"],
    [
      "less than one that stands",
      "2026-04-01T00:00:00Z",
      { standingUntil: at("2026-04-01T00:00:01Z") },
      "earlier-than-standing",
    ],
    [
      "as much as one that stands, for another reason",
      "2026-04-01T00:00:00Z",
      { standingUntil: at("2026-04-01T00:00:00Z") },
      null,
    ],
    ["an examined one", "2026-04-01T00:00:00Z", { phase: "examined" }, "campaign-not-running"],
    ["a published one", "2026-04-01T00:00:00Z", { phase: "published" }, "campaign-not-running"],
  ] as const)("until %s", (_case, instant, overrides, refusal) => {
    expect(checkUntil(at(instant), { ...campaign, ...overrides }, now)).toBe(refusal);
  });
});

describe("the state of a decision", () => {
  const decision = { until: now, revokedAt: null, revokeReason: null };
  it.each([
    ["in its last second", decision, 999, "standing"],
    ["the second after", decision, 1_000, "elapsed"],
    ["replaced", { ...decision, revokedAt: now }, 0, "replaced"],
    ["revoked", { ...decision, revokedAt: now, revokeReason: "Erreur de saisie" }, 0, "revoked"],
  ] as const)("%s", (_case, row, after, state) => {
    expect(extensionState(row, new Date(now.getTime() + after))).toBe(state);
  });
});
