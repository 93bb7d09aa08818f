import { type Browser, expect, type Page, test } from "@playwright/test";
import { importCampaign, parisIn } from "./support/campaigns";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";
import { type RunningServer, runningServer } from "./support/server";
import { answerFirstSections, answerUses } from "./support/short-label";

const slug = "label-essai";
const school = "Lycée polyvalent Aliénor-Vidal";
const today = parisIn(0).slice(0, 10);

let server: RunningServer;
let filePath = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(() => {
  server = runningServer();
  importCampaign(server, "label-court.json", slug);
});

/** Opens one person's browser for one step of the path, and closes it after. */
async function as(browser: Browser, name: string, step: (page: Page) => Promise<void>) {
  const page = await signInAs(browser, server.url, name);
  await step(page);
  await page.context().close();
}

test("la responsable de la campagne l’annonce", async ({ browser }) => {
  await as(browser, "paul.vergnes", async (page) => {
    await page.goto(`/gestion/${slug}/calendrier`);
    await page.getByRole("button", { name: "Annoncer la campagne" }).click();
    await expect(page.getByText("Le changement est enregistré.")).toBeVisible();
  });
});

test("la proviseure commence, répond, joint une preuve, et reprend ailleurs", async ({
  browser,
}) => {
  await as(browser, "helene.castagne", async (page) => {
    await page.goto(`/candidatures/commencer/${slug}`);
    await page.getByRole("button", { name: "Commencer ma candidature" }).click();
    await expect(page).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
    filePath = new URL(page.url()).pathname;
    await expect(page.getByText("À faire maintenant")).toBeVisible();
    await expect(page.getByText("heure de Paris")).toBeVisible();

    await answerFirstSections(page, filePath);
  });
  await as(browser, "helene.castagne", async (page) => {
    await page.goto(`${filePath}/section/equipement`);
    await expect(page.locator('[name="q.postes"]')).toHaveValue(/620/);
    await answerUses(page, filePath);
  });
});

test("elle lit son profil, relit tout, déclare, transmet et reçoit son récépissé", async ({
  browser,
}) => {
  await as(browser, "helene.castagne", async (page) => {
    await page.goto(`${filePath}/profil`);
    await expect(page.getByRole("heading", { level: 1, name: "Profil de maturité" })).toBeVisible();
    await expect(
      page
        .getByRole("cell", { name: "Ensemble, pondéré" })
        .or(page.getByText("Ensemble, pondéré"))
        .first(),
    ).toBeVisible();
    await page.goto(`${filePath}/relire`);
    await expect(page.getByText("Une webradio animée par les élèves de seconde.")).toBeVisible();
    await page.goto(`${filePath}/transmettre`);
    await page.getByRole("button", { name: "Transmettre la candidature" }).click();
    await expect(page.getByText("La candidature n’est pas transmise")).toBeVisible();
    await expectAccessible(page, "transmettre, refusé");
    await expect(page).toHaveTitle(/^Erreur : /);
    await page.getByRole("checkbox").check({ force: true });
    await page.getByRole("button", { name: "Transmettre la candidature" }).click();
    await expect(page).toHaveURL(/recepisse/);
    await expect(page.getByText("Votre candidature est transmise")).toBeVisible();
    await expectAccessible(page, "récépissé");
    const pdf = await page.request.get(`${server.url}${filePath}/recepisse.pdf`);
    expect(pdf.headers()["content-type"]).toContain("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await page.goto("/courriels");
    await expect(page.getByText(/Récépissé LE-/).first()).toBeVisible();
  });
});

test("la DANE ne voit que son académie, la DRAAF que les lycées agricoles", async ({ browser }) => {
  const thisYear = parisIn(26).slice(0, 4);
  await as(browser, "marc.esteve", async (page) => {
    await page.goto(`/instruction/${slug}`);
    await expect(page.getByText(school)).toHaveCount(0);
    expect((await page.goto(`/instruction/${slug}/${filePath.split("/").at(-1)}`))?.status()).toBe(
      404,
    );
  });
  await as(browser, "agnes.lacaze", async (page) => {
    await page.goto(`/instruction/label-lycee-numerique-${thisYear}`);
    const names = await page
      .locator("main table tbody tr th a, main table tbody tr td:first-child a")
      .allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/agricole/i);
  });
});

