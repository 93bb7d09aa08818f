import { describe, expect, it } from "vitest";
import { applicationStatuses } from "~/domain/application/vocabulary";
import { labelValidity } from "~/domain/jury/label-validity";
import {
  canPublish,
  decidesUpon,
  faultyActs,
  obstacleOf,
  type PublicationFile,
  tallyOf,
} from "~/domain/jury/publication";

const ready: PublicationFile = { status: "proposed", proposedLevel: 2 };
const refusal = (overrides: Partial<Parameters<typeof canPublish>[0]>) => {
  const check = canPublish({ publishedAt: null, isOpen: false, files: [ready], ...overrides });
  return check.ok ? null : check.reason;
};

describe("canPublish", () => {
  it.each([
    ["everything ready", {}, null],
    ["support is a proposal", { files: [{ status: "proposed", proposedLevel: 0 }] }, null],
    ["still open", { isOpen: true }, "campaign-open"],
    ["twice", { publishedAt: new Date(0) }, "already-published"],
    ["no file", { files: [] }, "nothing-to-decide"],
    ["drafts only", { files: [{ status: "draft", proposedLevel: null }] }, "nothing-to-decide"],
    ["a draft aside", { files: [ready, { status: "draft", proposedLevel: null }] }, null],
    [
      "a withdrawn one aside",
      { files: [ready, { status: "withdrawn", proposedLevel: null }] },
      null,
    ],
    [
      "one submitted",
      { files: [ready, { status: "submitted", proposedLevel: null }] },
      "files-not-ready",
    ],
    [
      "one examined",
      { files: [ready, { status: "examined", proposedLevel: null }] },
      "files-not-ready",
    ],
  ] as const)("%s", (_name, overrides, expected) => {
    expect(refusal(overrides)).toBe(expected);
  });

  it.each(applicationStatuses)("names what a file at status %s lacks", (status) => {
    const expected: Partial<Record<typeof status, string>> = {
      submitted: "not-examined",
      "under-examination": "not-examined",
      examined: "no-proposal",
      proposed: "no-proposal",
      decided: "no-proposal",
    };
    expect(obstacleOf({ status, proposedLevel: null })).toBe(expected[status] ?? null);
  });
});

type Authority = Parameters<typeof faultyActs>[0][number];

const authority = (
  id: string,
  actKinds: Authority["actKinds"],
  appliesTo: Authority["appliesTo"] = {},
): Authority => ({ id, actKinds, appliesTo });

describe("deciding authorities", () => {
  const rector = authority("rectorat", ["arrete"], { academies: ["16"] });
  const draaf = authority("draaf", ["arrete"], { ministries: ["agriculture"] });
  const region = authority("region", ["deliberation", "arrete"]);
  const authorities = [rector, draaf, region];
  const toulouse = { ministry: "education", academie: "16" } as const;
  const act = (authorityId: string, kind: "arrete" | "deliberation" = "arrete") => ({
    authorityId,
    kind,
  });

  it("decides upon the schools that its lists hold", () => {
    expect(decidesUpon(rector, toulouse)).toBe(true);
    expect(decidesUpon(rector, { ...toulouse, academie: "11" })).toBe(false);
    expect(decidesUpon(rector, { ministry: "education" })).toBe(false);
    expect(decidesUpon(draaf, toulouse)).toBe(false);
    expect(decidesUpon(draaf, { ministry: "agriculture", academie: "11" })).toBe(true);
    expect(decidesUpon(region, {})).toBe(true);
  });

  it.each([
    ["each concerned one signs", [act("rectorat"), act("region", "deliberation")], []],
    ["one that decides upon none may sign", [act("rectorat"), act("region"), act("draaf")], []],
    ["one is missing", [act("rectorat")], ["region"]],
    ["a kind it does not take", [act("rectorat", "deliberation"), act("region")], ["rectorat"]],
    ["one signs twice", [act("rectorat"), act("region"), act("region")], ["region"]],
    ["a stranger signs", [act("rectorat"), act("region"), act("maire")], ["maire"]],
  ])("%s", (_name, acts, expected) => {
    expect(faultyActs(authorities, [toulouse], acts)).toEqual(expected);
  });
});

describe("tallyOf", () => {
  it("counts files by level, highest first, drafts left out", () => {
    const file = (proposedLevel: number | null): PublicationFile => ({
      status: proposedLevel === null ? "draft" : "proposed",
      proposedLevel,
    });
    expect(tallyOf([0, 3, 1, null, 3].map(file))).toBe("3:2 1:1 0:1");
  });
});

describe("labelValidity", () => {
  it.each([
    ["2026-06-18", 2, "2028-08-31"],
    ["2026-01-01", 1, "2027-08-31"],
    ["2026-08-31", 1, "2027-08-31"],
    ["2026-09-01", 1, "2027-08-31"],
    ["2026-12-31", 3, "2029-08-31"],
  ])("published on %s for %s years: until %s", (day, years, validUntil) => {
    expect(labelValidity(day, years)).toEqual({ validFrom: day, validUntil });
  });

  it("lasts one school year when the campaign states none", () => {
    expect(labelValidity("2026-06-18").validUntil).toBe("2027-08-31");
  });
});
