import { describe, expect, it } from "vitest";
import { decideInvitation, isInvited } from "~/domain/access/invitation";

const school = {
  isInScope: true,
  isOpen: true,
  kind: "lycee",
  address: "ce.x@ac-toulouse.fr",
  hasHead: false,
  isWaiting: false,
  isAccountClosed: false,
} as const;

describe("invitation of a head", () => {
  it.each([
    [{}, "invite"],
    [{ isWaiting: true }, "invite-again"],
    [{ kind: "college" }, "invite"],
    [{ kind: "erea" }, "invite"],
    [{ kind: "ecole" }, "not-a-school"],
    [{ kind: "service-administratif" }, "not-a-school"],
    [{ isOpen: false }, "closed"],
    [{ hasHead: true, isWaiting: true }, "has-head"],
    [{ address: null }, "no-address"],
    [{ isAccountClosed: true }, "account-closed"],
    [{ isInScope: false, isOpen: false, hasHead: true }, "out-of-scope"],
  ] as const)("%j is %s", (change, outcome) => {
    expect(decideInvitation({ ...school, ...change })).toBe(outcome);
    expect(isInvited(outcome)).toBe(outcome.startsWith("invite"));
  });
  it("knows when a UAI is not in the directory", () => {
    expect(decideInvitation(undefined)).toBe("unknown");
  });
});
