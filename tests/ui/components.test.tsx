// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { render as mount } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { RadioGroup } from "~/ui/components/choice-field";
import { type Column, DataTable } from "~/ui/components/data-table";
import { ErrorSummary } from "~/ui/components/error-summary";
import { LevelMark } from "~/ui/components/level-mark";
import { classOf, labelPoint, ringsOf, shapes } from "~/ui/components/map-geometry";
import { nameLines } from "~/ui/components/map-shape";
import { MatrixField } from "~/ui/components/matrix-field";
import { shownPages } from "~/ui/components/pagination";
import { twoLines } from "~/ui/components/radar";
import { TextField } from "~/ui/components/text-field";
import { Specimen } from "~/ui/specimen";

/** The markup without its container, as the server would write it. */
function render(element: ReactElement): string {
  const Stub = createRemixStub([{ path: "*", Component: () => element }]);
  const { container, unmount } = mount(<Stub initialEntries={["/composants"]} />);
  const html = container.innerHTML;
  unmount();
  return html;
}

describe("the specimen", () => {
  const html = render(<Specimen />);

  it("has no inline style: the policy forbids them", () => {
    expect(html).not.toMatch(/\sstyle="/);
  });

  it("gives each id once", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("points labels, errors and descriptions at what exists", () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
    const pointed = [
      ...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"/g),
    ]
      .flatMap((match) => (match[1] ?? "").split(" "))
      .concat(
        [...html.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)/g)].map(
          (match) => match[1] ?? match[2] ?? "",
        ),
      );
    expect(pointed.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("never breaks a line before French punctuation", () => {
    const text = html.replace(/&nbsp;/g, "\u00a0").replace(/<[^>]+>/g, "\n");
    expect([...text.matchAll(/.{0,20} [:;?!%€»].{0,5}|«[ ]/g)].map((match) => match[0])).toEqual(
      [],
    );
  });
});

describe("fields", () => {
  it("ties the error to the control and keeps what was typed", () => {
    const html = render(
      <TextField name="nom" label="Nom" defaultValue="Lycée" error="Indiquez le nom." />,
    );
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="nom-message"');
    expect(html).toContain('value="Lycée"');
    expect(html).toContain("fr-input-group--error");
  });

  it("lands an error link on the first choice of a group", () => {
    const html = render(
      <RadioGroup
        name="q"
        label="Question"
        choices={[
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ]}
        defaultValue="b"
      />,
    );
    expect(html).toMatch(/<input[^>]*id="q"[^>]*value="a"/);
    expect(html).toMatch(
      /<input[^>]*id="q-2"[^>]*checked=""[^>]*value="b"|<input[^>]*id="q-2"[^>]*value="b"[^>]*checked=""/,
    );
  });

  it("writes every anchor word of a matrix in every row", () => {
    const html = render(
      <MatrixField
        name="m"
        label="M"
        rows={[
          { value: "r1", label: "R1" },
          { value: "r2", label: "R2" },
        ]}
        columns={[
          { value: "c", label: "Jamais" },
          { value: "d", label: "Souvent" },
        ]}
        defaultValue={{ r2: "d" }}
      />,
    );
    expect(html.match(/Souvent/g)).toHaveLength(3);
    expect(html).toContain('name="m.r2"');
    expect(html.match(/checked=""/g)).toHaveLength(1);
  });

  it("says nothing without error", () => {
    expect(render(<ErrorSummary errors={[]} />)).toBe("");
    expect(render(<ErrorSummary errors={[{ fieldId: "q", message: "Choisissez." }]} />)).toContain(
      'href="#q"',
    );
  });
});

describe("tables and marks", () => {
  const columns: Column<{ name: string; score: number }>[] = [
    {
      key: "name",
      header: "Nom",
      cell: (row) => row.name,
      sort: { to: "?tri=nom", direction: "asc" },
    },
    { key: "score", header: "Score", cell: (row) => row.score, align: "right" },
  ];

  it("sorts by links and heads its rows", () => {
    const html = render(
      <DataTable
        caption="Noms"
        columns={columns}
        rows={[{ name: "A", score: 1 }]}
        rowKey={(row) => row.name}
      />,
    );
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain("?tri=nom");
    expect(html).toMatch(/<th scope="row"[^>]*>.*A.*<\/th>/);
    expect(html).toContain('data-label="Score"');
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 3],
    [3, 6],
  ] as const)("fills level %s with %s blocks", (level, blocks) => {
    expect(render(<LevelMark level={level} />).match(/jl-level__on/g) ?? []).toHaveLength(blocks);
  });

  it("keeps first, last and neighbouring pages", () => {
    expect(shownPages(1, 1)).toEqual([1]);
    expect(shownPages(2, 6)).toEqual([1, 2, 3, "gap-after", 6]);
    expect(shownPages(5, 9)).toEqual([1, "gap-before", 4, 5, 6, "gap-after", 9]);
  });
});

describe("the map", () => {
  it("knows the 96 départements, and labels each inside its box", () => {
    expect(shapes.size).toBe(96);
    for (const shape of shapes.values()) {
      const points = ringsOf(shape.path).flat();
      expect(points.every((point) => Number.isFinite(point.x) && Number.isFinite(point.y))).toBe(
        true,
      );
      const at = labelPoint(shape);
      expect(at.x).toBeGreaterThan(Math.min(...points.map((point) => point.x)));
      expect(at.x).toBeLessThan(Math.max(...points.map((point) => point.x)));
    }
  });

  it("classes a value at and around each bound", () => {
    const bounds = [0.2, 0.35, 0.5, 0.65];
    expect(
      [0, 0.1999, 0.2, 0.35, 0.4999, 0.5, 0.65, 1].map((value) => classOf(value, bounds)),
    ).toEqual([1, 1, 2, 3, 3, 4, 5, 5]);
    expect(classOf(null, bounds)).toBeNull();
  });

  it("breaks long names", () => {
    expect(nameLines("Lot")).toEqual(["Lot"]);
    expect(nameLines("Tarn-et-Garonne")).toEqual(["Tarn-et-", "Garonne"]);
    expect(twoLines("Cadre de confiance et données")).toEqual(["Cadre de confiance", "et données"]);
  });
});
