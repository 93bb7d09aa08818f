import { describe, expect, it } from "vitest";
import type { Membership } from "~/domain/access/actor";
import {
  decideInvite,
  decideTransfer,
  type FileTeam,
  isSameEntrusting,
  mostInvited,
} from "~/domain/access/file-team";
import { scopeFor } from "~/domain/access/permissions";
import { canWriteSection, isSectionLimited, sectionLimitOf } from "~/domain/access/section-limits";

const clause = (sections?: readonly string[] | null) => ({
  scopeKind: "school" as const,
  scopeCode: "0129901X",
  campaignId: null,
  organisationId: null,
  ...(sections !== undefined && { sections }),
});

describe("what of a file the clauses that reach it let write", () => {
  it.each([
    ["nothing reaches it", [], false, false],
    ["no limit said", [clause()], true, true],
    ["the whole file", [clause(null)], true, true],
    ["one section", [clause(["a"])], true, false],
    ["another section", [clause(["b"])], false, true],
    ["two places, one section each", [clause(["a"]), clause(["b"])], true, true],
    ["one section and the whole file", [clause(["a"]), clause(null)], true, true],
  ] as const)("%s", (_name, clauses, a, b) => {
    const limit = sectionLimitOf(clauses);
    expect([canWriteSection(limit, "a"), canWriteSection(limit, "b")]).toEqual([a, b]);
  });

  it("a scope is limited as soon as one clause is", () => {
    expect(isSectionLimited([clause(), clause(null)])).toBe(false);
    expect(isSectionLimited([clause(), clause(["a"])])).toBe(true);
  });

  it("only writing answers is limited: a member reads the whole file", () => {
    const member: Membership = { ...clause(), role: "school-member", sections: ["a"] };
    const actor = { personId: "p", name: "Essai", memberships: [member] };
    expect(scopeFor(actor, "application.answer")).toMatchObject([{ sections: ["a"] }]);
    expect(scopeFor(actor, "application.read")[0]).not.toHaveProperty("sections");
    expect(scopeFor(actor, "application.manage-team")).toEqual([]);
  });

  it("who manages a team does so for their own applicant's files", () => {
    const head: Membership = { ...clause(), role: "head", sections: null };
    const actor = { personId: "p", name: "Essai", memberships: [head] };
    expect(scopeFor(actor, "application.manage-team")).toMatchObject([
      { files: { asApplicant: true, asCoSignatory: null } },
    ]);
  });
});

const member = (personId: string, sections: readonly string[] | null) => ({
  membershipId: `m-${personId}`,
  personId,
  sections,
});
const team: FileTeam = {
  invited: [member("sophie", ["b"]), member("karim", null)],
  lastingIds: ["head"],
  sectionIds: ["a", "b", "c"],
};
const someone = { personId: "julien", isAccountClosed: false };

describe("inviting to a file", () => {
  const stranger = { personId: null, isAccountClosed: false };
  it.each([
    ["an address without account", stranger, ["a"], { ok: true, isNew: true }],
    ["an account, the whole file", someone, null, { ok: true, isNew: true }],
    ["no section", stranger, [], { ok: false, reason: "no-section" }],
    ["an unknown section", stranger, ["z"], { ok: false, reason: "unknown-section" }],
    [
      "a closed account",
      { personId: "x", isAccountClosed: true },
      null,
      { ok: false, reason: "account-closed" },
    ],
    [
      "somebody who is there every year",
      { ...someone, personId: "head" },
      ["a"],
      { ok: false, reason: "already-lasting" },
    ],
    ["the same twice", { ...someone, personId: "sophie" }, ["b"], { ok: true, isNew: false }],
    [
      "the same person for more",
      { ...someone, personId: "sophie" },
      ["b", "c"],
      { ok: false, reason: "already-invited" },
    ],
  ] as const)("%s", (_name, candidate, sections, expected) => {
    expect(decideInvite(candidate, sections, team)).toEqual(expected);
  });

  it("takes the last place, and none after", () => {
    const full = (count: number): FileTeam => ({
      ...team,
      invited: Array.from({ length: count }, (_, rank) => member(`p${rank}`, null)),
    });
    expect(decideInvite(someone, null, full(mostInvited - 1))).toEqual({ ok: true, isNew: true });
    expect(decideInvite(someone, null, full(mostInvited))).toEqual({
      ok: false,
      reason: "team-full",
    });
  });
});

describe("handing over", () => {
  const from = member("sophie", ["b"]);
  it.each([
    ["somebody new", someone, ["b"]],
    ["a member with the whole file", { ...someone, personId: "karim" }, null],
  ] as const)("to %s", (_name, candidate, sections) => {
    expect(decideTransfer(from, candidate, team)).toMatchObject({ ok: true, sections });
  });

  it("adds to what the other has, in the order of the questionnaire", () => {
    const two = { ...team, invited: [from, member("julien", ["c", "a"])] };
    expect(decideTransfer(from, someone, two)).toMatchObject({
      ok: true,
      sections: ["a", "b", "c"],
    });
  });

  it.each([
    ["oneself", { ...someone, personId: "sophie" }, "same-person"],
    ["a closed account", { ...someone, isAccountClosed: true }, "account-closed"],
    ["the head", { ...someone, personId: "head" }, "already-lasting"],
  ] as const)("not to %s", (_name, candidate, reason) => {
    expect(decideTransfer(from, candidate, team)).toEqual({ ok: false, reason });
  });

  it("same sections whatever their order", () => {
    expect(isSameEntrusting(["a", "b"], ["b", "a"])).toBe(true);
    expect(isSameEntrusting(["a"], ["a", "b"])).toBe(false);
    expect(isSameEntrusting(null, ["a"])).toBe(false);
    expect(isSameEntrusting(null, null)).toBe(true);
  });
});
