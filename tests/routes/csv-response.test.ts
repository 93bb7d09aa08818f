import { describe, expect, it } from "vitest";
import { csvOf, csvResponse } from "~/http/csv-response.server";

describe("csv", () => {
  it("writes the mark, semicolons, French decimals and quoted cells", () => {
    expect(
      csvOf(
        ["a", "b"],
        [
          ["x;y", 1.5],
          ['dit "oui"', null],
        ],
      ),
    ).toBe('\uFEFFa;b\r\n"x;y";1,5\r\n"dit ""oui""";\r\n');
  });
  it.each(["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1"])("disarms the formula %j", (text) => {
    expect(csvOf(["a"], [[text]])).toContain(`'${text}`);
  });
  it("leaves numbers alone, negative ones too", () => {
    expect(csvOf(["a"], [[-2.5]])).toContain("\n-2,5\r\n");
  });
  it("names the file without anything that a header could trip on", async () => {
    const response = csvResponse('é"\r\nx.csv', { header: ["a"], rows: [] });
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="----x.csv"');
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  });
});
