import { expect, type Page, test } from "@playwright/test";
import { expectSaved, fillQuestion } from "./support/answers";
import { beginOwnDraft, head, type OwnDraft, questionField } from "./support/own-draft";
import { expectAccessible, watchErrors } from "./support/pages";
import { signInAs } from "./support/people";

const colleague = "karim.benslimane";
let draft: OwnDraft;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  draft = await beginOwnDraft(browser, "label-presence");
});

/** The line of the page that says who else is in the file. */
const others = (page: Page) => page.getByText(/^Aussi dans ce dossier/);
/** What the page announces that somebody else wrote. */
const news = (page: Page) => page.locator(".jl-presence-line [role=status]");

test("deux personnes se voient, et voient ce que l’autre enregistre", async ({ browser }) => {
  const page = await signInAs(browser, draft.server.url, head);
  const other = await signInAs(browser, draft.server.url, colleague);
  const errors = watchErrors(page);
  await page.goto(draft.section("usages"));
  await other.goto(draft.section("usages"));
  await questionField(other, "formes").focus();
  await expect(others(page)).toHaveText(
    "Aussi dans ce dossier\u00a0: Karim Benslimane (question\u00a03.3)",
  );
  await expect(page.locator("#question-formes")).toContainText("Karim Benslimane répond ici");
  await expect(others(other)).toContainText("Hélène Castagné");
  await expectAccessible(page, "présence");

  // Saved by one, shown to the other, whose focus stays where it is.
  await questionField(page, "projets").focus();
  await fillQuestion(other, "formes", "45");
  await expectSaved(other);
  await expect(questionField(page, "formes")).toHaveValue("45");
  await expect(news(page)).toContainText("Karim Benslimane a modifié la réponse\u00a03.3");
  await expect(questionField(page, "projets")).toBeFocused();

  // What is read anew is what the next answer starts from: nothing to choose between.
  await fillQuestion(page, "formes", "50");
  await expectSaved(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(questionField(other, "formes")).toHaveValue("50");

  // A field that has the focus is not replaced under the person, only once they have left it.
  await questionField(page, "formes").focus();
  await fillQuestion(other, "formes", "60");
  await fillQuestion(other, "projets", "2");
  await expectSaved(other);
  await expect(questionField(page, "projets")).toHaveValue("2");
  await expect(questionField(page, "formes")).toHaveValue("50");
  await expect(questionField(page, "formes")).toBeFocused();
  await questionField(page, "projets").focus();
  await expect(questionField(page, "formes")).toHaveValue("60");

  // The team of the file's home says it too, drawn by the server, then live.
  await page.goto(draft.path);
  const line = page.locator(".jl-team li").filter({ hasText: "Karim Benslimane" });
  await expect(line).toContainText("à la question\u00a03.4");
  await other.goto("/candidatures");
  await expect(line).not.toContainText("à la question");
  expect(errors).toEqual([]);
  await page.context().close();
  await other.context().close();
});

test("sans flux, la page demande d’elle-même qui est là et ce qui a changé", async ({
  browser,
}) => {
  const page = await signInAs(browser, draft.server.url, head);
  const other = await signInAs(browser, draft.server.url, colleague);
  await page.context().route("**/flux", (route) => route.abort());
  await other.goto(draft.section("usages"));
  await questionField(other, "formes").focus();
  await page.goto(draft.section("usages"));
  await expect(others(page)).toContainText("Karim Benslimane");
  await fillQuestion(other, "formes", "75");
  await expectSaved(other);
  await expect(questionField(page, "formes")).toHaveValue("75");
  await page.context().close();
  await other.context().close();
});
