import { expect, type Page, test } from "@playwright/test";
import { demonstrationCampaigns } from "./support/campaigns";
import { expectAccessible } from "./support/pages";
import { type RunningServer, runningServer } from "./support/server";
import { first, visiting } from "./support/visit";

const { thisYear, lastYear, call } = demonstrationCampaigns;

let server: RunningServer;
let visit: ReturnType<typeof visiting>;

test.beforeAll(() => {
  server = runningServer();
  visit = visiting(server);
});

test("les pages publiques, et celles qui refusent", async ({ browser }) => {
  await visit(browser, undefined, async ({ page, look }) => {
    for (const path of [
      "/",
      "/campagnes",
      `/campagnes/${thisYear}`,
      `/campagnes/${thisYear}/grille`,
      `/campagnes/${thisYear}/grille?sections=toutes`,
      `/campagnes/${call}`,
      `/campagnes/${lastYear}/resultats`,
      "/tableau-de-bord",
      "/mentions-legales",
      "/accessibilite",
      "/plan-du-site",
      "/donnees-personnelles",
      "/verifier",
      "/verifier/LLN-2026-9999?e=0123456789abcdef",
      "/connexion",
    ]) {
      await look(path);
    }
    await page.getByLabel("Adresse électronique professionnelle").fill("personne@jalons.example");
    await page.getByLabel("Mot de passe").fill("un-mot-de-passe-faux");
    await page.getByRole("main").getByRole("button", { name: "Se connecter" }).click();
    await expect(page).toHaveTitle(/^Erreur\s: /);
    await expectAccessible(page, "/connexion refusée");
    await look("/une-page-qui-n-existe-pas", 404);
    await look("/avis/un-lien-coupe", 404);
  });
});

test("la candidature d’un lycée, de son accueil à son récépissé", async ({ browser }) => {
  await visit(browser, "helene.castagne", async ({ page, look, links }) => {
    await look("/candidatures");
    const files = await links(/^\/candidatures\/[0-9a-f-]{36}$/);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      await look(file);
      const [section] = await links(/\/section\//);
      if (!section) continue;
      await page.goto(section);
      const sections = await links(/\/section\/[a-z0-9-]+$/);
      expect(sections.length).toBeGreaterThan(1);
      for (const path of sections) await look(path);
      const leaves = ["profil", "relire", "actes", "transmettre", "relectures", "equipe"];
      const searches = ["chercher?q=ENT", "chercher?q=licorne"];
      for (const leaf of [...leaves, ...searches]) await look(`${file}/${leaf}`);
    }
    await look(`${first(files, "une candidature")}/equipe/inviter`);
    await look("/courriels");
    await look("/gestion", 403);
  });
});

test("l’appel à projets : lignes répétées, choix d’une école, signature", async ({ browser }) => {
  await visit(browser, "simone.cabanel", async ({ page, look }) => {
    await look(`/candidatures/commencer/${call}`);
    const box = page.getByRole("checkbox").first();
    if (await box.isVisible()) await box.check({ force: true });
    await page.getByRole("button", { name: "Commencer ma candidature" }).click();
    await expect(page).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
    const file = new URL(page.url()).pathname;
    for (const section of ["commune", "projet", "budget"]) await look(`${file}/section/${section}`);
    await look(`${file}/transmettre`);
    await visit(browser, "jeanne.albouy", async (signer) => signer.look(`${file}/signer`));
  });
});

