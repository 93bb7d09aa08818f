import { expect, type Page, test } from "@playwright/test";
import { demonstrationCampaigns } from "./support/campaigns";
import { expectAccessible } from "./support/pages";
import { type RunningServer, runningServer } from "./support/server";
import { first, linksOf, visiting } from "./support/visit";

/**
 * States that a page takes when it refuses, is empty or waits. Those of the path itself are looked at
 * where the path goes through them (label-path, call-for-projects, autosave).
 */
const { thisYear, lastYear, call } = demonstrationCampaigns;

let server: RunningServer;
let visit: ReturnType<typeof visiting>;

test.beforeAll(() => {
  server = runningServer();
  visit = visiting(server);
});

/** Sends a form as it stands and looks at its refusal, which must name what to correct. */
async function refused(page: Page, button: string | RegExp, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button }).first().click();
  await expect(page.locator("#erreurs")).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur\s: /);
  await expectAccessible(page, `${name}, refusé`);
}

test("les comptes : mot de passe oublié, liens personnels", async ({ browser }) => {
  await visit(browser, undefined, async ({ page, look }) => {
    await look("/mot-de-passe-oublie");
    await refused(page, "Recevoir un lien", "/mot-de-passe-oublie");
    await page
      .getByLabel("Adresse électronique professionnelle")
      .fill("marc.esteve@jalons.example");
    await page.getByRole("button", { name: "Recevoir un lien" }).click();
    await expect(page.getByRole("button", { name: "Recevoir un lien" })).toBeHidden();
    await expectAccessible(page, "/mot-de-passe-oublie, lien envoyé");
    await look("/courriels");
    const [link] = await linksOf(page, /\/lien\//);
    await look(new URL(link ?? "/lien/absent", server.url).pathname);
    await refused(page, "Enregistrer et se connecter", "lien de mot de passe");
    await look("/lien/ce-lien-n-existe-pas", 404);
  });
});

test("les invitations et le calendrier : refus, vérification, envoi, réponse", async ({
  browser,
}) => {
  await visit(browser, "paul.vergnes", async ({ page, look }) => {
    await look("/gestion/invitations");
    await refused(page, "Vérifier la liste", "/gestion/invitations");
    await page.goto(`/campagnes/${lastYear}/resultats`);
    const text = await page.getByRole("main").innerText();
    const uais = [...new Set(text.match(/\b\d{7}[A-Z]\b/g) ?? [])].slice(0, 2);
    await page.goto("/gestion/invitations");
    await page
      .getByLabel("UAI, un par ligne")
      .fill([...uais, "0000000Z", "n’importe quoi"].join("\n"));
    await page.getByRole("button", { name: "Vérifier la liste" }).click();
    await expect(page.getByText("Rien n’est encore envoyé.")).toBeVisible();
    await expectAccessible(page, "/gestion/invitations, vérification");
    await page.getByRole("button", { name: "Envoyer les invitations" }).click();
    await expect(page).toHaveURL(/invitations\/.+/);
    await expectAccessible(page, "/gestion/invitations, résultat");
    await page.goto("/courriels");
    const links = await linksOf(page, /\/lien\//);
    await page.goto(`/gestion/${thisYear}/calendrier`);
    await page.getByLabel("Clôture des candidatures").fill("");
    await refused(page, "Enregistrer le calendrier", "calendrier");
    await visit(browser, undefined, async (guest) => {
      await guest.look(new URL(first(links, "une invitation"), server.url).pathname);
      await refused(guest.page, "Ouvrir le compte", "invitation");
    });
  });
});

test("commencer sans choisir d’école ; une section refusée, sans JavaScript", async ({
  browser,
}) => {
  await visit(
    browser,
    { name: "simone.cabanel", withoutScripts: true },
    async ({ page, look, links }) => {
      await page.goto(`/candidatures/commencer/${call}`);
      const boxes = page.getByRole("checkbox");
      for (const box of await boxes.all()) await box.uncheck({ force: true });
      if ((await boxes.count()) > 0) await refused(page, "Commencer ma candidature", "commencer");
      await look("/candidatures");
      await look("/courriels");
      expect((await links(/^\//)).length).toBeGreaterThan(0);
    },
  );
  await visit(
    browser,
    { name: "helene.castagne", withoutScripts: true },
    async ({ page, look, links }) => {
      await look("/candidatures");
      for (const file of await links(/^\/candidatures\/[0-9a-f-]{36}$/)) {
        await page.goto(file);
        const [link] = await links(/\/section\//);
        if (!link) continue;
        await page.goto(link);
        const sections = await links(/\/section\/[a-z0-9-]+$/);
        for (const section of sections) {
          await page.goto(section);
          const number = page
            .locator('main input[inputmode="numeric"][name^="q."]:visible')
            .first();
          if ((await number.count()) === 0) continue;
          await number.fill("beaucoup");
          await refused(page, "Enregistrer et continuer", section);
          return;
        }
      }
      throw new Error("Aucune section ne demande de nombre.");
    },
  );
});

test("les listes filtrées, ou vides", async ({ browser }) => {
  await visit(browser, "nadege.pujol", async ({ look }) => {
    await look(`/instruction/${thisYear}?q=lyc%C3%A9e&tri=score&ordre=decroissant`);
    await look(`/instruction/${thisYear}?q=rien-de-tel`);
    await look("/etablissements?q=rien-de-tel");
    await look("/gestion", 403);
  });
  await visit(browser, "ines.ferrand", async ({ page, look, links }) => {
    await page.goto("/deploiement");
    await look(`${first(await links(/^\/deploiement\/[^/?]+$/), "un programme")}?q=rien-de-tel`);
    await look("/candidatures", 403);
  });
  await visit(browser, undefined, async ({ page, look }) => {
    await page.goto("/tableau-de-bord");
    await page.locator("main select").first().selectOption({ index: 1 });
    await page.locator("main form button").first().click();
    await expectAccessible(page, "/tableau-de-bord, filtré");
    await look(`/campagnes/${lastYear}/resultats?q=rien-de-tel`);
    await look("/campagnes/aucune-campagne", 404);
  });
});

test("une page que le serveur ne rend pas", async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  await page.goto("/campagnes");
  await page.route("**/tableau-de-bord.data*", (route) => route.fulfill({ status: 500, body: "" }));
  await page.locator("header").getByRole("link", { name: "Tableau de bord" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Campagnes");
  await expectAccessible(page, "page 500");
  await page.context().close();
});
