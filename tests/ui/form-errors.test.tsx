// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { FormErrors } from "~/ui/components/form-errors";
import { DepartementFilter, placeFilterLabel } from "~/ui/components/list-filters";

afterEach(cleanup);

describe("the errors of a refused form", () => {
  const page = (errors: Record<string, string> | undefined) => (
    <>
      <FormErrors errors={errors} title="Rien n’est enregistré" />
      <input id="number" />
    </>
  );

  it("are linked to their fields, and nothing without error", () => {
    const { container, rerender } = render(page(undefined));
    expect(container.querySelector("[role=alert]")).toBeNull();
    rerender(page({ number: "Indiquez le numéro." }));
    const link = container.querySelector("[role=alert] a");
    expect([link?.getAttribute("href"), link?.textContent]).toEqual([
      "#number",
      "Indiquez le numéro.",
    ]);
  });

  it("take the focus at each refusal, even one with as many errors, and leave it otherwise", () => {
    const first = { number: "Indiquez le numéro." };
    const { container, rerender } = render(page(first));
    const summary = container.querySelector("[role=alert]");
    expect(document.activeElement).toBe(summary);
    container.querySelector("input")?.focus();
    rerender(page(first));
    expect(document.activeElement).toBe(container.querySelector("input"));
    rerender(page({ number: "Indiquez un numéro en chiffres." }));
    expect(document.activeElement).toBe(summary);
  });
});

describe("the filter of départements", () => {
  const departements = [
    { code: "12", name: "Aveyron" },
    { code: "31", name: "Haute-Garonne" },
  ];

  it("says how many there are, and which is chosen", () => {
    const { container } = render(<DepartementFilter departements={departements} chosen="31" />);
    const select = container.querySelector("select");
    expect(select?.value).toBe("31");
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      "Tous (2)",
      "12 Aveyron",
      "31 Haute-Garonne",
    ]);
  });

  it("names a département of the list, and gives the code of another", () => {
    expect(placeFilterLabel(departements, "12")).toBe("12 Aveyron");
    expect(placeFilterLabel(departements, "99")).toBe("99");
  });
});
