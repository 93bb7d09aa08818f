import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectSound } from "~tests/support/fuzz/expect-sound";
import { type Sent, useFuzzHarness } from "~tests/support/fuzz/harness";
import { hostileSegment } from "~tests/support/fuzz/hostile";
import { hostLine, malformedRequests, shout } from "~tests/support/fuzz/malformed-requests";
import { fuzz, fuzzTimeout } from "~tests/support/fuzz/runs";

const harness = useFuzzHarness();

async function expectSoundAnswer(sent: Sent): Promise<number> {
  const outcome = await harness.attempt(sent);
  expectSound(sent, outcome);
  return outcome.status;
}

describe("JSON", () => {
  it(
    "of any shape is refused with a French message, and what was saved stays",
    async () => {
      const { cookies, draftId, params } = harness.story();
      const questions = [
        "projet",
        "eleves",
        "intitule",
        "debit",
        "budget",
        "part",
        "debut",
        "rythme",
        "membres",
        "frequence",
        "services",
        "actions",
        "preuve",
        "partenaire",
        "commune",
        "moitie-du-budget",
        "rappel",
      ];
      const known = Object.values(params).flat();
      const value = fc.oneof(
        fc.jsonValue({ maxDepth: 6 }),
        fc.constantFrom<unknown>(
          "\ud800",
          "a\0b",
          { "\0": 1 },
          [["a"]],
          "x".repeat(100_000),
          1e308,
          -0,
          [1, [2]],
          { a: { b: {} } },
        ),
      );
      const body = fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .record({
              value,
              version: fc.oneof(
                fc.constantFrom<unknown>(0, 1, 2, -1, 1.5, 2 ** 53, "1", null),
                fc.integer(),
              ),
            })
            .map((json) => JSON.stringify(json)),
        },
        { weight: 2, arbitrary: fc.json({ maxDepth: 12 }) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            "",
            "{",
            "null",
            '{"value":1e400,"version":0}',
            '{"__proto__":{"version":0},"value":1}',
            '{"value":"\\ud800","version":0}',
            "[".repeat(20_000),
            "\0",
          ),
        },
      );
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.values(cookies)),
          fc.oneof(fc.constantFrom(...questions), hostileSegment(known)),
          fc.oneof(
            { weight: 4, arbitrary: fc.constant(draftId) },
            { weight: 1, arbitrary: hostileSegment(known) },
          ),
          body,
          fc.constantFrom(
            "application/json",
            "application/json",
            "application/json",
            "application/json; charset=utf-7",
            "text/plain",
            "multipart/form-data",
          ),
          fc.constantFrom("PUT", "PUT", "PUT", "PUT", "POST", "DELETE", "GET"),
          async (cookie, question, id, text, type, method) => {
            fc.pre(question.length + id.length < 12_000);
            await expectSoundAnswer({
              method,
              target: `/api/candidatures/${id}/reponses/${question}`,
              headers: { Cookie: cookie, "Content-Type": type, Origin: harness.origin },
              body: Buffer.from(text),
            });
          },
        ),
        fuzz(250),
      );
    },
    fuzzTimeout(120_000),
  );

  it(
    "places are searched for any text",
    async () => {
      const { cookies, params } = harness.story();
      const known = Object.values(params).flat();
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom("communes", "etablissements", "candidatures", "inconnue"),
          hostileSegment(known),
          async (kind, text) => {
            fc.pre(text.length < 12_000);
            const headers = { Cookie: cookies.head ?? "" };
            await expectSoundAnswer({ method: "GET", target: `/api/${kind}/${text}`, headers });
          },
        ),
        fuzz(60),
      );
    },
    fuzzTimeout(),
  );
});

describe("bytes that are no request", () => {
  const expectRefused = async (bytes: Buffer) => {
    const answer = await shout(harness.port(), bytes);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 400);
    expect(
      status,
      `${bytes.subarray(0, 200).toString("latin1")}\n${answer.slice(0, 300)}`,
    ).toBeLessThan(500);
    expect(answer).not.toMatch(/node_modules|\n\s+at /);
    return { status, answer };
  };

  it.each(malformedRequests)("%s: a refusal or a closed connection", async (_what, text) => {
    await expectRefused(Buffer.from(text, "utf8"));
  });

  it("says in French what to do about an address or cookies too long", async () => {
    const { status, answer } = await expectRefused(
      Buffer.from(`GET / HTTP/1.1\r\n${hostLine}Cookie: ${"a".repeat(40_000)}\r\n\r\n`),
    );
    expect(status).toBe(431);
    expect(answer).toContain("Effacez les cookies de ce site");
  });

  it(
    "whatever they are, leave the server standing",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
            fc
              .array(fc.string({ unit: "binary", maxLength: 30 }), { maxLength: 5 })
              .map((lines) =>
                Buffer.from(`GET / HTTP/1.1\r\n${hostLine}${lines.join("\r\n")}\r\n\r\n`),
              ),
          ),
          async (bytes) => {
            await expectRefused(bytes);
          },
        ),
        fuzz(40),
      );
      expect(await expectSoundAnswer({ method: "GET", target: "/connexion", headers: {} })).toBe(
        200,
      );
    },
    fuzzTimeout(),
  );
});
