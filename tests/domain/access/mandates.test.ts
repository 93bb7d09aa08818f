import { describe, expect, it } from "vitest";
import {
  type Appointment,
  dayBefore,
  decideAppointment,
  decideEnd,
  headshipOn,
  type Mandate,
  mandateStatus,
  overlaps,
} from "~/domain/access/mandates";
import { isPersonalMail } from "~/domain/access/personal-mail";

const day = "2026-11-22";
const head: Mandate = {
  id: "m-head",
  personId: "head",
  role: "head",
  validFrom: null,
  validUntil: null,
  recordedBy: null,
};
const given: Mandate = {
  id: "m-delegate",
  personId: "delegate",
  role: "delegate",
  validFrom: "2026-11-01",
  validUntil: "2026-11-30",
  recordedBy: "head",
};
const interim: Mandate = { ...given, id: "m-interim", personId: "interim", role: "acting-head" };

describe("where a mandate stands", () => {
  it.each([
    [null, null, "current"],
    ["2026-11-22", "2026-11-22", "current"],
    ["2026-11-23", null, "upcoming"],
    [null, "2026-11-21", "ended"],
    ["2026-11-01", "2026-11-21", "ended"],
    ["2026-11-01", "2026-11-22", "current"],
    // Ended on the day on which it began, or before it began.
    ["2026-11-22", "2026-11-21", "ended"],
    ["2026-12-01", "2026-11-21", "ended"],
  ])("from %s to %s it is %s", (validFrom, validUntil, status) => {
    expect(mandateStatus({ validFrom, validUntil }, day)).toBe(status);
  });

  it.each([
    ["2026-11-30", "2026-12-31", true],
    ["2026-12-01", "2026-12-31", false],
    ["2026-10-01", "2026-11-01", true],
    ["2026-10-01", "2026-10-31", false],
    [null, null, true],
    ["2026-11-10", "2026-11-09", false],
  ])("from %s to %s meets November: %s", (validFrom, validUntil, expected) => {
    expect(overlaps({ validFrom, validUntil }, given)).toBe(expected);
    expect(overlaps(given, { validFrom, validUntil })).toBe(expected);
  });

  it("the day before crosses months and years", () => {
    expect([dayBefore("2027-01-01"), dayBefore("2028-03-01")]).toEqual([
      "2026-12-31",
      "2028-02-29",
    ]);
  });
});

describe("recording a delegation or an interim", () => {
  const asked: Appointment = {
    role: "delegate",
    validFrom: "2026-12-01",
    validUntil: "2026-12-31",
    personId: "other",
    isAccountClosed: false,
  };
  const decide = (
    changes: Partial<Appointment>,
    mandates: readonly Mandate[] = [head, given],
    recorderId = "head",
  ) => {
    const decision = decideAppointment({ ...asked, ...changes }, mandates, { day, recorderId });
    return decision.ok ? "ok" : decision.reason;
  };
  const leaving = { ...head, validUntil: "2026-12-15" };

  it.each<[string, Partial<Appointment>, string]>([
    ["someone new", { personId: null }, "ok"],
    ["one day", { validFrom: day, validUntil: day }, "ok"],
    ["a beginning in the past", { validFrom: "2026-10-01" }, "ok"],
    ["an end before the beginning", { validUntil: "2026-11-30" }, "ends-before-start"],
    ["over yesterday", { validFrom: "2026-11-01", validUntil: "2026-11-21" }, "already-over"],
    ["366 days", { validUntil: "2027-12-01" }, "ok"],
    ["367 days", { validUntil: "2027-12-02" }, "too-long"],
    ["oneself", { personId: "head" }, "own-account"],
    ["a closed account", { isAccountClosed: true }, "account-closed"],
    ["the same delegate, afterwards", { personId: "delegate" }, "ok"],
    [
      "the same delegate, at the same time",
      { personId: "delegate", validFrom: "2026-11-30" },
      "already-recorded",
    ],
  ])("%s", (_, changes, expected) => {
    expect(decide(changes)).toBe(expected);
  });

  it("a delegation never outlives the mandate of who gives it", () => {
    expect(decide({}, [leaving])).toBe("beyond-own-mandate");
    expect(decide({ validUntil: "2026-12-15" }, [leaving])).toBe("ok");
    expect(decide({ role: "acting-head" }, [leaving], "officer")).toBe("ok");
  });

  it("a school has one interim at a time, and its head is not their own", () => {
    const acting = { role: "acting-head", validFrom: day } as const;
    expect(decide(acting, [head, interim], "officer")).toBe("other-interim");
    expect(decide({ ...acting, validFrom: "2026-12-01" }, [head, interim], "officer")).toBe("ok");
    expect(decide({ ...acting, personId: "head" }, [head], "officer")).toBe("already-head");
    expect(
      decide({ ...acting, personId: "head" }, [{ ...head, validUntil: "2026-11-21" }], "o"),
    ).toBe("ok");
    expect(decide({ personId: "head" }, [head, interim], "interim")).toBe("already-head");
  });
});

describe("ending a mandate", () => {
  const end = (mandate: Mandate, lastDay: string | null, mandates = [head, given, interim]) => {
    const decision = decideEnd(mandate, mandates, { day, lastDay });
    return decision.ok ? decision.withIt.map(({ id }) => id) : decision.reason;
  };

  it.each<[string, Mandate, string | null, unknown]>([
    ["a delegation, at once", given, null, []],
    ["a delegation, today at night", given, day, []],
    ["on a day gone by", given, "2026-11-21", "last-day-passed"],
    ["later than its end", given, "2026-12-01", "later-than-end"],
    ["an ended one", { ...given, validUntil: "2026-11-21" }, null, "already-ended"],
    ["one to come", { ...given, validFrom: "2026-11-25" }, null, []],
    ["a head, at once: what they gave falls", head, null, ["m-delegate"]],
    ["a head, before the delegation's end", head, "2026-11-29", ["m-delegate"]],
    ["a head, on the delegation's last day", head, "2026-11-30", []],
    ["an interim: the head's delegations stay", interim, null, []],
  ])("%s", (_, mandate, lastDay, expected) => {
    expect(end(mandate, lastDay)).toEqual(expected);
  });
});

describe("who could sign as head today", () => {
  const open = (mandate: Mandate, hasPassword = true) => ({ ...mandate, hasPassword });
  it.each<[string, ReturnType<typeof open>[], string]>([
    ["no mandate", [], "nobody"],
    ["a delegate alone", [open(given)], "nobody"],
    ["a head who never opened the account", [open(head, false)], "nobody"],
    ["a head who left", [open({ ...head, validUntil: "2026-11-21" })], "nobody"],
    ["a head", [open(head), open(given)], "one"],
    ["an interim alone", [open(interim)], "one"],
    ["a head and a successor invited", [open(head), open({ ...head, id: "2" }, false)], "one"],
    ["two heads", [open(head), open({ ...head, id: "2", personId: "b" })], "several-heads"],
    ["a head beside the interim", [open(head), open(interim)], "head-and-interim"],
    ["an interim to come", [open(head), open({ ...interim, validFrom: "2026-11-23" })], "one"],
  ])("%s", (_, mandates, expected) => {
    expect(headshipOn(mandates, day)).toBe(expected);
  });
});

describe("private mailboxes", () => {
  it.each([
    ["x@gmail.com", true],
    ["x@Orange.FR", true],
    ["x@ac-toulouse.fr", false],
    ["gmail.com@ville.fr", false],
  ])("%s: %s", (address, expected) => {
    expect(isPersonalMail(address)).toBe(expected);
  });
});
