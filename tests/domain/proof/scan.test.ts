import { describe, expect, it } from "vitest";
import { countsAsProof, mayBeSent, stateOnDeposit } from "~/domain/proof/scan";
import type { ScanState } from "~/domain/proof/vocabulary";

describe("what the antivirus says of a file", () => {
  it.each<[ScanState, boolean, boolean]>([
    ["waiting", false, true],
    ["clear", true, true],
    ["infected", false, false],
    ["unscanned", true, true],
  ])("%s: may be sent %s, counts as a proof %s", (scan, isSent, counts) => {
    expect(mayBeSent(scan)).toBe(isSent);
    expect(countsAsProof({ scan })).toBe(counts);
  });

  it.each<[ScanState | undefined, boolean, ScanState]>([
    [undefined, true, "waiting"],
    [undefined, false, "unscanned"],
    ["unscanned", true, "waiting"],
    ["unscanned", false, "unscanned"],
    ["waiting", true, "waiting"],
    ["waiting", false, "waiting"],
    ["clear", true, "clear"],
    ["clear", false, "clear"],
    ["infected", true, "infected"],
    ["infected", false, "infected"],
  ])("known as %s, deposited with an antivirus %s: %s", (known, isScanned, state) => {
    expect(stateOnDeposit(known, isScanned)).toBe(state);
  });
});
