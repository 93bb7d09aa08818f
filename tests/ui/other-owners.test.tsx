// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import type { PlanView } from "~/features/allocate-equipment/allocation-view.server";
import { PlanTotals } from "~/features/allocate-equipment/components/plan-summary";
import { ChangedHands, SetAside } from "~/features/track-rollout/components/other-owners";
import type { StandingLine } from "~/features/track-rollout/owner-standings.server";
import type { RolloutLine, RolloutView } from "~/features/track-rollout/rollout-view.server";

function shown(element: ReactElement): { text: string; links: (string | null)[] } {
  const Stub = createRemixStub([{ path: "*", Component: () => element }]);
  const { container, unmount } = render(<Stub initialEntries={["/"]} />);
  const text = (container.textContent ?? "").replaceAll("\u00a0", " ");
  const links = [...container.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  unmount();
  return { text, links };
}

const none = { schools: 0, planned: 0, ordered: 0, delivered: 0, installed: 0 };
const line = (id: string, standing: StandingLine["standing"]): RolloutLine => ({
  ...{ id, uai: "0460001A", schoolName: `Collège ${id}`, communeName: "Cahors", planned: 15 },
  ...{ ordered: 0, delivered: 0, installed: 0, dueOn: null, lastDeliveredOn: null },
  ...{ state: "to-order", daysLate: 0 },
  otherOwner: { standing, name: "Occitanie (région)", since: "2026-09-01" },
});
const view = (lines: Partial<RolloutView>): RolloutView => ({
  ...{ slug: "colleges-46", title: "Chariots", unit: "tablette", ownerName: "Lot" },
  today: "2026-10-15",
  query: { search: "", state: null, sort: "school", isDescending: false, page: 1 },
  ...{ changedHands: [], setAside: [], late: [], lines: [], pageCount: 1, firstShown: 0 },
  totals: { ...none, lateSchools: 0, lateUnits: 0 },
  filteredTotals: { ...none, lateSchools: 0, lateUnits: 0 },
  stateCounts: {
    ...{ late: 0, "to-order": 0, "partly-ordered": 0, ordered: 0 },
    ...{ "partly-delivered": 0, delivered: 0, installing: 0, installed: 0 },
  },
  mayRecord: true,
  ...lines,
});

describe("the page of a programme", () => {
  it.each([
    ["voted", /La dotation adoptée n’est pas modifiée/],
    ["started", /Le déploiement commencé se poursuit/],
  ] as const)("warns of what was %s, school by school", (standing, advice) => {
    const lines = [line("A", standing), line("B", standing)];
    const { text, links } = shown(<ChangedHands view={view({ changedHands: lines })} />);
    expect(text).toMatch(advice);
    expect(text).toContain("Collège A, Cahors : Occitanie (région), depuis le 1er septembre 2026");
    expect(links).toEqual(["/deploiement/colleges-46/A", "/deploiement/colleges-46/B"]);
  });

  it("says why schools are set aside, and nothing when none is", () => {
    const { text, links } = shown(<SetAside view={view({ setAside: [line("A", "set-aside")] })} />);
    expect(text).toMatch(/^Mis de côté1 établissement.*ne comptent pas/);
    expect(links).toEqual(["/deploiement/colleges-46/A"]);
    expect(shown(<SetAside view={view({})} />).text).toBe("");
    expect(shown(<ChangedHands view={view({})} />).text).toBe("");
  });
});

describe("the page of a proposal", () => {
  const summary = {
    ...{ schools: 1, units: 1, unitsByLevel: {}, amountCents: 100, remainderCents: 0 },
    leftOut: { schools: 0, units: 0, amountCents: 0 },
  };
  const plan: PlanView = {
    ...{ id: "plan", status: "proposed", method: "ranking", isOptimumProven: true },
    computedAt: "2026-03-02T09:00:00.000Z",
    ...{ envelopeCents: 100, unitPriceCents: 100, lines: [], vote: null, programmeSlug: null },
    summaries: { ranking: summary, optimum: summary },
    uncountedSchools: 2,
    changedHands: [
      {
        uai: "0120001A",
        name: "Lycée A",
        other: { name: "Lot (département)", since: "2026-03-01" },
      },
    ],
  };

  it("asks for a new computation when a school served has changed hands", () => {
    const { text } = shown(<PlanTotals plan={plan} unit="postes" />);
    expect(text).toMatch(/2 établissements hors du partage/);
    expect(text).toMatch(
      /Calculez de nouveau avant le vote.*Lycée A : Lot \(département\), depuis/,
    );
    const still = shown(<PlanTotals plan={{ ...plan, changedHands: [] }} unit="postes" />);
    expect(still.text).not.toMatch(/Calculez de nouveau/);
  });
});
