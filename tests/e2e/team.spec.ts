import { type Browser, expect, type Page, test } from "@playwright/test";
import { chooseAnswer, expectSaved } from "./support/answers";
import { beginOwnDraft, head, type OwnDraft } from "./support/own-draft";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";

const teacher = "awa.diop.equipe@ac-essai.fr";

let draft: OwnDraft;
let member: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  draft = await beginOwnDraft(browser, "label-equipe-essai");
});

test.afterAll(() => member?.context().close());

/** Opens the head's browser, without JavaScript, for one step. */
async function asHead(browser: Browser, step: (page: Page) => Promise<void>) {
  const page = await signInAs(browser, draft.server.url, head, { javaScriptEnabled: false });
  await page.goto(`${draft.path}/equipe`);
  await step(page);
  await page.context().close();
}

test("sans JavaScript, la proviseure invite une enseignante dans une section", async ({
  browser,
}) => {
  await asHead(browser, async (page) => {
    await page.getByRole("link", { name: "Inviter une personne" }).click();
    await page.getByLabel("Prénom").fill("Awa");
    await page.getByLabel("Nom", { exact: true }).fill("Diop");
    await page.getByLabel("Adresse électronique professionnelle").fill(teacher);
    await page.getByLabel("Fonction").selectOption("Enseignant");
    await page.getByLabel(/^Certaines sections/).check({ force: true });
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(page.getByRole("link", { name: "Cochez au moins une section." })).toBeVisible();
    await expect(page.getByLabel("Prénom")).toHaveValue("Awa");
    await page.getByLabel("Pilotage").check({ force: true });
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(page.getByText("L’invitation est envoyée")).toBeVisible();
    await expect(page.getByText("compte pas encore ouvert")).toBeVisible();
  });
});

test("l’enseignante ouvre son compte, répond à sa section, et lit seulement les autres", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: draft.server.url });
  member = await context.newPage();
  await member.goto("/courriels");
  const mails = (await member.locator("main").textContent()) ?? "";
  const link = /\/lien\/[\w-]+/.exec(mails.slice(mails.indexOf(teacher)))?.[0];
  await member.goto(link ?? "");
  await member.getByLabel("Prénom").fill("Awa");
  await member.getByLabel("Nom", { exact: true }).fill("Diop");
  for (const label of ["Mot de passe", "Le même mot de passe, une seconde fois"]) {
    await member.getByLabel(label, { exact: true }).fill("une suite de mots longue");
  }
  await member.getByRole("button", { name: "Ouvrir le compte" }).click();
  await expect(member).toHaveURL(/\/candidatures$/);
  await member.goto(draft.section("pilotage"));
  await chooseAnswer(member, "projet-numerique", "Non");
  await expectSaved(member);
  expect((await member.goto(draft.section("equipement")))?.status()).toBe(403);
  await expectAccessible(member, "une section confiée à d’autres");
  await member.getByRole("link", { name: "Lire cette section" }).click();
  await expect(member).toHaveURL(/\/relire#equipement$/);
  await member.goto(`${draft.path}/equipe`);
  await expect(member.getByText("(vous)")).toBeVisible();
  await expect(member.getByRole("link", { name: "Inviter une personne" })).toHaveCount(0);
});

test("retirée, elle ne voit plus rien, et ce qu’elle tape n’est pas perdu", async ({ browser }) => {
  await member.goto(draft.section("pilotage"));
  await asHead(browser, async (page) => {
    await page.getByRole("link", { name: "Retirer, Awa Diop" }).click();
    await page.getByRole("button", { name: "Retirer du dossier" }).click();
    await expect(page.getByText("La personne est retirée du dossier")).toBeVisible();
    await expect(page.getByText("Personne n’est encore invité")).toBeVisible();
  });
  await chooseAnswer(member, "commission", "Chaque trimestre");
  await expect(member.getByText("Votre rôle ne permet pas").first()).toBeVisible();
  for (const leaf of ["", "/equipe", "/relire", "/section/pilotage"]) {
    const status = (await member.goto(`${draft.path}${leaf}`))?.status() ?? 0;
    expect([403, 404], leaf).toContain(status);
  }
});
