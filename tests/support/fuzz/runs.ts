import type fc from "fast-check";

const asked = Number(process.env.FUZZ_RUNS);
/** Fixed in the ordinary suite, so that it says the same twice; a long run draws a new one. */
const ordinarySeed = 20_260_101;

/**
 * How many trials, and from what seed: `ordinary` of them in the suite, FUZZ_RUNS of them when that is
 * set. FUZZ_SEED runs again what a failure printed.
 */
export function fuzz(ordinary: number): fc.Parameters<unknown> {
  const isLong = Number.isInteger(asked) && asked > 0;
  const seed = process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : undefined;
  return {
    numRuns: isLong ? asked : ordinary,
    ...(seed !== undefined ? { seed } : isLong ? {} : { seed: ordinarySeed }),
  };
}

/** Time allowed to a test of `ordinary` trials, in milliseconds; a long run takes what it needs. */
export function fuzzTimeout(ordinary = 60_000): number {
  return asked > 0 ? Math.max(ordinary, asked * 1_000) : ordinary;
}
