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
  "fait",
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
