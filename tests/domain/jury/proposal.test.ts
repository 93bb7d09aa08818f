import { describe, expect, it } from "vitest";
import { applicationStatuses } from "~/domain/application/vocabulary";
import { canPropose, type ProposalQuestion } from "~/domain/jury/proposal";

const question = (overrides: Partial<ProposalQuestion> = {}): ProposalQuestion => ({
  status: "examined",
  publishedAt: null,
  scale: "levels",
  computedLevel: 2,
  outcomes: [3, 2, 1, 0],
  level: 2,
  reason: null,
  ...overrides,
});

const refusal = (overrides: Partial<ProposalQuestion>) => {
  const check = canPropose(question(overrides));
  return check.ok ? null : check.reason;
};

describe("canPropose", () => {
  it.each(applicationStatuses)("status %s", (status) => {
    const accepted = status === "examined" || status === "proposed";
    const reason = status === "decided" ? "already-published" : "not-examined";
    expect(refusal({ status })).toBe(accepted ? null : reason);
  });

  it.each([
    // computed, proposed, reason, refusal
    [2, 2, null, null],
    [2, 3, null, "reason-required"],
    [2, 1, "", "reason-required"],
    [2, 0, "   ", "reason-required"],
    [2, 3, "Plan de formation voté.", null],
    [2, 0, "Preuves retirées.", null],
    [0, 0, null, null],
    [0, 1, null, "reason-required"],
    [2, 4, "Hors liste.", "unknown-level"],
    [2, -1, "Hors liste.", "unknown-level"],
  ])("computed %s, proposed %s, reason %j: %s", (computedLevel, level, reason, expected) => {
    expect(refusal({ computedLevel, level, reason })).toBe(expected);
  });

  it.each([
    // without levels: proposed, reason, refusal
    [1, null, null],
    [1, "Projet exemplaire.", null],
    [0, null, "refusal-unexplained"],
    [0, "  ", "refusal-unexplained"],
    [0, "Dépense hors du champ de l’appel.", null],
    [2, "Hors liste.", "unknown-level"],
    [3, "Hors liste.", "unknown-level"],
  ])("retained or not: %s, reason %j: %s", (level, reason, expected) => {
    const call = { scale: "retention", outcomes: [1, 0], computedLevel: 0 } as const;
    expect(refusal({ ...call, level, reason })).toBe(expected);
  });

  it("refuses after publication", () => {
    expect(refusal({ publishedAt: new Date(0) })).toBe("already-published");
  });

  it("knows only the campaign's levels, and support", () => {
    expect(refusal({ outcomes: [1, 0], computedLevel: 3, level: 3 })).toBe("unknown-level");
    expect(refusal({ outcomes: [1, 0], computedLevel: 0, level: 0 })).toBeNull();
  });
});
