import { describe, expect, it } from "vitest";
import type { Scope } from "~/domain/access/permissions";
import {
  type ExportRequest,
  exportActOf,
  isStillCovered,
  placesOf,
  requestText,
  standingOf,
} from "~/domain/export/request";
import type { ExportState } from "~/domain/export/vocabulary";

const clause = (
  scopeKind: Scope[number]["scopeKind"],
  scopeCode: string,
  campaignId: string | null = null,
) => ({
  scopeKind,
  scopeCode,
  campaignId,
  organisationId: null,
});
const request: ExportRequest = {
  campaignId: "c",
  kind: "csv",
  scope: placesOf([clause("academie", "16")], "c"),
  filter: {
    view: "submitted",
    words: ["b", "a"],
    departement: null,
    status: null,
    declaredLevel: null,
  },
};

describe("what two requests share", () => {
  it("is their places in that campaign, in any order and once", () => {
    const one = placesOf(
      [clause("departement", "12"), clause("academie", "16"), clause("departement", "12")],
      "c",
    );
    const other = placesOf(
      [clause("academie", "16", "c"), clause("departement", "12"), clause("academie", "11", "d")],
      "c",
    );
    expect(one).toEqual(other);
    expect(placesOf([clause("academie", "16", "d")], "c")).toEqual([]);
    expect(placesOf([clause("everything", ""), clause("academie", "16")], "c")).toHaveLength(1);
  });

  it("is their words in any order, but not another form or filter", () => {
    const { filter } = request;
    expect(requestText({ ...request, filter: { ...filter, words: ["a", "b", "a"] } })).toBe(
      requestText(request),
    );
    expect(requestText({ ...request, kind: "ods" })).not.toBe(requestText(request));
    expect(requestText({ ...request, filter: { ...filter, declaredLevel: 0 } })).not.toBe(
      requestText(request),
    );
  });

  it.each([
    ["the same place", [clause("academie", "16")], true],
    ["the same place for this campaign", [clause("academie", "16", "c")], true],
    ["less", [clause("departement", "12")], false],
    ["more", [clause("academie", "16"), clause("academie", "11")], false],
    ["another campaign", [clause("academie", "16", "d")], false],
  ])("opens the file to %s: %s", (_what, scope, isOpen) => {
    expect(isStillCovered(request, scope)).toBe(isOpen);
  });
});

describe("where an export stands", () => {
  const now = new Date("2026-03-27T12:00:00Z");
  const row = (state: ExportState, more: object = {}) => ({
    state,
    sha256: null,
    stopAskedAt: null,
    expiresAt: null,
    ...more,
  });
  const ready = { sha256: "a", expiresAt: new Date(now.getTime() + 1) };
  it.each([
    [row("waiting"), "waiting", "stop"],
    [row("running"), "running", "stop"],
    [row("running", { stopAskedAt: now }), "stopping", null],
    [row("ready", ready), "ready", "delete"],
    [row("ready", { ...ready, expiresAt: now }), "expired", "delete"],
    [row("ready", { ...ready, sha256: null }), "expired", "delete"],
    [row("failed"), "failed", "delete"],
    [row("cancelled"), "cancelled", "delete"],
  ] as const)("%j is %s, and lets one %s", (given, standing, act) => {
    expect(standingOf(given, now)).toBe(standing);
    expect(exportActOf(standing)).toBe(act);
  });
});
