// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { PlanView } from "~/features/allocate-equipment/allocation-view.server";
import { PlanTotals } from "~/features/allocate-equipment/components/plan-summary";

function totalsOf(units: number, leftOut: number): string {
  const summary = {
    schools: units,
    units,
    unitsByLevel: {},
    amountCents: units * 15_000,
    remainderCents: 100,
    leftOut: { schools: leftOut, units: leftOut, amountCents: leftOut * 15_000 },
  };
  const plan: PlanView = {
    id: "plan",
    status: "proposed",
    method: "ranking",
    computedAt: "2026-03-02T09:00:00.000Z",
    envelopeCents: 100_000,
    unitPriceCents: 15_000,
    summaries: { ranking: summary, optimum: summary },
    isOptimumProven: true,
    uncountedSchools: 0,
    changedHands: [],
    lines: [],
    vote: null,
    programmeSlug: null,
  };
  const Component = () => <PlanTotals plan={plan} unit="postes" />;
  const Stub = createRemixStub([{ path: "*", Component }]);
  const { container } = render(<Stub initialEntries={["/dotations"]} />);
  return (container.textContent ?? "").replaceAll("\u00a0", " ");
}

describe("counts with their noun", () => {
  it("are singular below two, zero included", () => {
    expect(totalsOf(0, 1)).toMatch(/0unité \(postes\) attribuée à 0 établissement/);
    expect(totalsOf(0, 1)).toMatch(/1unité \(postes\) que l’enveloppe laisse de côté/);
    expect(totalsOf(0, 1)).toMatch(/1 €reste dans l’enveloppe/);
    expect(totalsOf(2, 3)).toMatch(/2unités \(postes\) attribuées à 2 établissements/);
  });
});
