import { describe, expect, it } from "vitest";
import { canEditAnswers, canSubmit } from "~/domain/campaign/application";
import {
  campaignPhase,
  closesInclusive,
  parisInstant,
  parisLocal,
} from "~/domain/campaign/calendar";
import { isInPerimeter, perimeterRefusals } from "~/domain/campaign/perimeter";
import { campaignTransitions, moveCampaign } from "~/domain/campaign/status";
import { campaignStatuses } from "~/domain/campaign/vocabulary";
import { accept, buildDocumentJson } from "./build-document";

const at = (iso: string) => new Date(iso);
const campaign = {
  status: "open",
  opensAt: parisInstant("2026-01-12T08:00:00"),
  closesAt: parisInstant("2026-03-27T18:00:00"),
} as const;

describe("instants of Paris", () => {
  it.each([
    ["2026-03-27T18:00:00", "2026-03-27T17:00:00.000Z"],
    ["2026-03-30T18:00:00", "2026-03-30T16:00:00.000Z"],
    ["2026-10-24T12:00:00", "2026-10-24T10:00:00.000Z"],
    ["2026-10-26T12:00:00", "2026-10-26T11:00:00.000Z"],
  ])("%s is %s", (local, instant) => {
    expect(parisInstant(local).toISOString()).toBe(instant);
    expect(parisLocal(at(instant))).toBe(local);
  });

  it("a deadline takes its whole last second", () => {
    const end = closesInclusive({
      opensAt: "2026-01-12T08:00:00",
      closesAt: "2026-03-27T18:00:00",
    });
    expect(end.toISOString()).toBe("2026-03-27T17:00:01.000Z");
  });
});

describe("phase and submission around the two dates", () => {
  it.each([
    ["2026-01-12T06:59:59.999Z", "announced", "not-open-yet", false],
    ["2026-01-12T07:00:00.000Z", "open", undefined, true],
    ["2026-03-27T17:00:00.000Z", "open", undefined, true],
    ["2026-03-27T17:00:00.999Z", "open", undefined, true],
    ["2026-03-27T17:00:01.000Z", "closed", "deadline-passed", true],
  ])("at %s: %s, %s", (now, phase, refusal, isEditable) => {
    expect(campaignPhase(campaign, at(now))).toBe(phase);
    const decision = canSubmit({ status: "draft" }, campaign, at(now));
    expect(decision.ok ? undefined : decision.reason).toBe(refusal);
    expect(canEditAnswers({ status: "draft" }, campaign, at(now)).ok).toBe(isEditable);
  });

  it("an extension holds to its own second, and never shortens", () => {
    const late = { status: "draft", extendedUntil: at("2026-04-03T16:00:00Z") } as const;
    expect(canSubmit(late, campaign, at("2026-04-03T16:00:00.999Z")).ok).toBe(true);
    expect(canSubmit(late, campaign, at("2026-04-03T16:00:01Z")).ok).toBe(false);
    const early = { status: "draft", extendedUntil: at("2026-02-01T00:00:00Z") } as const;
    expect(canSubmit(early, campaign, at("2026-03-27T17:00:00Z")).ok).toBe(true);
  });

  it.each([
    ["submitted", "already-submitted"],
    ["decided", "already-submitted"],
    ["withdrawn", "withdrawn"],
  ] as const)("a %s application is not submitted again", (status, reason) => {
    expect(canSubmit({ status }, campaign, at("2026-02-01T00:00:00Z"))).toEqual({
      ok: false,
      reason,
    });
  });
});

describe("transitions", () => {
  it("are closed over their statuses, and end somewhere", () => {
    for (const status of campaignStatuses)
      for (const to of campaignTransitions[status]) expect(campaignStatuses).toContain(to);
  });

  it("examination closes only after the deadline", () => {
    expect(moveCampaign(campaign, "examined", at("2026-03-27T17:00:00.999Z"))).toEqual({
      ok: false,
      reason: "still-open",
    });
    expect(moveCampaign(campaign, "examined", at("2026-03-27T17:00:01Z")).ok).toBe(true);
    expect(moveCampaign(campaign, "draft", at("2026-03-27T17:00:01Z"))).toEqual({
      ok: false,
      reason: "unknown-transition",
    });
  });
});

describe("perimeter", () => {
  const document = accept(
    buildDocumentJson({
      perimeter: {
        kinds: ["ecole"],
        sectors: ["public"],
        maxCommunePopulation: 2000,
        maxUrbanUnitPopulation: 5000,
        when: { ne: [{ school: "educationPriority" }, "rep-plus"] },
      },
    }),
  );
  const school = {
    kind: "ecole",
    sector: "public",
    open: true,
    communePopulation: 2000,
    educationPriority: "none",
  } as const;
  it.each([
    [{}, []],
    [{ communePopulation: 2001 }, ["commune-population"]],
    [{ communePopulation: undefined }, ["commune-population"]],
    [{ urbanUnitPopulation: 5000 }, []],
    [{ urbanUnitPopulation: 5001 }, ["urban-unit-population"]],
    [{ kind: "college" as const }, ["kind"]],
    [{ sector: undefined }, ["sector"]],
    [{ open: undefined }, ["closed"]],
    [{ educationPriority: "rep-plus" as const }, ["condition"]],
    [{ educationPriority: undefined }, ["condition"]],
  ])("%j", (change, refusals) => {
    const changed = { ...school, ...change };
    expect(perimeterRefusals(document.perimeter, changed)).toEqual(refusals);
    expect(isInPerimeter(document, changed)).toBe(refusals.length === 0);
  });
});
