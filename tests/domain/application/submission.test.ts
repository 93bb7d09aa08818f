import { describe, expect, it } from "vitest";
import type { Membership } from "~/domain/access/actor";
import {
  missingSignatures,
  signableSlots,
  signatureSlots,
} from "~/domain/application/co-signatures";
import {
  isApplicantOfAll,
  possibleApplicantsOf,
  submittingRole,
} from "~/domain/application/legal-applicant";
import { rankOfReceipt, receiptNumber, receiptPrefix } from "~/domain/application/receipt-number";
import { weakestAxisOf } from "~/domain/application/snapshot";
import { blockersOf, type SubmissionState } from "~/domain/application/submission-rules";

const held = (
  role: Membership["role"],
  scopeKind: Membership["scopeKind"],
  scopeCode: string,
  campaignId: string | null = null,
): Membership => ({ role, scopeKind, scopeCode, campaignId, organisationId: null, sections: null });

describe("who may submit", () => {
  const school = { kind: "school", code: "0129901X" } as const;
  const commune = { kind: "commune", code: "12145" } as const;
  const head = held("head", "school", "0129901X");
  it.each([
    ["the head of the school", [head], ["head"], school, "head"],
    [
      "the acting head where only the head is named",
      [held("acting-head", "school", "0129901X")],
      ["head"],
      school,
      undefined,
    ],
    [
      "a recorded delegate",
      [held("delegate", "school", "0129901X")],
      ["head", "delegate"],
      school,
      "delegate",
    ],
    [
      "the head of another school",
      [held("head", "school", "0129902Y")],
      ["head"],
      school,
      undefined,
    ],
    [
      "a head over a whole département",
      [held("head", "departement", "12")],
      ["head"],
      school,
      undefined,
    ],
    [
      "a head for another campaign",
      [held("head", "school", "0129901X", "autre")],
      ["head"],
      school,
      undefined,
    ],
    [
      "a head for this campaign",
      [held("head", "school", "0129901X", "celle-ci")],
      ["head"],
      school,
      "head",
    ],
    ["a teacher", [held("school-member", "school", "0129901X")], ["head"], school, undefined],
    ["the mayor of the commune", [held("mayor", "commune", "12145")], ["mayor"], commune, "mayor"],
    ["the mayor, for a school", [held("mayor", "commune", "12145")], ["mayor"], school, undefined],
    ["the head, in a call to communes", [head], ["mayor"], school, undefined],
  ] as const)("%s", (_case, memberships, roles, applicant, expected) => {
    expect(submittingRole(memberships, roles, "celle-ci", applicant)).toBe(expected);
  });

  it("begins with whoever belongs to the applicant, a delegate included", () => {
    const delegate = held("delegate", "school", "0129901X");
    const teacher = held("school-member", "school", "0129901X");
    expect(possibleApplicantsOf([delegate], ["head"], "celle-ci")).toEqual([school]);
    expect(possibleApplicantsOf([delegate], ["mayor"], "celle-ci")).toEqual([]);
    expect(possibleApplicantsOf([teacher], ["head"], "celle-ci")).toEqual([]);
  });

  it("applies for its own schools only", () => {
    const here = { uai: "0129901X", communeCode: "12145", epciSiren: "241200567" };
    const elsewhere = { uai: "0129902Y", communeCode: "12202", epciSiren: null };
    expect(isApplicantOfAll(school, [here])).toBe(true);
    expect(isApplicantOfAll(school, [here, elsewhere])).toBe(false);
    expect(isApplicantOfAll(commune, [here])).toBe(true);
    expect(isApplicantOfAll(commune, [here, elsewhere])).toBe(false);
    expect(isApplicantOfAll({ kind: "epci", code: "241200567" }, [here])).toBe(true);
    expect(isApplicantOfAll({ kind: "epci", code: "241200567" }, [elsewhere])).toBe(false);
  });
});

describe("co-signatures", () => {
  const slots = signatureSlots(
    [
      { role: "school-director", required: true, per: "school" },
      { role: "ien", required: true, per: "application" },
      { role: "local-authority", required: false, per: "application" },
    ],
    ["0129901X", "0129902Y"],
  );
  it("are asked once for each school, or once for the application", () => {
    expect(slots.map(({ role, uai }) => [role, uai])).toEqual([
      ["school-director", "0129901X"],
      ["school-director", "0129902Y"],
      ["ien", ""],
      ["local-authority", ""],
    ]);
  });

  it("are missing while they are required and not given", () => {
    const given = [{ role: "school-director", uai: "0129902Y" }];
    expect(missingSignatures(slots, given)).toEqual([slots[0], slots[2]]);
    expect(missingSignatures(slots, slots)).toEqual([]);
  });

  it("are given by whoever covers the school, not twice", () => {
    const coveredBy = { "school-director": ["0129901X"], ien: ["0129902Y"] };
    expect(signableSlots(slots, [], coveredBy)).toEqual([slots[0], slots[2]]);
    expect(signableSlots(slots, [{ role: "ien", uai: "" }], coveredBy)).toEqual([slots[0]]);
    expect(signableSlots(slots, [], {})).toEqual([]);
  });
});

describe("what keeps from submitting", () => {
  const ready: SubmissionState = {
    time: { ok: true },
    isLegalApplicant: true,
    isComplete: true,
    missingSignatureCount: 0,
    isDeclared: true,
  };
  it.each([
    [{}, []],
    [{ time: { ok: false, reason: "deadline-passed" } }, ["deadline-passed"]],
    [{ isLegalApplicant: false }, ["not-legal-applicant"]],
    [{ isComplete: false }, ["incomplete"]],
    [{ missingSignatureCount: 1 }, ["signature-missing"]],
    [{ isDeclared: false }, ["not-declared"]],
    [
      { time: { ok: false, reason: "withdrawn" }, isComplete: false, isDeclared: false },
      ["withdrawn", "incomplete", "not-declared"],
    ],
  ] satisfies [Partial<SubmissionState>, string[]][])("%j", (change, blockers) => {
    expect(blockersOf({ ...ready, ...change })).toEqual(blockers);
  });
});

describe("receipt numbers", () => {
  it.each([
    ["label-lycee-numerique-2026", "LLN-2026"],
    ["enir-2026", "ENIR-2026"],
    ["contrat-ecole-2026-2028", "CE-2026-2028"],
    ["ecoles", "ECOLES"],
    ["2026", "2026"],
  ])("of %s begin with %s", (slug, prefix) => {
    expect(receiptPrefix(slug)).toBe(prefix);
  });

  it("count on from the last one", () => {
    expect(receiptNumber("LLN-2026", 1)).toBe("LLN-2026-0001");
    expect(receiptNumber("LLN-2026", 12_345)).toBe("LLN-2026-12345");
    expect(rankOfReceipt("LLN-2026-0041")).toBe(41);
    expect(rankOfReceipt("LLN-2026-12345")).toBe(12_345);
    expect(rankOfReceipt("")).toBe(0);
  });
});

describe("the weakest axis", () => {
  const document = {
    axes: ["un", "deux", "trois"].map((id) => ({ id, title: id, short: id, weight: 1 })),
  };
  const axis = (score: number | null) => ({ points: 0, max: 0, score });
  it.each([
    [[50, 40, 60], "deux"],
    [[40, 40, 60], "un"],
    [[null, 90, 80], "trois"],
    [[null, null, null], null],
  ] as const)("of %j is %s", ([un, deux, trois], expected) => {
    const axes = { un: axis(un), deux: axis(deux), trois: axis(trois) };
    expect(weakestAxisOf(document, axes)).toBe(expected);
  });
});
