import fc from "fast-check";
import { describe, expect, it } from "vitest";
import short from "~db/seed/campaigns/label-court.json";
import { useCommandBench } from "~tests/support/fuzz/command-line";
import { type Json, mutateJson, mutations } from "~tests/support/fuzz/mutate-json";
import { fuzz, fuzzTimeout } from "~tests/support/fuzz/runs";

const bench = useCommandBench();

/** A document as JSON; what is too deep to be written so is another test's. */
function written(document: Json): string {
  try {
    return JSON.stringify(document);
  } catch {
    return fc.pre(false) as never;
  }
}

describe("import campaign", () => {
  it("refuses a condition 10 000 levels deep", async () => {
    const deep = `${'{"not":'.repeat(10_000)}1${"}".repeat(10_000)}`;
    const text = JSON.stringify(short).replace('"title"', `"visibleWhen":${deep},"title"`);
    const { exit } = await bench.run(["import", "campaign", "c.json"], {
      "c.json": Buffer.from(text),
    });
    expect(exit).toBe(1);
  });

  it(
    "stores or refuses a damaged document, and says every fault in French",
    async () => {
      await fc.assert(
        fc.asyncProperty(mutations, async (damages) => {
          const document = mutateJson(
            { ...(short as unknown as { [key: string]: Json }), slug: "essai" },
            damages,
          );
          await bench.run(["import", "campaign", "campagne.json"], {
            "campagne.json": Buffer.from(written(document)),
          });
        }),
        fuzz(60),
      );
    },
    fuzzTimeout(),
  );

  it("refuses bytes that are no JSON", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ maxLength: 60 }).map((text) => Buffer.from(`{"slug":${text}`)),
          fc
            .constantFrom("", "{", "[".repeat(50_000), "nul", '{"a":1}}', "\ufeff{}")
            .map((text) => Buffer.from(text)),
        ),
        async (content) => {
          const { exit } = await bench.run(["import", "campaign", "c.json"], { "c.json": content });
          expect(exit).toBe(1);
        },
      ),
      fuzz(60),
    );
  });
});

describe("score", () => {
  const campaign = { "c.json": Buffer.from(JSON.stringify(short)) };

  it(
    "gives a result or a reason for each line",
    async () => {
      const line = fc.oneof(
        fc
          .record({
            id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
            school: fc.oneof(fc.constant({}), fc.jsonValue({ maxDepth: 3 })),
            answers: fc.oneof(
              fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 4 })),
              fc.jsonValue({ maxDepth: 2 }),
            ),
          })
          .map((json) => JSON.stringify(json)),
        fc.json({ maxDepth: 6 }),
        fc.string({ maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, "")),
        fc.constantFrom(
          "{",
          '{"__proto__":1}',
          "[".repeat(20_000),
          '{"id":"a","answers":{"__proto__":{}}}',
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
          const { stdout } = await bench.run(["score", "c.json", "r.ndjson"], {
            ...campaign,
            "r.ndjson": Buffer.from(lines.join("\n")),
          });
          for (const result of stdout.split("\n").filter(Boolean)) {
            expect(JSON.parse(result)).toHaveProperty("axes");
          }
        }),
        fuzz(80),
      );
    },
    fuzzTimeout(),
  );

  // Found by the test above: a key of no question, where the evaluator kept "" for « none yet ».
  it("leaves an answer without a name aside", async () => {
    const { exit } = await bench.run(["score", "c.json", "r.ndjson"], {
      ...campaign,
      "r.ndjson": Buffer.from('{"id":0,"school":{},"answers":{"":[]}}'),
    });
    expect(exit).toBe(0);
  });

  it("refuses bytes that are no lines", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (content) => {
        await bench.run(["score", "c.json", "r.ndjson"], { ...campaign, "r.ndjson": content });
      }),
      fuzz(40),
    );
  });
});

describe("the command line", () => {
  /** A process never receives U+0000 in its arguments. */
  const word = fc.oneof(
    fc.constantFrom(
      "import",
      "export",
      "campaign",
      "schools",
      "indicators",
      "score",
      "schema",
      "journal",
      "verify",
      "anchor",
      "erase",
      "--anchor",
      "--full",
      "--dry-run",
      "--announce",
      "answers",
      "__proto__",
      "constructor",
      "toString",
      "absent.json",
      ".",
      "..",
      "/",
      "",
      "-1",
      "1",
      "999999999",
      "application",
      "label-lycee-numerique-2026",
      "x".repeat(5_000),
      "c.json",
    ),
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll("\0", "")),
  );

  it(
    "answers any words with a report or one French sentence",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
          fc.pre(!words.includes("-") && !/^https?:/.test(words.join(" ")));
          await bench.run(words, { "c.json": Buffer.from("{}") });
        }),
        fuzz(150),
      );
    },
    fuzzTimeout(),
  );

  it.each([
    [["schema", "__proto__"]],
    [["schema", "constructor"]],
    [["schema", "toString"]],
    [["import", "schools", "."]],
    [["import", "campaign", "."]],
    [["score", "c.json", "."]],
    [["journal", "erase", "application", "x", "1", "motif"]],
    [["journal", "verify", "--anchor", "c.json"]],
    [["import", "indicators", "x".repeat(5_000)]],
  ])("%j is refused", async (words) => {
    const { exit } = await bench.run(words, { "c.json": Buffer.from("{}") });
    expect(exit).toBe(1);
  });
});
