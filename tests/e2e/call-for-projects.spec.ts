import { type Browser, expect, type Page, test } from "@playwright/test";
import { chooseAnswer, expectSaved, fillQuestion, pickPlace } from "./support/answers";
import { importCampaign, samplePdf } from "./support/campaigns";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";
import { type RunningServer, runningServer } from "./support/server";

const slug = "ecoles-rurales-essai";
const school = "École primaire Suzanne-Periès";
const mayor = "simone.cabanel";

let server: RunningServer;
let filePath = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(() => {
  server = runningServer();
  importCampaign(server, "appel-ecoles.json", slug);
});

/** Opens one person's browser for one step of the path, and closes it after. */
async function as(browser: Browser, name: string, step: (page: Page) => Promise<void>) {
  const page = await signInAs(browser, server.url, name);
  await step(page);
  await page.context().close();
}

test("la maire commence la demande de sa commune, et répond à tout", async ({ browser }) => {
  await as(browser, "paul.vergnes", async (page) => {
    await page.goto(`/gestion/${slug}/calendrier`);
    await page.getByRole("button", { name: "Annoncer la campagne" }).click();
    await expect(page.getByText("Le changement est enregistré.")).toBeVisible();
  });
  await as(browser, mayor, async (page) => {
    await page.goto(`/candidatures/commencer/${slug}`);
    const box = page.getByRole("checkbox").first();
    if (await box.isVisible()) await box.check({ force: true });
    await page.getByRole("button", { name: "Commencer ma candidature" }).click();
    await expect(page).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
    filePath = new URL(page.url()).pathname;

    await page.goto(`${filePath}/section/commune`);
    await pickPlace(page, "q.commune", "46045");
    await pickPlace(page, "q.ecoles.0.ecole-uai", school);
    await fillQuestion(page, "ecoles.0.ecole-classes", "3");
    await fillQuestion(page, "ecoles.0.ecole-eleves", "52");
    await chooseAnswer(page, "ecoles", "Non");
    await chooseAnswer(page, "ent-engagement", "Oui");
    await expectSaved(page);
    await page.getByRole("button", { name: "Enregistrer et continuer" }).click();

    await expect(page).toHaveURL(/section\/projet/);
    await fillQuestion(
      page,
      "objectifs",
      "Produire, publier et relire ensemble des textes et des enquêtes.",
    );
    await chooseAnswer(page, "appuis", "Une association locale");
    await fillQuestion(page, "debut", "2027-09-01");
    await expectSaved(page);
    await page.getByRole("button", { name: "Enregistrer et continuer" }).click();

    await expect(page).toHaveURL(/section\/budget/);
    await chooseAnswer(page, "equipements", "Vidéoprojecteur interactif");
    await fillQuestion(page, "equipements.0.equipement-quantite", "2");
    await fillQuestion(page, "equipements.0.equipement-prix", "1 850,50");
    await page.getByRole("button", { name: "Ajouter encore : ligne de dépense" }).click();
    await page.locator('[name="q.equipements.1.equipement-nature"][value="autre"]').check({
      force: true,
    });
    await fillQuestion(page, "equipements.1.equipement-precision", "Casques audio");
    await fillQuestion(page, "equipements.1.equipement-quantite", "20");
    await fillQuestion(page, "equipements.1.equipement-prix", "14,95");
    // 2 × 1 850,50 € + 20 × 14,95 € = 4 000,00 €, dont l’État prend la moitié.
    await expect(page.locator("#question-depense")).toContainText(/4.000/);
    await expect(page.locator("#question-aide")).toContainText(/2.000/);
    await fillQuestion(page, "autofinancement", "2000");
    await page
      .locator('#question-devis input[type="file"]:not([capture])')
      .setInputFiles(samplePdf("devis-videoprojecteurs.pdf"));
    await expect(page.getByRole("link", { name: /devis-videoprojecteurs\.pdf/ })).toBeVisible();
    await expectSaved(page);
    await page.getByRole("button", { name: "Enregistrer et continuer" }).click();

    await expect(page).toHaveURL(/relire/);
    await expect(page.getByText(school).first()).toBeVisible();
    await expect(page.getByText("Casques audio").first()).toBeVisible();
    await page.goto(`${filePath}/transmettre`);
    await expect(
      page.getByText("Cette candidature ne peut pas encore être transmise"),
    ).toBeVisible();
  });
});

for (const { name, role } of [
  { name: "lucas.roumegous", role: "le directeur de l’école" },
  { name: "jeanne.albouy", role: "l’inspectrice de la circonscription" },
]) {
  test(`${role} donne son avis et signe`, async ({ browser }) => {
    await as(browser, name, async (page) => {
      await page.goto(`${filePath}/signer`);
      await page.getByRole("button", { name: "Signer" }).click();
      await expect(page.locator("#erreurs")).toBeVisible();
      await expectAccessible(page, "signature, refusée");
      await page.getByLabel("Votre avis").fill("Avis favorable.");
      await page.getByRole("checkbox").check({ force: true });
      await page.getByRole("button", { name: "Signer" }).click();
      await expect(page.getByText(/Signée par/).first()).toBeVisible();
    });
  });
}

test("la maire transmet et reçoit son récépissé", async ({ browser }) => {
  await as(browser, mayor, async (page) => {
    await page.goto(`${filePath}/transmettre`);
    await page.getByRole("checkbox").check({ force: true });
    await page.getByRole("button", { name: "Transmettre la candidature" }).click();
    await expect(page).toHaveURL(/recepisse/);
    await expect(page.getByText("Votre candidature est transmise")).toBeVisible();
    const pdf = await page.request.get(`${server.url}${filePath}/recepisse.pdf`);
    expect(pdf.headers()["content-type"]).toContain("application/pdf");
    await page.goto("/courriels");
    await expect(page.getByText(/Récépissé/).first()).toBeVisible();
  });
});
