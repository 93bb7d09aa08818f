import { describe, expect, it } from "vitest";
import { z } from "zod";
import { frenchIssue } from "~/domain/campaign/french-issues";

const schema = z.object({
  none: z.array(z.string()).max(0),
  one: z.array(z.string()).max(1),
  several: z.array(z.string()).min(2),
});

describe("frenchIssue", () => {
  it("puts nouns in the plural from two on only", () => {
    const parsed = schema.safeParse(
      { none: ["a"], one: ["a", "b"], several: [] },
      { error: frenchIssue },
    );
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      "au plus 0 élément attendu",
      "au plus 1 élément attendu",
      "au moins 2 éléments attendus",
    ]);
  });
});
