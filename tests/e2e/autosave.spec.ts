import { type BrowserContext, expect, test } from "@playwright/test";
import { chooseAnswer, expectSaved, fillQuestion, savingState } from "./support/answers";
import { enter, expectFocusKept, tabTo, typeIn } from "./support/keyboard";
import { beginOwnDraft, head, type OwnDraft, questionField } from "./support/own-draft";
import { expectAccessible } from "./support/pages";
import { demonstrationPassword, signInAs, signInUnaware } from "./support/people";

const colleague = "karim.benslimane";
let draft: OwnDraft;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  draft = await beginOwnDraft(browser, "label-enregistrement");
  // One project at least: the page then asks to describe one, the long text of these tests.
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("usages"));
  await fillQuestion(page, "projets", "4");
  await expectSaved(page);
  await page.context().close();
});

/** Lets pages be read, and no answer be saved, as when the connection fails under a save. */
async function refuseSaves(context: BrowserContext): Promise<() => Promise<void>> {
  const saves = "**/api/candidatures/**";
  await context.route(saves, (route) => route.abort("internetdisconnected"));
  return () => context.unroute(saves);
}

test("ce qui est tapé est enregistré et annoncé, sans bouton", async ({ browser }) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("equipement"));
  await expect(page.getByText("Aucune réponse dans cette section")).toBeVisible();
  await questionField(page, "postes").pressSequentially("310");
  await expectSaved(page);
  await expect(savingState(page)).toHaveAttribute("role", "status");
  await page.reload();
  await expect(questionField(page, "postes")).toHaveValue(/310/);
  await page.context().close();
});

test("hors ligne, les réponses attendent et le disent ; elles partent au retour", async ({
  browser,
}) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("usages"));
  await page.context().setOffline(true);
  await questionField(page, "projet-phare").fill("Une webradio écrite sans réseau.");
  await expect(savingState(page)).toHaveText("Hors ligne\u00a0: 1\u00a0réponse en attente");
  await page.context().setOffline(false);
  await expectSaved(page);
  await page.context().close();

  const elsewhere = await signInAs(browser, draft.server.url, colleague);
  await elsewhere.goto(draft.section("usages"));
  await expect(questionField(elsewhere, "projet-phare")).toHaveValue(
    "Une webradio écrite sans réseau.",
  );
  await elsewhere.context().close();
});

test("une page rechargée avant l’envoi rend ce qui était tapé, puis l’envoie", async ({
  browser,
}) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("usages"));
  const acceptSaves = await refuseSaves(page.context());
  await questionField(page, "projet-phare").fill("Une webradio gardée dans ce navigateur.");
  await expect(savingState(page)).toHaveText(/Hors ligne.*1.réponse en attente/);
  await page.reload();
  await expect(questionField(page, "projet-phare")).toHaveValue(
    "Une webradio gardée dans ce navigateur.",
  );
  await acceptSaves();
  await expect(savingState(page)).toHaveText(/Enregistré à/, { timeout: 40_000 });
  await page.context().close();

  const elsewhere = await signInAs(browser, draft.server.url, colleague);
  await elsewhere.goto(draft.section("usages"));
  await expect(questionField(elsewhere, "projet-phare")).toHaveValue(
    "Une webradio gardée dans ce navigateur.",
  );
  await elsewhere.context().close();
});

test("deux personnes sur une réponse : chacune voit les deux versions et choisit", async ({
  browser,
}) => {
  const page = await signInUnaware(browser, draft.server.url, head);
  const other = await signInUnaware(browser, draft.server.url, colleague);
  await page.goto(draft.section("usages"));
  await other.goto(draft.section("usages"));
  await fillQuestion(page, "projet-phare", "La version de la proviseure.");
  await expectSaved(page);

  await fillQuestion(other, "projet-phare", "La version du référent.");
  const dialog = other.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText("Hélène Castagné");
  await expect(dialog).toContainText("La version de la proviseure.");
  await expect(dialog).toContainText("La version du référent.");
  await expectAccessible(other, "conflit");
  await dialog.getByRole("button", { name: "Garder votre version" }).click();
  await expect(dialog).toBeHidden();
  await expectSaved(other);

  await fillQuestion(page, "projet-phare", "Une troisième version.");
  const reply = page.getByRole("dialog");
  await expect(reply).toContainText("Karim Benslimane");
  await reply.getByRole("radio", { name: /Karim Benslimane/ }).check({ force: true });
  await reply.getByRole("button", { name: "Garder l’autre version" }).click();
  await expect(questionField(page, "projet-phare")).toHaveValue("La version du référent.");
  await page.reload();
  await expect(questionField(page, "projet-phare")).toHaveValue("La version du référent.");
  await page.context().close();
  await other.context().close();
});

