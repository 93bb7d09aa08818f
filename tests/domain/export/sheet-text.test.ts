import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayCell, numberCell, textCell } from "~/domain/export/cells";
import { csvLine } from "~/domain/export/csv";
import { isFormulaStart, sheetText } from "~/domain/export/sheet-text";
import { odsRow } from "~/features/export-applications/ods-xml";

describe("a text in a sheet", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+33 5 61", "'+33 5 61"],
    ["-12", "'-12"],
    ["@SOMME(A1)", "'@SOMME(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\u0000=1", "'=1"],
    ["＝1+1", "'＝1+1"],
    ["a=1", "a=1"],
    ["un\r\ndeux", "un\ndeux"],
    ["", ""],
  ])("%j is written %j", (given, written) => {
    expect(sheetText(given)).toBe(written);
  });

  it("never begins a formula, whatever the text, and changes nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = sheetText(text);
        expect(isFormulaStart(written)).toBe(false);
        expect(sheetText(written)).toBe(written);
      }),
    );
  });
});

describe("a line of CSV", () => {
  it("writes each type as French spreadsheets read it", () => {
    const cells = [
      textCell("a;b"),
      textCell('dit « "oui" »'),
      numberCell(-12.5),
      dayCell("2026-03-27"),
      { type: "instant", local: "2026-03-27T18:00:00" } as const,
      { type: "boolean", is: false } as const,
      null,
    ];
    expect(csvLine(cells)).toBe(
      '"a;b";"dit « ""oui"" »";-12,5;2026-03-27;2026-03-27 18:00:00;Non;\r\n',
    );
  });

  it("gives every number back, negative ones included", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const written = csvLine([numberCell(number)]).trimEnd();
        expect(Number(written.replace(",", "."))).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  it("has no cell for what is not a number, and a text for what is not a day", () => {
    expect(numberCell(Number.NaN)).toBeNull();
    expect(numberCell(undefined)).toBeNull();
    expect(dayCell("2026-02-30")).toEqual({ type: "text", text: "2026-02-30" });
  });
});

describe("a row of ODS", () => {
  it("counts empty cells and keeps lines, tabs and spaces", () => {
    const row = odsRow([null, null, textCell("a  b\n<c>\td"), numberCell(-3.5), null]);
    expect(row).toBe(
      '<table:table-row><table:table-cell table:number-columns-repeated="2"/>' +
        '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>&lt;c&gt;<text:tab/>d</text:p></table:table-cell>' +
        '<table:table-cell office:value-type="float" office:value="-3.5"><text:p>-3,5</text:p></table:table-cell>' +
        "<table:table-cell/></table:table-row>\n",
    );
  });
});