test("la responsable de la campagne avance la clôture, avec son motif", async ({ browser }) => {
  await as(browser, "paul.vergnes", async (page) => {
    await page.goto(`/gestion/${slug}/calendrier`);
    await page.getByLabel("Clôture des candidatures").fill(parisIn(0, -2));
    await page
      .getByLabel("Motif du changement")
      .fill("Toutes les candidatures attendues sont transmises.");
    await page.getByRole("button", { name: "Enregistrer le calendrier" }).click();
    await expect(page.getByText("Le changement est enregistré.")).toBeVisible();
    await expect(page.getByText("Close", { exact: true })).toBeVisible();
  });
});

test("la DANE corrige un critère avec son motif et clôt l’instruction", async ({ browser }) => {
  await as(browser, "nadege.pujol", async (page) => {
    await page.goto(`/instruction/${slug}`);
    await page.getByRole("link", { name: school }).first().click();
    await page.getByRole("button", { name: "Commencer l’instruction" }).click();
    await expect(page.getByText("C’est enregistré")).toBeVisible();
    await page.getByRole("heading", { level: 2, name: "Pilotage" }).click();
    await page
      .getByRole("link", { name: /Corriger/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Enregistrer la correction" }).click();
    await expect(page.locator("#erreurs")).toBeVisible();
    await expectAccessible(page, "correction d’un critère, refusée");
    await page.locator('[name="q.projet-numerique"]').last().check({ force: true });
    await page
      .getByLabel("Motif de la correction")
      .fill("L’extrait joint ne mentionne aucun vote.");
    await page.getByRole("button", { name: "Enregistrer la correction" }).click();
    await expect(page.getByText("L’extrait joint ne mentionne aucun vote.").first()).toBeVisible();
    await page
      .getByLabel("Avis de l’instruction")
      .fill("Dossier sérieux ; volet numérique à faire voter.");
    await page.getByRole("button", { name: "Clore l’instruction" }).click();
    await expect(
      page.getByText("Dossier sérieux ; volet numérique à faire voter.").first(),
    ).toBeVisible();
  });
});

test("le président du jury propose un niveau ; un écart demande un motif", async ({ browser }) => {
  await as(browser, "bernard.lafforgue", async (page) => {
    await page.goto(`/jury/${slug}`);
    await page.getByRole("link", { name: school }).first().click();
    await page.getByRole("radio", { name: /Niveau 3/ }).check({ force: true });
    await page.getByRole("button", { name: /Enregistrer/ }).click();
    await expect(page.getByText("La proposition n’est pas enregistrée")).toBeVisible();
    await expectAccessible(page, "proposition du jury, refusée");
    await page
      .getByLabel("Motif")
      .fill("Le conseil d’administration vote le volet le mois prochain.");
    await page.getByRole("button", { name: /Enregistrer/ }).click();
    await expect(page.getByText(/1 sur 1|Proposition enregistrée/).first()).toBeVisible();
  });
});

test("tout est publié d’un coup, avec les actes des autorités", async ({ browser }) => {
  await as(browser, "paul.vergnes", async (page) => {
    await page.goto(`/publication/${slug}`);
    await page.getByRole("button", { name: "Vérifier avant de publier" }).click();
    await expect(page.locator("#erreurs")).toBeVisible();
    await expectAccessible(page, "actes, refusés");
    for (const [index, authority] of ["rectorat", "region"].entries()) {
      await page.locator(`[name="signataire.${authority}"]`).fill(`Signataire fictif ${index + 1}`);
      await page.locator(`[name="numero.${authority}"]`).fill(`ESSAI-${index + 1}`);
      await page.locator(`[name="date.${authority}"]`).fill(today);
      const kind = page.locator(`[name="nature.${authority}"]`);
      if ((await kind.evaluate((field) => field.tagName)) === "SELECT")
        await kind.selectOption({ index: 1 });
    }
    await page.getByRole("button", { name: "Vérifier avant de publier" }).click();
    await expect(page.getByRole("button", { name: /Publier 1/ })).toBeVisible();
    await expectAccessible(page, "publication à confirmer");
    await page.getByRole("button", { name: /Publier 1/ }).click();
    await expect(page.getByText(/publiée/i).first()).toBeVisible();
  });
  await as(browser, "helene.castagne", async (page) => {
    await page.goto(filePath);
    await expect(page.getByText("Niveau 3").first()).toBeVisible();
    await expect(page.getByText("ESSAI-1").first()).toBeVisible();
    await page.goto("/courriels");
    await expect(page.getByText(/Décision/).first()).toBeVisible();
  });
});

test("la Région calcule la dotation dans l’enveloppe et saisit le vote", async ({ browser }) => {
  await as(browser, "claire.soulie", async (page) => {
    await page.goto(`/dotation/${slug}`);
    await page.getByRole("button", { name: "Calculer la proposition" }).click();
    await expect(page.getByText(/356/).first()).toBeVisible();
    await page.getByRole("button", { name: "Adopter la dotation" }).click();
    await expect(page.locator("#erreurs")).toBeVisible();
    await expectAccessible(page, "vote de la dotation, refusé");
    await page.getByLabel("Numéro de la délibération").fill("CP-ESSAI-1");
    await page.getByLabel("Date du vote").fill(today);
    await page.getByLabel("Livraison attendue au plus tard le").fill(parisIn(120).slice(0, 10));
    await page.locator('[name="isConfirmed"]').check({ force: true });
    await page.getByRole("button", { name: "Adopter la dotation" }).click();
    await expect(page.getByRole("heading", { name: "Dotation adoptée" }).first()).toBeVisible();
  });
});

test("l’agente de déploiement commande, reçoit en partie, installe", async ({ browser }) => {
  await as(browser, "ines.ferrand", async (page) => {
    await page.goto("/deploiement");
    await page.locator(`main a[href*="${slug}"]`).first().click();
    await page.getByRole("link", { name: school }).first().click();
    const record = async (step: string, quantity: string) => {
      await page.locator('[name="step"]').first().waitFor();
      if (
        (await page
          .locator('[name="step"]')
          .first()
          .evaluate((field) => field.tagName)) === "SELECT"
      ) {
        await page.locator('[name="step"]').selectOption(step);
      } else {
        await page.locator(`[name="step"][value="${step}"]`).check({ force: true });
      }
      await page.getByLabel("Quantité", { exact: true }).fill(quantity);
      await page.getByLabel("Date", { exact: true }).fill(today);
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    };
    // What is recorded is read in the history: the sums of the page hold these figures too.
    const history = page.getByRole("region", { name: "Historique" });
    await record("ordered", "356");
    await expect(history.getByText("356").first()).toBeVisible();
    await record("delivered", "240");
    await expect(history.getByText("240").first()).toBeVisible();
    await record("installed", "60");
    await expect(history.getByText("60", { exact: true }).first()).toBeVisible();
    await record("delivered", "500");
    await expect(page.getByText("La saisie n’a pas été enregistrée")).toBeVisible();
    await expectAccessible(page, "étape du déploiement, refusée");
  });
});

test("chacun lit les résultats et le tableau de bord, sans compte ni JavaScript", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/campagnes/${slug}/resultats`);
  await expect(page.getByText(school)).toBeVisible();
  await expect(page.getByText("ESSAI-2").first()).toBeVisible();
  await page.goto("/tableau-de-bord");
  await expect(page.getByRole("table").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Haute-Garonne/ }).first()).toBeVisible();
  await context.close();
});
