import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSound } from "~tests/support/fuzz/expect-sound";
import { type Sent, useFuzzHarness } from "~tests/support/fuzz/harness";
import {
  hostileCookie,
  hostileHeaders,
  hostileQuery,
  hostileSegment,
} from "~tests/support/fuzz/hostile";
import { hostLine, malformedRequests, shout } from "~tests/support/fuzz/malformed-requests";
import { fuzz, fuzzTimeout } from "~tests/support/fuzz/runs";
import { type FuzzedRoute, loadRoutes } from "~tests/support/fuzz/server-build";

const harness = useFuzzHarness();
let routes: FuzzedRoute[];

beforeAll(async () => {
  routes = await loadRoutes();
});

/** Words that some page reads in its query, beside those that none reads. */
const queryKeys = [
  "annuler",
  "axe",
  "corriger",
  "departement",
  "droit",
  "envoye",
  "etat",
  "indicateur",
  "ligne",
  "motifs",
  "niveau",
  "ordre",
  "page",
  "q",
  "retour",
  "sens",
  "statut",
  "suite",
  "transmise",
  "tri",
  "vue",
  "inconnue",
];

/** An address of a route: its parameters right, someone else's, or of no sense at all. */
function addressOf(path: string): fc.Arbitrary<string> {
  const { params } = harness.story();
  const known = Object.values(params).flat();
  const parts = path.split("/").map((part) => {
    if (part === "*") return hostileSegment(known);
    if (!part.startsWith(":")) return fc.constant(part);
    const right = params[part.slice(1)] ?? known;
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...right) },
      { weight: 1, arbitrary: fc.constantFrom(...known) },
      { weight: 2, arbitrary: hostileSegment(known) },
    );
  });
  return fc
    .tuple(
      fc.tuple(...parts),
      hostileQuery(queryKeys, known),
      fc.constantFrom("", "", "", "", "", ".data", "/", "?index"),
    )
    .map(([segments, query, suffix]) =>
      suffix === "?index"
        ? `/${segments.join("/")}${suffix}`
        : `/${segments.join("/")}${suffix}${query}`,
    );
}

async function expectSoundAnswer(sent: Sent): Promise<number> {
  const outcome = await harness.attempt(sent);
  expectSound(sent, outcome);
  return outcome.status;
}

describe("addresses", () => {
  it(
    "of every route answer whoever asks, however the address is made",
    async () => {
      const { cookies } = harness.story();
      const asked = fc.constantFrom(...routes).chain(({ path }) =>
        fc.record({
          method: fc.constantFrom(
            "GET",
            "GET",
            "GET",
            "GET",
            "GET",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
          ),
          target: addressOf(path),
          cookie: fc.oneof(
            { weight: 5, arbitrary: fc.constantFrom(...Object.values(cookies)) },
            { weight: 1, arbitrary: hostileCookie },
          ),
          headers: fc.oneof(
            { weight: 2, arbitrary: fc.constant({}) },
            { weight: 1, arbitrary: hostileHeaders },
          ),
        }),
      );
      await fc.assert(
        fc.asyncProperty(asked, async ({ method, target, cookie, headers }) => {
          // A longer request line is refused by the platform before the application: see below.
          fc.pre(target.length < 12_000);
          await expectSoundAnswer({
            method,
            target,
            headers: { ...headers, ...(cookie && { Cookie: cookie }) },
          });
        }),
        fuzz(300),
      );
    },
    fuzzTimeout(300_000),
  );

  it(
    "of pages that only read refuse a form in French",
    async () => {
      const { cookies } = harness.story();
      const addressed = routes.filter(({ module, path }) => !module.action && !path.includes(":"));
      for (const { path } of addressed) {
        const headers = { Origin: harness.origin, Cookie: cookies.administrator ?? "" };
        const status = await expectSoundAnswer({ method: "POST", target: `/${path}`, headers });
        expect(status, path).toBeGreaterThanOrEqual(400);
      }
    },
    fuzzTimeout(),
  );

  // Found by long runs; kept as they were found.
  it.each<[string, string, string, Record<string, string>]>([
    ["a method that the framework cannot represent", "TRACE", "/", {}],
    ["a method of no web page", "PROPFIND", "/campagnes", {}],
    ["a host that makes no address", "GET", "/campagnes", { Host: "http://[::1" }],
    ["a host with a port of no port", "GET", "/", { Host: "jalons.test:99999999999999999999" }],
    ["loader data asked the old way", "GET", "/?_data=routes%2Fhome", {}],
    ["loader data of no route", "GET", "/?_data=inconnue", {}],
    ["a route list without its version", "GET", "/__manifest", {}],
    ["a route list of nothing", "GET", "/__manifest?version=fuzz", {}],
    ["a cookie badly encoded", "GET", "/", { Cookie: "__Host-jalons=%" }],
    ["another site's cookie badly encoded", "GET", "/candidatures", { Cookie: "autre=%E0%A4%A" }],
    ["an expectation of nothing known", "GET", "/", { Expect: "tout" }],
    ["a path that is no UTF-8", "GET", "/campagnes/%E0%A4%A", {}],
    ["a path with a null", "GET", "/campagnes/%00", {}],
    ["a file outside", "GET", "/assets/%2e%2e/%2e%2e/package.json", {}],
  ])("%s", async (_what, method, target, headers) => {
    await expectSoundAnswer({ method, target, headers });
  });

  it.each([
    ["a form whose Host a proxy rewrote", { Host: "127.0.0.1:3000" }],
    ["a form whose Host is nonsense", { Host: "a b" }],
  ])("%s is read as any other", async (_what, headers) => {
    const status = await expectSoundAnswer({
      method: "POST",
      target: "/connexion",
      headers: { ...headers, Origin: harness.origin },
    });
    expect(status).toBe(422);
  });
});

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
