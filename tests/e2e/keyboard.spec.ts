import { expect, type Page, test } from "@playwright/test";
import { expectSaved } from "./support/answers";
import { importCampaign, samplePdf } from "./support/campaigns";
import { arrive, chooseRadio, enter, skipToContent, tabTo, typeIn } from "./support/keyboard";
import { demonstrationPassword, signInAs } from "./support/people";
import { type RunningServer, runningServer } from "./support/server";

const label = "label-clavier";
const call = "ecoles-clavier";

let server: RunningServer;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  server = runningServer();
  importCampaign(server, "label-court.json", label);
  importCampaign(server, "appel-ecoles.json", call);
  const manager = await signInAs(browser, server.url, "paul.vergnes");
  for (const slug of [label, call]) {
    await manager.goto(`/gestion/${slug}/calendrier`);
    await manager.getByRole("button", { name: "Annoncer la campagne" }).click();
    await expect(manager.getByText("Le changement est enregistré.")).toBeVisible();
  }
  await manager.context().close();
});

const question = (page: Page, id: string) => page.locator(`#question-${id}`);
const field = (page: Page, id: string) => page.locator(`[name="q.${id}"]`);
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).first();

/** Opens an address of the same site and goes to its content. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await skipToContent(page);
}

test("au clavier, la proviseure se connecte, répond, relit et transmet", async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  await open(page, "/connexion");
  await typeIn(
    page,
    page.getByLabel("Adresse électronique professionnelle"),
    "helene.castagne@jalons.example",
  );
  await typeIn(page, page.getByLabel("Mot de passe"), demonstrationPassword);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/connexion/);

  await open(page, `/candidatures/commencer/${label}`);
  await enter(page, button(page, "Commencer ma candidature"));
  await expect(page).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
  const file = new URL(page.url()).pathname;

  await open(page, `${file}/section/pilotage`);
  await chooseRadio(page, question(page, "projet-numerique"), 0);
  const choosing = page.waitForEvent("filechooser");
  await enter(page, question(page, "projet-extrait").locator('input[type="file"]:not([capture])'));
  await (await choosing).setFiles(samplePdf("extrait.pdf"));
  await expect(page.getByRole("link", { name: /extrait\.pdf/ })).toBeVisible();
  await chooseRadio(page, question(page, "commission"), 2);
  await expectSaved(page);
  await enter(page, page.getByRole("button", { name: "Enregistrer et continuer" }));

  await arrive(page, /section\/equipement/);
  await typeIn(page, field(page, "postes"), "620");
  await chooseRadio(page, question(page, "wifi"), 1);
  await chooseRadio(page, question(page, "depannage"), 1);
  await expectSaved(page);

  await open(page, `${file}/section/usages`);
  await tabTo(page, question(page, "ent-publics").getByRole("checkbox").first());
  await page.keyboard.press("Space");
  const rows = question(page, "ent-services").locator("tbody tr");
  for (let index = 0; index < (await rows.count()); index += 1) {
    await chooseRadio(page, rows.nth(index), 1);
  }
  await typeIn(page, field(page, "formes"), "70");
  await typeIn(page, field(page, "projets"), "4");
  await typeIn(page, field(page, "projet-phare"), "Une webradio écrite au clavier.");
  await page.keyboard.press("Tab");
  await expectSaved(page);

  await open(page, `${file}/relire`);
  await expect(page.getByText("Une webradio écrite au clavier.")).toBeVisible();
  await open(page, `${file}/transmettre`);
  await enter(page, button(page, "Transmettre la candidature"));
  await expect(page.locator("#erreurs")).toBeFocused();
  await tabTo(page, page.locator("#erreurs a").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Space");
  await enter(page, button(page, "Transmettre la candidature"));
  await expect(page.getByText("Votre candidature est transmise")).toBeVisible();
  await page.context().close();
});

test("au clavier, la maire choisit sa commune et ajoute une ligne", async ({ browser }) => {
  const page = await signInAs(browser, server.url, "simone.cabanel");
  await open(page, `/candidatures/commencer/${call}`);
  const boxes = page.getByRole("main").getByRole("checkbox");
  if ((await boxes.count()) > 0 && !(await boxes.first().isChecked())) {
    await tabTo(page, boxes.first());
    await page.keyboard.press("Space");
  }
  await enter(page, button(page, "Commencer ma candidature"));
  await expect(page).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
  const file = new URL(page.url()).pathname;
  await open(page, `${file}/section/commune`);
  // The code typed whole is found like a name taken from the list.
  await typeIn(page, field(page, "commune"), "46045");
  await page.keyboard.press("Tab");
  await expectSaved(page);
  await open(page, `${file}/section/budget`);
  await typeIn(page, page.getByRole("textbox", { name: "Quantité" }).first(), "12");
  await page.keyboard.press("Tab");
  await expectSaved(page);
  const add = page.getByRole("button", { name: /^Ajouter/ }).first();
  await enter(page, add);
  await expect(page.getByRole("textbox", { name: "Quantité" })).toHaveCount(2);
  // In the row that was added; then, once it is removed, beside where it was.
  const items = page.locator("#question-equipements details");
  await expect(items.nth(1).locator("input:focus")).toHaveCount(1);
  await enter(page, items.nth(1).getByRole("button", { name: /^Retirer/ }));
  await expect(items).toHaveCount(1);
  await expect(items.first().locator("summary")).toBeFocused();
  await page.context().close();
});

test("au clavier, la DANE filtre sa liste, ouvre un dossier et corrige un critère", async ({
  browser,
}) => {
  const page = await signInAs(browser, server.url, "nadege.pujol");
  await open(page, `/instruction/${label}`);
  await typeIn(
    page,
    page.getByRole("main").getByRole("searchbox").or(page.locator('main input[name="q"]')).first(),
    "Aliénor",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=Ali/);
  await enter(
    page,
    page
      .getByRole("main")
      .getByRole("link", { name: /Aliénor-Vidal/ })
      .first(),
  );
  await arrive(page, /\/instruction\/[^/]+\/[0-9a-f-]{36}/);
  await enter(page, button(page, "Commencer l’instruction"));
  await expect(page.getByText("C’est enregistré")).toBeVisible();
  await open(page, page.url());
  await enter(page, page.locator("summary").filter({ hasText: "Pilotage" }));
  await enter(page, page.getByRole("link", { name: /Corriger/ }).first());
  await expect(page.getByLabel("Motif de la correction")).toBeVisible();
  await enter(page, button(page, "Enregistrer la correction"));
  await expect(page.locator("#erreurs")).toBeFocused();
  await enter(page, page.locator("#erreurs a").first());
  await expect(page.getByLabel("Motif de la correction")).toBeFocused();
  await page.keyboard.type("L’extrait ne le dit pas.");
  await page.context().close();
});
