import { beforeAll, describe, expect, it } from "vitest";
import { system } from "~/domain/access/actor";
import { openSession } from "~/features/sign-in/lucia.server";
import { withWork } from "~/http/work.server";
import * as templatePage from "~/routes/mail-template";
import * as templatesPage from "~/routes/mail-templates";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { servePages } from "~tests/support/page-server";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();
const ask = servePages({
  "/gestion/:slug/courriels": templatesPage,
  "/gestion/:slug/courriels/:kind": templatePage,
});
const cookies: Record<string, string> = {};
const list = "/gestion/courriels-pages/courriels";
const page = `${list}/complements-demandes`;

beforeAll(() =>
  withWork(system, async (work) => {
    await insertCampaignDocument(work, buildSmallCampaign({ slug: "courriels-pages" }));
    const everything = { scopeKind: "everything", scopeCode: "" } as const;
    for (const role of ["drane-officer", "dane-officer"] as const) {
      const actor = await insertActor(work, [{ role, ...everything }]);
      cookies[role] = (await openSession(work, actor.personId, null)).split(";")[0] ?? "";
    }
  }),
);

function send(path: string, fields?: Readonly<Record<string, string>>, who = "drane-officer") {
  const headers = { Cookie: cookies[who] ?? "" };
  const post = fields && { method: "POST", body: new URLSearchParams(fields) };
  return ask(new Request(`http://localhost:3000${path}`, { headers, ...post }));
}

describe("the pages of a campaign's mails", () => {
  it("list them, each with its page, for those who manage the campaign", async () => {
    const listed = await send(list);
    expect(await listed.text()).toContain(`href="${page}"`);
    expect((await send(list, undefined, "dane-officer")).status).toBe(403);
    expect((await send("/gestion/inconnue/courriels")).status).toBe(404);
    expect((await send(`${list}/inconnu`)).status).toBe(404);
    expect((await send(`${list}/inconnu`, { intention: "origine" })).status).toBe(404);
  });

  it("show what typed words give without writing them", async () => {
    const typed = {
      version: "0",
      objet: "Essai {{campagne}}",
      texte: "{{echeance}} {{questions}} {{lien}}",
    };
    const seen = await send(page, { ...typed, intention: "apercu" });
    expect(seen.status).toBe(200);
    const text = await seen.text();
    expect(text).toContain("Essai L@bel lycée numérique 2026");
    expect(text).toContain("pas encore enregistrés");
    expect(await (await send(list)).text()).not.toContain("Modifié");
  });

  it("give back what was typed with what to do about it", async () => {
    const typed = { version: "0", objet: "Mon objet", texte: "Sans adresse {{oups}}" };
    for (const intention of ["apercu", "enregistrer"]) {
      const refused = await send(page, { ...typed, intention });
      expect(refused.status).toBe(422);
      const text = await refused.text();
      expect(text).toContain("Sans adresse {{oups}}</textarea>");
      expect(text).toContain("{{oups}} n’existe pas dans ce courriel");
      expect(text).toContain("Ajoutez {{lien}}");
      expect(text).toContain('href="#texte"');
    }
  });

  it("save, refuse a stale version, and go back to the original words", async () => {
    const texte = "{{echeance}}\r\n{{questions}}\r\n{{lien}}";
    const typed = { version: "0", objet: "Objet", texte };
    const saved = await send(page, { ...typed, intention: "enregistrer" });
    expect(saved.headers.get("Location")).toBe(`${page}?fait=enregistre`);
    expect(await (await send(list)).text()).toContain("Modifié");
    const stale = await send(page, { ...typed, objet: "Autre", intention: "enregistrer" });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('value="Autre"');
    const stillOwn = await send(page, { version: "0", intention: "origine" });
    expect(stillOwn.status).toBe(409);
    const reset = await send(page, { version: "1", intention: "origine" });
    expect(reset.headers.get("Location")).toBe(`${page}?fait=origine`);
    expect((await send(page, { intention: "autre" })).status).toBe(422);
  });
});
