import { type BrowserContext, expect, test } from "@playwright/test";
import { expectSaved, fillQuestion, savingState } from "./support/answers";
import { beginOwnDraft, head, type OwnDraft, questionField } from "./support/own-draft";
import { signInAs } from "./support/people";

let draft: OwnDraft;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  draft = await beginOwnDraft(browser, "label-pannes");
});

/** What a server, or what stands before it, answers during an interruption. */
async function interruptSaves(context: BrowserContext): Promise<() => Promise<void>> {
  const saves = "**/api/candidatures/**";
  await context.route(saves, (route) =>
    route.fulfill({ status: 503, headers: { "Retry-After": "10" }, body: "" }),
  );
  return () => context.unroute(saves);
}

/** Cuts what the script of a page asks for, as when the service is restarting; files still come. */
async function cutData(context: BrowserContext): Promise<() => Promise<void>> {
  const data = /\.data(\?|$)/;
  await context.route(data, (route) => route.abort("connectionrefused"));
  return () => context.unroute(data);
}

test("une interruption (503) retient les réponses, qui partent ensuite sans rien perdre", async ({
  browser,
}) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("equipement"));
  const resume = await interruptSaves(page.context());
  const refused = page.waitForResponse((response) => response.status() === 503);
  await fillQuestion(page, "postes", "321");
  await refused;
  await expect(savingState(page)).toHaveText(/1.réponse en attente/);
  // Still there after a reload, and not yet on the server.
  await page.reload();
  await expect(questionField(page, "postes")).toHaveValue(/321/);
  await resume();
  await expect(savingState(page)).toHaveText(/Enregistré à/, { timeout: 40_000 });
  await page.context().close();

  const elsewhere = await signInAs(browser, draft.server.url, head);
  await elsewhere.goto(draft.section("equipement"));
  await expect(questionField(elsewhere, "postes")).toHaveValue(/321/);
  await elsewhere.context().close();
});

test("un lien suivi hors ligne garde la page, le dit, puis s’ouvre au retour du réseau", async ({
  browser,
}) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("equipement"));
  await fillQuestion(page, "postes", "322");
  await expectSaved(page);
  await page.context().setOffline(true);
  await fillQuestion(page, "postes", "323");
  const way = page.getByRole("link", { name: "Ma candidature" }).first();
  await way.click();
  const notice = page.getByRole("alert").filter({ hasText: "Vous êtes hors ligne" });
  await expect(notice).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${draft.section("equipement")}$`));
  await expect(questionField(page, "postes")).toHaveValue("323");
  await page.context().setOffline(false);
  await expect(notice).toBeHidden();
  await expectSaved(page);
  await way.click();
  await expect(page).toHaveURL(new RegExp(`${draft.path}$`));
  await page.context().close();
});

test("un service qui ne répond pas : la page le dit en français, et « Réessayer » suffit", async ({
  browser,
}) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("equipement"));
  const restore = await cutData(page.context());
  await page.getByRole("link", { name: "Ma candidature" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("La connexion est interrompue");
  await expect(page.getByText("Vos réponses au questionnaire sont gardées")).toBeVisible();
  await restore();
  await page.getByRole("link", { name: "Réessayer" }).click();
  await expect(page).toHaveURL(new RegExp(`${draft.path}$`));
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(
    "La connexion est interrompue",
  );
  await page.context().close();
});

test("un formulaire qui n’est pas parti est gardé par la page, qui l’envoie de nouveau", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: draft.server.url });
  const page = await context.newPage();
  await page.goto("/mot-de-passe-oublie");
  await page.waitForLoadState("networkidle");
  const restore = await cutData(context);
  await page.getByLabel("Adresse électronique professionnelle").fill("personne@jalons.example");
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("La connexion est interrompue");
  await restore();
  await page.getByRole("button", { name: "Envoyer de nouveau" }).click();
  await expect(page.getByText("Demande enregistrée")).toBeVisible();
  await context.close();
});
