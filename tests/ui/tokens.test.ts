import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { colours, contrast, contrasts, tokensCss } from "~/ui/theme/tokens";

describe("tokens", () => {
  it("writes the committed stylesheet", () => {
    const written = readFileSync(new URL("../../app/ui/theme/tokens.css", import.meta.url), "utf8");
    expect(written, "run `npx tsx app/ui/theme/write-tokens.ts`").toBe(tokensCss());
  });

  it("measures contrast as WCAG does", () => {
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
  });

  it.each(contrasts)("%s on %s has at least %s : 1, light and dark", (front, back, least) => {
    expect(contrast(colours[front][0], colours[back][0])).toBeGreaterThanOrEqual(least);
    expect(contrast(colours[front][1], colours[back][1])).toBeGreaterThanOrEqual(least);
  });

  it.each([0, 1] as const)("keeps the map classes apart (theme %s)", (theme) => {
    const classes = (["seq1", "seq2", "seq3", "seq4", "seq5"] as const).map(
      (name) => colours[name][theme],
    );
    for (let i = 1; i < classes.length; i++) {
      expect(contrast(classes[i] ?? "", classes[i - 1] ?? "")).toBeGreaterThanOrEqual(1.3);
    }
  });
});
