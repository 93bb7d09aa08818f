import { describe, expect, it } from "vitest";
import { ownerStanding } from "~/domain/rollout/owner-standing";

const elsewhere = {
  ok: false,
  other: { owner: { kind: "departement", code: "46" }, since: "2026-09-01" },
} as const;

describe("ownerStanding", () => {
  it.each([
    [{ isVoted: false, ordered: 0 }, "set-aside"],
    [{ isVoted: false, ordered: 1 }, "started"],
    [{ isVoted: true, ordered: 0 }, "voted"],
    [{ isVoted: true, ordered: 1 }, "voted"],
  ] as const)("another collectivité's, %j → %s", (line, standing) => {
    expect(ownerStanding(line, elsewhere)).toBe(standing);
  });

  it.each(["own", "aid", "no-collectivite", "unknown"] as const)("%s → clear", (because) => {
    for (const isVoted of [true, false]) {
      expect(ownerStanding({ isVoted, ordered: 0 }, { ok: true, because })).toBe("clear");
    }
  });
});
