import { afterEach, beforeEach, vi } from "vitest";

/** A test that prints an unexpected `console.error` fails, whatever its assertions say. */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock?.calls ?? [];
  vi.restoreAllMocks();
  if (calls.length > 0) {
    throw new Error(`console.error inattendu : ${calls.map((call) => call.join(" ")).join(" | ")}`);
  }
});
