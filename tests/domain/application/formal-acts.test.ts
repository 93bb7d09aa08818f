import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actRefusal,
  askedPieces,
  bodyOf,
  dueDay,
  hasOtherOwner,
  removalRefusal,
  sessionRefusal,
} from "~/domain/application/formal-acts";
import { applicationStatuses } from "~/domain/application/vocabulary";

const adopted = { outcome: "adopted", isSound: true } as const;
const rejected = { outcome: "rejected", isSound: true } as const;
const infected = { outcome: "adopted", isSound: false } as const;

describe("the assembly that deliberates", () => {
  it.each([
    ["school", "lycee", null, "conseil-administration"],
    ["school", "college", "departement", "conseil-administration"],
    ["school", "erea", null, "conseil-administration"],
    ["school", undefined, null, "conseil-administration"],
    ["school", "ecole", null, "conseil-municipal"],
    ["school", "ecole", "commune", "conseil-municipal"],
    ["school", "ecole", "epci", "conseil-communautaire"],
    ["commune", "ecole", "epci", "conseil-municipal"],
    ["epci", "ecole", "commune", "conseil-communautaire"],
  ] as const)("%s, %s, owner %s: %s", (applicant, school, owner, body) => {
    expect(bodyOf(applicant, school, owner && { kind: owner })).toBe(body);
  });
});

describe("an owner that is not the applicant", () => {
  it.each([
    ["school", "9990001A", null, true],
    ["commune", "12145", null, false],
    ["commune", "12145", { kind: "commune", code: "12145" }, false],
    ["commune", "12145", { kind: "commune", code: "12146" }, true],
    ["commune", "12145", { kind: "epci", code: "200067171" }, true],
    ["epci", "200067171", { kind: "epci", code: "200067171" }, false],
  ] as const)("%s %s, owner %o: %s", (kind, code, owner, isOther) => {
    expect(hasOtherOwner({ kind, code }, owner)).toBe(isOther);
  });

  it("is asked nothing when the applicant is the owner, nor by a campaign that says nothing", () => {
    const settings = {
      deliberation: "required",
      endorsement: "required",
      sessionAfterOpening: false,
    } as const;
    expect(askedPieces(settings, true).endorsement.need).toBe("required");
    expect(askedPieces(settings, false).endorsement.need).toBe("none");
    expect(askedPieces(settings, false).deliberation.need).toBe("required");
    expect(askedPieces(undefined, true)).toMatchObject({
      deliberation: { need: "none" },
      endorsement: { need: "none" },
    });
  });
});

describe("the last day", () => {
  it.each([
    [{ kind: "submission" }, null, null],
    [{ kind: "submission" }, "2026-03-01", "2026-03-01"],
    [{ kind: "days-after", days: 30 }, null, null],
    [{ kind: "days-after", days: 1 }, "2026-02-28", "2026-03-01"],
    [{ kind: "days-after", days: 30 }, "2026-03-10", "2026-04-09"],
    [{ kind: "day", on: "2026-06-30" }, null, "2026-06-30"],
    [{ kind: "day", on: "2026-06-30" }, "2026-03-10", "2026-06-30"],
  ] as const)("%o after a submission on %s: %s", (due, submittedOn, day) => {
    expect(dueDay(due, submittedOn)).toBe(day);
  });
});

describe("a session", () => {
  const limits = { today: "2026-03-10", from: "2026-01-12", until: "2026-03-09" };
  it.each([
    ["2026-03-11", { ...limits, until: null }, "session-ahead"],
    ["2026-03-10", { ...limits, until: null }, null],
    ["2026-01-11", limits, "session-before-opening"],
    ["2026-01-12", limits, null],
    ["2025-01-12", { ...limits, from: null }, null],
    ["2026-03-09", limits, null],
    ["2026-03-10", limits, "session-too-late"],
  ] as const)("on %s in %o: %s", (day, within, refusal) => {
    expect(sessionRefusal(day, within)).toBe(refusal);
  });
});

describe("writing the act", () => {
  const asked = { need: "required" } as const;
  it("is refused where nothing is asked", () => {
    for (const status of applicationStatuses) {
      expect(actRefusal({ need: "none" }, status, null)).toBe("not-asked");
    }
  });

  it.each([
    ["draft", null, null],
    ["draft", adopted, null],
    ["draft", rejected, null],
    ["submitted", null, null],
    ["submitted", rejected, null],
    ["submitted", infected, null],
    ["submitted", adopted, "sealed"],
    ["under-examination", null, null],
    ["under-examination", adopted, "sealed"],
    ["examined", null, "closed"],
    ["proposed", null, "closed"],
    ["decided", null, "closed"],
    ["withdrawn", null, "closed"],
  ] as const)("%s with %o: %s", (status, standing, refusal) => {
    expect(actRefusal(asked, status, standing)).toBe(refusal);
    expect(actRefusal({ need: "optional" }, status, standing)).toBe(refusal);
  });

  it("is undone in a draft only", () => {
    for (const status of applicationStatuses) {
      expect(removalRefusal(status)).toBe(status === "draft" ? null : "closed");
    }
  });

  it("never replaces an adopted, sound act once submitted", () => {
    fc.assert(
      fc.property(fc.constantFrom(...applicationStatuses), (status) => {
        if (status !== "draft") expect(actRefusal(asked, status, adopted)).not.toBeNull();
      }),
    );
  });
});
