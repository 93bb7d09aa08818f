import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureOfCounts, figureTogether } from "~/domain/indicator/figure";
import { poolRates, sumCounts } from "~/domain/indicator/pool-rates";
import {
  isRateOf,
  printedDecimals,
  sharedTotals,
  totalsBehind,
} from "~/domain/indicator/published-rate";

const part = (numerator: number | null, denominator: number | null) => ({ numerator, denominator });

describe("poolRates", () => {
  it("divides summed numerators by summed denominators", () => {
    expect(poolRates([part(1, 2), part(9, 98)])).toEqual({
      ok: true,
      numerator: 10,
      denominator: 100,
      ratio: 0.1,
    });
  });
  it.each([
    ["nothing to pool", [], "nothing"],
    ["a total of zero", [part(0, 0)], "nothing"],
    ["a missing denominator", [part(1, 2), part(3, null)], "counts-missing"],
    ["a missing numerator", [part(null, 2)], "counts-missing"],
  ] as const)("refuses %s", (_case, parts, reason) => {
    expect(poolRates(parts)).toEqual({ ok: false, reason });
  });
  it("is not the mean of the rates unless the denominators are equal", () => {
    const counts = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 51, max: 500 }));
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), (list) => {
        const pooled = poolRates(
          list.map(([numerator, denominator]) => ({ numerator, denominator })),
        );
        if (!pooled.ok) return false;
        const rates = list.map(([numerator, denominator]) => numerator / denominator);
        return (
          pooled.ratio >= Math.min(...rates) - 1e-12 && pooled.ratio <= Math.max(...rates) + 1e-12
        );
      }),
    );
    const pooled = poolRates([part(1, 2), part(0, 8)]);
    expect(pooled.ok && pooled.ratio).toBe(0.1);
  });
});

describe("published vectors", () => {
  it("402 écoles at 16.9 % and 535 at 22.5 % share a total between 2,373 and 2,383", () => {
    const detr = totalsBehind(402, 16.9);
    const together = totalsBehind(535, 22.5);
    expect(sharedTotals([detr, together])).toEqual({ min: 2373, max: 2383 });
    expect(402 + 133).toBe(535);
    for (const total of [2373, 2383]) {
      expect([isRateOf(16.9, 402, total), isRateOf(22.5, 535, total)]).toEqual([true, true]);
    }
    for (const total of [2372, 2384]) {
      expect(isRateOf(16.9, 402, total) && isRateOf(22.5, 535, total)).toBe(false);
    }
  });
  it("eight département counts make 74", () => {
    expect(sumCounts([5, 11, 14, 6, 8, 8, 22, 0])).toBe(74);
    expect(sumCounts([5, null, 14])).toBeNull();
    expect(sumCounts([])).toBeNull();
  });
  it("gives no rate to the académie from the eight ENT percentages alone", () => {
    const rates = [15.95, 60.16, 13, 27.23, 60, 34, 43, 26.32].map((value) => ({
      numerator: null,
      denominator: null,
      value,
      basis: "published" as const,
    }));
    expect(figureTogether("percent", rates)).toMatchObject({ value: null, basis: "not-poolable" });
  });
  it("contradictory rates share no total", () => {
    expect(sharedTotals([totalsBehind(402, 16.9), totalsBehind(535, 90)])).toBeNull();
    expect(totalsBehind(0, 10)).toBeNull();
  });
});

describe("printedDecimals", () => {
  it.each([
    [22, 0],
    [16.9, 1],
    [60.16, 2],
    [0.1 + 0.2, 1],
  ])("%d has %d", (value, decimals) => expect(printedDecimals(value)).toBe(decimals));
});

describe("figures", () => {
  it("says why there is none", () => {
    expect(figureOfCounts("percent", part(0, 0)).basis).toBe("not-communicated");
    expect(figureTogether("count", []).basis).toBe("not-communicated");
    const known = figureOfCounts("count", part(3, 4));
    const unknown = figureTogether("count", []);
    expect(figureTogether("count", [known, unknown]).basis).toBe("not-poolable");
    expect(figureTogether("count", [known, known])).toMatchObject({ value: 6, denominator: 8 });
  });
});