test("l’instruction, le jury et la publication", async ({ browser }) => {
  await visit(browser, "nadege.pujol", async ({ look, links }) => {
    await look("/instruction");
    await look("/mes-exports");
    for (const campaign of [thisYear, lastYear]) {
      await look(`/instruction/${campaign}`);
      const files = await links(/^\/instruction\/[^/]+\/[0-9a-f-]{36}/);
      const file = first(files, `un dossier à instruire de ${campaign}`);
      await look(file);
      await look(`${file}?sections=toutes`);
      await look(`${file}/complements`);
    }
  });
  await visit(browser, "bernard.lafforgue", async ({ look, links }) => {
    await look("/jury");
    await look(`/jury/${lastYear}`);
    await look(first(await links(/^\/jury\/[^/]+\/[0-9a-f-]{36}/), "un dossier de jury"));
  });
  await visit(browser, "paul.vergnes", async ({ look }) => {
    await look("/gestion");
    await look(`/gestion/${thisYear}/calendrier`);
    await look(`/gestion/${thisYear}/delais`);
    await look(`/gestion/${thisYear}/courriels`);
    await look(`/gestion/${thisYear}/courriels/complements-demandes`);
    await look(`/publication/${thisYear}`);
    await look(`/publication/${lastYear}`);
  });
  await visit(browser, "administration", async ({ page, look }) => {
    await page.goto("/administration/taches");
    await page.getByRole("button", { name: /^Lancer maintenant.*Ménage/ }).click();
    await expect(page.getByText("La tâche est ajoutée.")).toBeVisible();
    await look("/administration/taches");
    await look("/mes-courriels");
  });
});

test("un établissement : sa page, le propriétaire de ses équipements, son équipe", async ({
  browser,
}) => {
  let school = "";
  await visit(browser, "claire.soulie", async ({ page, look, links }) => {
    await look("/etablissements");
    await page.goto("/etablissements?q=Aliénor");
    school = first(await links(/^\/etablissements\/[0-9]{7}[A-Z]$/), "un lycée");
    const owner = `${school}/proprietaire-des-equipements`;
    await look(school);
    await look(owner);
    await recordOwner(page);
    await look(owner);
    await page
      .getByRole("link", { name: /^Annuler/ })
      .first()
      .click();
    await expect(page.getByLabel("Motif de l’annulation")).toBeVisible();
    await expectAccessible(page, `${owner}, annulation`);
    await look(school);
  });
  await visit(browser, "nadege.pujol", async ({ look }) => {
    await look(school);
    await look(`${school}/equipe`);
    await look(`${school}/equipe/interim`);
  });
  await visit(browser, "helene.castagne", async ({ look }) => {
    await look(`${school}/equipe`);
    await look(`${school}/equipe/delegation`);
  });
});

/** Records a decision, so that the history has a line that can be cancelled. */
async function recordOwner(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /région/ }).check({ force: true });
  await page.getByLabel("Date d’effet").fill("2026-01-01");
  await page.getByLabel("Acte ou source").fill("Délibération du 12 décembre 2025");
  await page.getByRole("button", { name: "Vérifier avant d’enregistrer" }).click();
  await expect(page.getByRole("button", { name: "Enregistrer la décision" })).toBeVisible();
  await expectAccessible(page, "propriétaire des équipements, à confirmer");
  await page.getByRole("button", { name: "Enregistrer la décision" }).click();
  await expect(page.getByText("La décision est enregistrée.")).toBeVisible();
}

test("la dotation et le déploiement", async ({ browser }) => {
  await visit(browser, "claire.soulie", async ({ look }) => {
    await look("/dotation");
    await look(`/dotation/${lastYear}`);
  });
  await visit(browser, "ines.ferrand", async ({ look, links }) => {
    await look("/deploiement");
    await look(first(await links(/^\/deploiement\/[^/?]+$/), "un programme"));
    await look(first(await links(/^\/deploiement\/[^/]+\/[^/?]+$/), "une livraison"));
  });
});

test("l’affichage sombre, choisi par la personne", async ({ browser }) => {
  await visit(browser, "helene.castagne", async ({ page, look, links }) => {
    await page.context().addCookies([{ name: "affichage", value: "sombre", url: server.url }]);
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("data-fr-theme", "dark");
    // The colours of both displays are looked at on every page; here, that the choice is kept.
    await look("/tableau-de-bord");
    await look("/candidatures");
    const file = first(await links(/^\/candidatures\/[0-9a-f-]{36}$/), "une candidature");
    await page.goto(file);
    await look(first(await links(/\/section\//), "une section"));
    await expect(page.locator("html")).toHaveAttribute("data-fr-theme", "dark");
  });
});
