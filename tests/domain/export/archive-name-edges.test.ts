import { describe, expect, it } from "vitest";
import { safeName, uniqueNames } from "~/domain/export/archive-names";

describe("the names of an archive", () => {
  it("are never cut inside a character", () => {
    // At one parity or the other the limit falls between the halves of a pair.
    for (const start of ["a", "aa"]) {
      const name = safeName(`${start}${"😀".repeat(60)}.pdf`);
      expect(Buffer.from(name).toString()).toBe(name);
    }
  });

  it("are told apart in their own folder, whatever its name", () => {
    const names = uniqueNames();
    const path = "12 Aveyron/0120012Y Lycée/2.4 Charte/pdf";
    expect([names(path), names(path)]).toEqual([path, `${path} (2)`]);
  });
});
