import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, it } from "vitest";
import { hotEndpoints } from "~/http/hot-endpoints.server";
import routes from "~/routes";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();

/** Addresses that anyone may open or post to; every other one must ask who is there. */
const publicPaths = new Set([
  "",
  "accessibilite",
  "affichage",
  "avis/:token",
  "campagnes",
  "campagnes/:slug",
  "campagnes/:slug/grille",
  "campagnes/:slug/resultats",
  "campagnes/:slug/resultats.csv",
  "composants",
  "connexion",
  "courriels",
  "deconnexion",
  "donnees-personnelles",
  "lien/:token",
  "mentions-legales",
  "mot-de-passe-oublie",
  "plan-du-site",
  "sante",
  "tableau-de-bord",
  "tableau-de-bord/donnees.csv",
  "verifier",
  "verifier/:number",
  "*",
]);

const someId = "6f1f2c3e-0d1b-4a5c-9e8f-0a1b2c3d4e5f";

type Handler = (args: {
  request: Request;
  params: Record<string, string>;
  context: Record<never, never>;
}) => unknown;
type RouteModule = { loader?: Handler; action?: Handler };

const modules = import.meta.glob<RouteModule>("/app/routes/*.{ts,tsx}");

function pathOf(entry: RouteConfigEntry): string {
  return entry.path ?? "";
}

/** What a visitor without a session gets from one handler: a status, and where they are sent. */
async function answerTo(handler: Handler, path: string, method: "GET" | "POST") {
  const address = path.replace(/:(\w+)/g, someId);
  const params = Object.fromEntries(
    [...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, someId]),
  );
  const request = new Request(`http://localhost/${address}`, {
    method,
    ...(method === "POST" && { body: new FormData() }),
  });
  try {
    return await handler({ request, params: params as Record<string, string>, context: {} });
  } catch (thrown) {
    return thrown;
  }
}

describe("every route asks who is there", () => {
  const guarded = (routes as RouteConfigEntry[]).filter((entry) => !publicPaths.has(pathOf(entry)));

  it("knows each public address", () => {
    const paths = (routes as RouteConfigEntry[]).map(pathOf);
    const unused = [...publicPaths].filter(
      (path) => !paths.includes(path) && path !== "lien/:token" && path !== "mot-de-passe-oublie",
    );
    expect(unused).toEqual([]);
    expect(guarded.length).toBeGreaterThan(15);
  });

  for (const entry of guarded) {
    it(`/${pathOf(entry)} sends a visitor to sign in, and back`, async () => {
      const module = await modules[`/app/${entry.file}`]?.();
      const handlers: [Handler | undefined, "GET" | "POST"][] = [
        [module?.loader, "GET"],
        [module?.action, "POST"],
      ];
      expect(handlers.some(([handler]) => handler)).toBe(true);
      for (const [handler, method] of handlers) {
        if (!handler) continue;
        const answer = await answerTo(handler, pathOf(entry), method);
        expect(answer).toBeInstanceOf(Response);
        const { status, headers } = answer as Response;
        // 401 for what a script calls; 404 for an address that has nothing to read, whoever asks.
        if (status === 401 || status === 404) continue;
        expect(status).toBe(302);
        expect(headers.get("Location")).toMatch(/^\/connexion\?retour=/);
      }
    });
  }
});

describe("every hot endpoint asks who is there", () => {
  for (const endpoint of hotEndpoints) {
    it(`${endpoint.method} ${endpoint.pattern.source} refuses a visitor`, async () => {
      const answer = await endpoint.answer(
        { method: endpoint.method, path: "/", cookie: undefined, body: {} },
        [someId, "question"],
      );
      expect(answer.status).toBe(401);
    });
  }
});