test("au clavier, on entre dans le conflit, on en sort, et le champ retrouve le focus", async ({
  browser,
}) => {
  const page = await signInUnaware(browser, draft.server.url, head);
  const other = await signInUnaware(browser, draft.server.url, colleague);
  await page.goto(draft.section("usages"));
  await other.goto(draft.section("usages"));
  await fillQuestion(page, "projet-phare", "Écrite par la proviseure.");
  await expectSaved(page);

  const answer = questionField(other, "projet-phare");
  const dialog = other.getByRole("dialog");
  await typeIn(other, answer, "Écrite par le référent.");
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await expectFocusKept(other, dialog);
  await other.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(answer).toBeFocused();
  await expect(answer).toHaveValue("Écrite par le référent.");

  await enter(other, other.getByRole("button", { name: "Choisir la version à garder" }));
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await tabTo(other, dialog.getByRole("radio", { name: /Votre version/ }));
  await other.keyboard.press("ArrowDown");
  await enter(other, dialog.getByRole("button", { name: "Garder l’autre version" }));
  await expect(dialog).toBeHidden();
  await expect(answer).toHaveValue("Écrite par la proviseure.");
  await expect(answer).toBeFocused();

  await page.goto(draft.section("usages"));
  await fillQuestion(page, "projet-phare", "Reprise par la proviseure.");
  await expectSaved(page);
  await other.keyboard.press("Control+A");
  await other.keyboard.type("Reprise par le référent.");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await enter(other, dialog.getByRole("button", { name: "Écrire une troisième version" }));
  await expect(dialog).toBeHidden();
  await expect(answer).toBeFocused();
  await other.keyboard.press("Control+A");
  await other.keyboard.type("Écrite à deux.");
  await expectSaved(other);
  await page.goto(draft.section("usages"));
  await expect(questionField(page, "projet-phare")).toHaveValue("Écrite à deux.");
  await page.context().close();
  await other.context().close();
});

test("ce qui est répondu avant que la page soit prête est enregistré aussi", async ({
  browser,
}) => {
  const page = await signInAs(browser, draft.server.url, head);
  let start: (() => void) | undefined;
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await started;
    await route.continue();
  });
  await page.goto(draft.section("usages"), { waitUntil: "commit" });
  await expect(questionField(page, "projet-phare")).toHaveValue("Écrite à deux.");
  await questionField(page, "formes").fill("45");
  await questionField(page, "projet-phare").fill("Écrite trop tôt.");
  // The page says « Enregistré à » of older answers: what counts is that these two leave.
  const saves = ["formes", "projet-phare"].map((id) =>
    page.waitForResponse((response) => response.url().endsWith(`/reponses/${id}`)),
  );
  start?.();
  for (const save of await Promise.all(saves)) expect(save.status()).toBe(200);
  await expect(questionField(page, "formes")).toHaveValue("45");
  await expect(questionField(page, "projet-phare")).toHaveValue("Écrite trop tôt.");
  await page.unrouteAll();
  await page.goto(draft.section("usages"));
  await expect(questionField(page, "formes")).toHaveValue("45");
  await expect(questionField(page, "projet-phare")).toHaveValue("Écrite trop tôt.");
  await page.context().close();
});

test("session expirée : on se reconnecte sur place, et la réponse part", async ({ browser }) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("equipement"));
  await page.context().clearCookies();
  await fillQuestion(page, "postes", "415");
  await expect(savingState(page)).toHaveText("Session expirée\u00a0: 1\u00a0réponse en attente");
  const form = page.getByRole("form", { name: "Se reconnecter ici" });
  const sendPassword = async (password: string) => {
    await form.getByLabel("Adresse électronique professionnelle").fill(`${head}@jalons.example`);
    await form.getByLabel("Mot de passe").fill(password);
    await form.getByRole("button", { name: "Se reconnecter" }).click();
  };
  await sendPassword("ce-n-est-pas-le-bon");
  await expect(form).toContainText("L’adresse ou le mot de passe ne correspond pas.");
  await expectAccessible(page, "reconnexion sur place, refusée");
  await sendPassword(demonstrationPassword);
  await expectSaved(page);
  await expect(form).toBeHidden();
  await expect(questionField(page, "postes")).toHaveValue("415");
  await page.reload();
  await expect(questionField(page, "postes")).toHaveValue(/415/);
  await page.context().close();
});

test("sans JavaScript : on répond, on corrige, on retrouve ses réponses", async ({ browser }) => {
  const page = await signInAs(browser, draft.server.url, colleague, { javaScriptEnabled: false });
  const send = () => page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  await page.goto(draft.section("equipement"));
  await questionField(page, "postes").fill("beaucoup");
  await chooseAnswer(page, "wifi", "Toutes");
  const refused = page.waitForResponse((response) => response.request().method() === "POST");
  await send();
  expect((await refused).status()).toBe(422);
  await expect(page).toHaveTitle(/^Erreur\s: /);
  await expect(questionField(page, "postes")).toHaveValue("beaucoup");
  await expect(page.getByRole("radio", { name: "Toutes" })).toBeChecked();

  await questionField(page, "postes").fill("512");
  await send();
  await expect(page).toHaveURL(/section\/usages/);
  // Without JavaScript, a question that an answer reveals comes with the next page.
  await page.goto(draft.section("equipement"));
  await chooseAnswer(page, "depannage", "Plus d’un mois");
  await send();
  await expect(page).toHaveURL(/section\/usages/);
  await page.goto(draft.section("equipement"));
  await expect(questionField(page, "postes")).toHaveValue(/512/);
  await expect(page.getByRole("radio", { name: "Toutes" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Plus d’un mois" })).toBeChecked();
  await page.context().close();
});
