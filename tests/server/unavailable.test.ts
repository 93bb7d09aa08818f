import { PGlite } from "@electric-sql/pglite";
import { beforeAll, describe, expect, it } from "vitest";
import { readEnvironment } from "~/env.server";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { installRuntime } from "~/http/runtime.server";
import * as section from "~/routes/application-section";
import * as dashboard from "~/routes/dashboard";
import * as health from "~/routes/health";
import * as home from "~/routes/home";
import * as signIn from "~/routes/sign-in";
import { type Database, fromPglite, openServer } from "~db/client.server";
import { journalKey } from "~tests/support/database";
import { servePages } from "~tests/support/page-server";

const ask = servePages({
  "/": home,
  "/connexion": signIn,
  "/tableau-de-bord": dashboard,
  "/sante": health,
  "/candidatures/:id/section/:sectionId": section,
});
const origin = "http://localhost:3000";
const get = (path: string) => ask(new Request(`${origin}${path}`));

/** Both ways for a database to be away. */
const aways: Readonly<Record<string, () => Promise<Database>>> = {
  "moteur embarqué fermé": async () => {
    const client = await PGlite.create();
    await client.close();
    return fromPglite(client);
  },
  "serveur injoignable": async () => openServer("postgres://personne@127.0.0.1:1/rien"),
};

describe.each(Object.entries(aways))("while the database is away (%s)", (_way, open) => {
  beforeAll(async () => {
    installRuntime({
      env: readEnvironment({ NODE_ENV: "test" }),
      database: await open(),
      journalKey,
      guard: undefined,
      stop: async () => undefined,
    });
  });

  it.each(["/", "/connexion", "/tableau-de-bord", "/candidatures/x/section/y"])(
    "the page %s says so in French, when to come back, and that nothing is lost",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(503);
      expect(response.headers.get("Retry-After")).toBe("10");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      const text = await response.text();
      expect(text).toContain("Le service est momentanément indisponible");
      expect(text).toContain("Rien de ce qui était enregistré n’est perdu.");
      expect(text).toContain(`href="${path}"`);
    },
  );

  it("the data that a page's script asks for says the same", async () => {
    const response = await get("/connexion.data");
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("10");
  });

  it("the health address is 503", async () => {
    const response = await get("/sante");
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "10"]);
  });

  it("a hot endpoint answers JSON, which the browser's queue takes for a wait", async () => {
    expect(
      await answerHotRequest({
        method: "PUT",
        path: "/candidatures/x/reponses/y",
        cookie: "__Host-jalons=essai",
        body: { value: "x", version: 0 },
      }),
    ).toMatchObject({
      status: 503,
      headers: { "Retry-After": "10" },
      body: { message: expect.stringContaining("Rien de ce qui était enregistré n’est perdu.") },
    });
  });

  it("a form sent without JavaScript comes back whole, ready to be sent again", async () => {
    const body = new FormData();
    body.append("q.projet", "Une webradio <b>écrite</b> par les élèves de seconde.");
    body.append("q.publics", "eleves");
    body.append("q.publics", "parents");
    body.append("suite", "oui");
    body.append("piece", new File(["contenu"], "preuve.pdf"));
    const response = await ask(
      new Request(`${origin}/candidatures/x/section/y?suite=1`, { method: "POST", body }),
    );
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("10");
    const page = await response.text();
    expect(page).toContain('action="/candidatures/x/section/y?suite=1"');
    expect(page).toContain(
      'name="q.projet" value="Une webradio &lt;b&gt;écrite&lt;/b&gt; par les élèves de seconde."',
    );
    expect(page).toContain('name="q.publics" value="eleves"');
    expect(page).toContain('name="q.publics" value="parents"');
    expect(page).toContain("Les fichiers joints seront à choisir de nouveau.");
    expect(page).not.toContain("<script");
  });

  it("never gives back a password", async () => {
    const body = new URLSearchParams({ email: "a@exemple.fr", password: "phrase-secrète" });
    const response = await ask(new Request(`${origin}/connexion`, { method: "POST", body }));
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("phrase-secrète");
  });
});
