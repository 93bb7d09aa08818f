// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { render as mount } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { OwnerPage } from "~/features/school-directory/components/owner-page";
import { SchoolListPage } from "~/features/school-directory/components/school-list-page";
import { readSchoolListQuery } from "~/features/school-directory/schemas";
import type { SchoolOwnerView } from "~/features/school-directory/school-owner-view.server";

function render(element: ReactElement): string {
  const Stub = createRemixStub([{ path: "*", Component: () => element }]);
  const { container, unmount } = mount(<Stub initialEntries={["/etablissements"]} />);
  const html = container.innerHTML;
  unmount();
  return html;
}

const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);

const owner: SchoolOwnerView = {
  uai: "0120001A",
  name: "Lycée Aliénor-Vidal",
  communeName: "Millau",
  today: "2026-03-02",
  mark: "2026-01-10=region:76",
  lines: [
    {
      validFrom: "2026-02-01",
      validTo: null,
      owner: "Aveyron (département)",
      source: "Délibération n° 12",
      isDecision: true,
      isCurrent: true,
    },
  ],
  candidates: [{ value: "region:76", label: "Occitanie (région)" }],
  writes: [],
};

const states: [string, ReactElement, RegExp][] = [
  [
    "the form",
    <OwnerPage key="f" view={owner} answer={undefined} cancelling={null} done={null} />,
    /name="proprietaire"/,
  ],
  [
    "a refused form, typed values kept",
    <OwnerPage
      key="r"
      view={owner}
      answer={{
        step: "form",
        errors: { source: "Indiquez l’acte." },
        values: { depuis: "2026-09-01" },
      }}
      cancelling={null}
      done={null}
    />,
    /href="#source"[\s\S]+value="2026-09-01"/,
  ],
  [
    "the confirmation",
    <OwnerPage
      key="c"
      view={owner}
      answer={{
        step: "confirm",
        errors: {},
        values: { depuis: "2026-09-01", source: "Acte" },
        chosen: "Occitanie (région)",
      }}
      cancelling={null}
      done={null}
    />,
    /value="enregistrer"/,
  ],
  [
    "a cancellation",
    <OwnerPage key="a" view={owner} answer={undefined} cancelling="2026-02-01" done={null} />,
    /name="motif"/,
  ],
  [
    "a cancellation of nothing",
    <OwnerPage key="n" view={owner} answer={undefined} cancelling="1999-01-01" done="cancelled" />,
    /La décision est annulée/,
  ],
];

describe("the page of the owner", () => {
  it.each(states)("shows %s, each id once and no inline style", (_title, element, expected) => {
    const html = render(element);
    expect(html).toMatch(expected);
    expect(html).not.toMatch(/\sstyle="/);
    const ids = idsOf(html);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of html.matchAll(/\s(?:for|aria-describedby)="([^"]+)"/g)) {
      for (const id of target?.split(" ") ?? []) expect(ids).toContain(id);
    }
  });
});

describe("the list of schools", () => {
  const view = (text: string, total: number) => ({
    query: readSchoolListQuery(new URLSearchParams(text)),
    counts: { total, matching: 0, departements: [{ code: "12", name: "Aveyron" }] },
    rows: [],
    page: 1,
    pageCount: 1,
    pageSize: 50,
  });

  it("says what an empty list means, and keeps the filters in its links", () => {
    expect(render(<SchoolListPage view={view("", 0)} />)).toContain(
      "Aucun établissement dans votre périmètre",
    );
    const html = render(<SchoolListPage view={view("q=vidal&departement=12&type=lycee", 6)} />);
    expect(html).toContain("Aucun établissement ne correspond");
    expect(html).toContain('href="/etablissements?departement=12&amp;type=lycee"');
    expect(html).toContain('href="/etablissements?q=vidal&amp;type=lycee"');
  });
});
