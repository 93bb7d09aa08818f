import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeName, uniqueNames } from "~/domain/export/archive-names";
import { exportFileName } from "~/domain/export/file-name";

describe("a name in an archive", () => {
  it.each([
    ["projet.pdf", "projet.pdf"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["plan:1?.pdf", "plan_1_.pdf"],
    ["CON.txt", "_CON.txt"],
    ["fin. ", "fin"],
    ["", "sans nom"],
    ["..", "sans nom"],
    ["a\u202egnp.pdf", "a_gnp.pdf"],
    [`${"x".repeat(200)}.pdf`, `${"x".repeat(76)}.pdf`],
  ])("%j becomes %j", (given, safe) => {
    expect(safeName(given)).toBe(safe);
  });

  it("never leads out of its folder, and is never too long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[/\\<>:"|?*\p{Cc}]|^\.|[. ]$/u);
        expect(safe.length).toBeGreaterThan(0);
        expect(safe.length).toBeLessThanOrEqual(81);
      }),
    );
  });

  it("is given once, whatever the case", () => {
    const unique = uniqueNames();
    const given = ["plan.pdf", "Plan.PDF", "plan.pdf", "plan", "plan"].map(unique);
    expect(given).toEqual(["plan.pdf", "Plan (2).PDF", "plan (3).pdf", "plan", "plan (2)"]);
  });

  it("is the day of Paris for the export itself", () => {
    const night = new Date("2026-03-27T23:30:00Z");
    expect(exportFileName("label-2026", "ods", night)).toBe(
      "candidatures-label-2026-2026-03-28.ods",
    );
    expect(exportFileName("label-2026", "zip", night)).toBe("fichiers-label-2026-2026-03-28.zip");
  });
});
