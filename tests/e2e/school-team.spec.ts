import { type Browser, expect, type Page, test } from "@playwright/test";
import { chooseAnswer, expectSaved, fillQuestion } from "./support/answers";
import { importCampaign, parisIn } from "./support/campaigns";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";
import { type RunningServer, runningServer } from "./support/server";

const slug = "label-delegation-essai";
const delegate = "awa.diop@ac-essai.fr";

let server: RunningServer;
let filePath = "";
let teamPath = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(() => {
  server = runningServer();
  importCampaign(server, "label-court.json", slug);
});

/** Opens one person's browser for one step of the path, and closes it after. */
async function as(
  browser: Browser,
  name: string,
  step: (page: Page) => Promise<void>,
  options: { readonly javaScriptEnabled?: boolean } = {},
) {
  const page = await signInAs(browser, server.url, name, options);
  await step(page);
  await page.context().close();
}

async function fillAppointment(page: Page, person: { name: string; mail: string; until: string }) {
  const [givenName = "", familyName = ""] = person.name.split(" ");
  await page.getByLabel("Prénom").fill(givenName);
  await page.getByLabel("Nom", { exact: true }).fill(familyName);
  await page.getByLabel("Adresse électronique professionnelle").fill(person.mail);
  await page.getByLabel("Dernier jour").fill(person.until);
  await page.getByLabel("Motif").fill("Déplacement de la proviseure");
  await page.getByLabel("Référence de l’acte").fill("Délégation du 1er septembre");
}

test("la campagne est annoncée, la proviseure commence", async ({ browser }) => {
  await as(browser, "paul.vergnes", async (page) => {
    await page.goto(`/gestion/${slug}/calendrier`);
    await page.getByRole("button", { name: "Annoncer la campagne" }).click();
    await expect(page.getByText("Le changement est enregistré.")).toBeVisible();
  });
  await as(browser, "helene.castagne", async (page) => {
    await page.goto(`/candidatures/commencer/${slug}`);
    await page.getByRole("button", { name: "Commencer ma candidature" }).click();
    await expect(page).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
    filePath = new URL(page.url()).pathname;
  });
});

test("sans JavaScript, elle enregistre une délégation après une saisie refusée", async ({
  browser,
}) => {
  const step = async (page: Page) => {
    await page.goto(filePath);
    await page.getByRole("link", { name: "Équipe et délégations" }).click();
    await expect(page).toHaveURL(/\/etablissements\/\w+\/equipe$/);
    teamPath = new URL(page.url()).pathname;
    await expect(page.getByText("Aucune délégation")).toBeVisible();
    await page.getByRole("link", { name: "Enregistrer une délégation" }).click();
    const person = { name: "Awa Diop", mail: delegate, until: parisIn(-1).slice(0, 10) };
    await fillAppointment(page, person);
    await page.getByRole("button", { name: "Enregistrer la délégation" }).click();
    await expect(page.getByRole("link", { name: /n’est pas déjà passé|postérieur/ })).toBeVisible();
    await expect(page.getByLabel("Prénom")).toHaveValue("Awa");
    await page.getByLabel("Dernier jour").fill(parisIn(20).slice(0, 10));
    await page.getByRole("button", { name: "Enregistrer la délégation" }).click();
    await expect(page.getByText("C’est enregistré")).toBeVisible();
    await expect(page.getByRole("rowheader", { name: /Awa Diop/ })).toBeVisible();
    await expect(page.getByText("En cours", { exact: true })).toBeVisible();
  };
  await as(browser, "helene.castagne", step, { javaScriptEnabled: false });
});

test("la délégataire ouvre son compte par le lien, répond et transmet", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto("/courriels");
  const link = /\/lien\/[\w-]+/.exec((await page.locator("main").textContent()) ?? "")?.[0];
  await page.goto(link ?? "");
  await expect(page.getByText(delegate)).toBeVisible();
  await page.getByLabel("Prénom").fill("Awa");
  await page.getByLabel("Nom", { exact: true }).fill("Diop");
  await page.getByLabel("Mot de passe", { exact: true }).fill("une suite de mots longue");
  await page.getByLabel("Le même mot de passe, une seconde fois").fill("une suite de mots longue");
  await page.getByRole("button", { name: "Ouvrir le compte" }).click();
  await expect(page).toHaveURL(/\/candidatures$/);

  await page.goto(`${filePath}/section/pilotage`);
  await chooseAnswer(page, "projet-numerique", "Non");
  await chooseAnswer(page, "commission", "Chaque trimestre");
  await expectSaved(page);
  await page.goto(`${filePath}/section/equipement`);
  await fillQuestion(page, "postes", "0");
  await chooseAnswer(page, "wifi", "Toutes");
  await expectSaved(page);
  await page.goto(`${filePath}/section/usages`);
  await chooseAnswer(page, "ent-publics", /Personne/);
  await fillQuestion(page, "formes", "0");
  await fillQuestion(page, "projets", "0");
  await expectSaved(page);
  await page.goto(`${filePath}/transmettre`);
  await page.getByRole("checkbox").check({ force: true });
  await page.getByRole("button", { name: "Transmettre la candidature" }).click();
  await expect(page).toHaveURL(/recepisse/);
  await expect(page.getByText("Votre candidature est transmise")).toBeVisible();
  await context.close();
});

test("la DANE enregistre un intérim depuis le dossier, la proviseure met fin à la délégation", async ({
  browser,
}) => {
  await as(browser, "nadege.pujol", async (page) => {
    await page.goto(`/instruction/${slug}/${filePath.split("/").at(-1)}`);
    await page.getByRole("link", { name: /Équipe et délégations/ }).click();
    await expect(page).toHaveURL(teamPath);
    await page.getByRole("link", { name: "Enregistrer un intérim" }).click();
    await expectAccessible(page, "enregistrer un intérim");
    await fillAppointment(page, {
      name: "Paul Roques",
      mail: "paul.roques@ac-essai.fr",
      until: parisIn(30).slice(0, 10),
    });
    await page.getByRole("button", { name: "Enregistrer l’intérim" }).click();
    await expect(page.getByText("C’est enregistré")).toBeVisible();
    await expect(page.getByText("Chef d’établissement par intérim")).toBeVisible();
    await expectAccessible(page, "équipe, DANE");
  });
  await as(browser, "helene.castagne", async (page) => {
    await page.goto(teamPath);
    await page.getByRole("link", { name: "Mettre fin, Awa Diop" }).click();
    await page.getByRole("button", { name: "Mettre fin à la fonction" }).click();
    await expect(page.getByText("Rien n’a changé")).toBeVisible();
    await expectAccessible(page, "mettre fin, refusé");
    await page.getByLabel("Maintenant").check({ force: true });
    await page.getByLabel("Motif").fill("Retour de la proviseure");
    await page.getByRole("button", { name: "Mettre fin à la fonction" }).click();
    await expect(page.getByText("La fin est enregistrée")).toBeVisible();
    await expect(page.getByText("Terminée", { exact: true })).toBeVisible();
    await expectAccessible(page, "équipe, proviseure");
  });
  await as(browser, "marc.esteve", async (page) => {
    expect((await page.goto(teamPath))?.status()).toBe(404);
  });
});
