import { expect, type Page, test } from "@playwright/test";
import { expectSaved } from "./support/answers";
import { beginOwnDraft, head, type OwnDraft, questionField } from "./support/own-draft";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";

let draft: OwnDraft;

test.beforeAll(async ({ browser }) => {
  draft = await beginOwnDraft(browser, "label-liste-des-taches");
});

/** The question that holds the focus. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[id^="question-"]')?.id);

const remaining = (page: Page) =>
  page.getByRole("link", { name: /questions? obligatoires? restantes?/ });

test("d’une question obligatoire à la suivante, de section en section", async ({ browser }) => {
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("equipement"));
  await remaining(page).click();
  await expect.poll(() => focused(page)).toBe("question-postes");
  await questionField(page, "postes").fill("620");
  for (const id of ["wifi", "depannage"]) {
    await remaining(page).click();
    await expect.poll(() => focused(page)).toBe(`question-${id}`);
  }
  // From where the person is, not from the last jump; by the keyboard too.
  await questionField(page, "postes").focus();
  await remaining(page).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("question-wifi");
  await questionField(page, "depannage").first().focus();
  await remaining(page).click();
  await expect(page).toHaveURL(/section\/usages#question-ent-publics$/);
  await expect.poll(() => focused(page)).toBe("question-ent-publics");

  // On a telephone the list of sections is folded under the name of this one.
  await page.setViewportSize({ width: 390, height: 844 });
  const list = page.getByRole("navigation", { name: /L@bel/ });
  const other = list.getByRole("link", { name: /Pilotage/ });
  await expect(other).toBeHidden();
  await list.getByText("Section 3 sur 3").click();
  await other.click();
  await expect(page).toHaveURL(/section\/pilotage$/);
  await expect(other).toBeHidden();
  await page.context().close();
});

test("une relecture demandée, faite, une question trouvée, sans JavaScript", async ({
  browser,
}) => {
  const { url } = draft.server;
  const writer = await signInAs(browser, url, head);
  await writer.goto(draft.section("equipement"));
  await questionField(writer, "postes").fill("620");
  await writer.keyboard.press("Tab");
  await expectSaved(writer);

  const plain = { javaScriptEnabled: false };
  const colleague = await signInAs(browser, url, "karim.benslimane", plain);
  await colleague.goto(draft.section("equipement"));
  await colleague.getByRole("link", { name: "Demander une relecture" }).click();
  await expect(colleague.getByLabel("Section à relire")).toHaveValue("equipement");
  await colleague.getByLabel(/Ce qu’il faut regarder/).fill("Le nombre de postes est-il le bon ?");
  await colleague.getByRole("button", { name: "Demander une relecture" }).click();
  await expect(colleague.getByText("Votre demande est enregistrée")).toBeVisible();

  await writer.goto(draft.path);
  await expect(writer.getByText("Karim Benslimane vous demande de relire")).toBeVisible();
  await expectAccessible(writer, "accueil du dossier, section à relire");
  await writer.goto(draft.section("equipement"));
  await expect(writer.getByText("Le nombre de postes est-il le bon ?")).toBeVisible();
  await expectAccessible(writer, "section à relire");
  await writer.goto(`${draft.path}/relectures`);
  await expectAccessible(writer, "relectures");
  await writer.context().close();

  await colleague.goto(draft.section("equipement"));
  await colleague.getByRole("button", { name: "J’ai relu" }).click();
  await expect(colleague).toHaveURL(draft.path);
  await expect(colleague.getByText("À relire", { exact: true })).toHaveCount(0);
  await colleague.getByRole("searchbox").fill("PANNÉ");
  await colleague.getByRole("button", { name: "Chercher" }).click();
  await colleague.locator("main").getByRole("link", { name: /^2\./ }).first().click();
  await expect(colleague).toHaveURL(/section\/equipement#question-depannage$/);
  await colleague.context().close();
});
