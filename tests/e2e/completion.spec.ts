import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectSaved, fillQuestion } from "./support/answers";
import { parisIn } from "./support/campaigns";
import { beginOwnDraft, head, type OwnDraft } from "./support/own-draft";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";
import { submitShortLabel } from "./support/short-label";

const slug = "label-complements";
const before = "Une webradio animée par les élèves de seconde.";
const after = "Une webradio, et un club de robotique ouvert aux collégiens.";

let draft: OwnDraft;
let requests = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  draft = await beginOwnDraft(browser, slug);
  requests = `/instruction/${slug}/${draft.path.split("/").at(-1)}/complements`;
});

async function as(
  browser: Browser,
  name: string,
  step: (page: Page) => Promise<void>,
  options: { readonly javaScriptEnabled?: boolean } = {},
) {
  const page = await signInAs(browser, draft.server.url, name, options);
  await step(page);
  await page.context().close();
}

test("une candidature est transmise, puis la DANE demande un complément, sans JavaScript", async ({
  browser,
}) => {
  await as(browser, head, async (page) => {
    await submitShortLabel(page, draft.path);
  });
  const noScript = { javaScriptEnabled: false };
  await as(
    browser,
    "nadege.pujol",
    async (page) => {
      await page.goto(requests);
      await page.getByRole("button", { name: "Demander ces compléments" }).click();
      await expect(page.locator("#erreurs")).toBeVisible();
      await page.getByLabel(/transmettre au plus tard le/).fill(parisIn(5).slice(0, 10));
      await page.locator("summary", { hasText: "Usages" }).click();
      await page.locator('input[name="question"][value="projet-phare"]').check({ force: true });
      await page.locator('[name="motif-projet-phare"]').fill("Citez aussi les autres projets.");
      await page.getByRole("button", { name: "Demander ces compléments" }).click();
      await expect(page.getByText("C’est enregistré")).toBeVisible();
      await expect(page.getByText("Citez aussi les autres projets.")).toBeVisible();
    },
    noScript,
  );
});

test("la proviseure complète, et ce qui n’est pas encore enregistré part avec", async ({
  browser,
}) => {
  await as(browser, head, async (page) => {
    await page.goto(draft.path);
    await expect(page.getByText("L’instruction demande des compléments").first()).toBeVisible();
    await page.goto(`${draft.path}/complements`);
    await expectAccessible(page, "compléments à transmettre");
    await page
      .getByRole("link", { name: /^Compléter/ })
      .first()
      .click();
    await expect(page.getByText("Citez aussi les autres projets.").first()).toBeVisible();
    await fillQuestion(page, "projet-phare", "Un brouillon.");
    await expectSaved(page);
    const saves = "**/api/candidatures/**";
    await page.route(saves, (route) => route.abort("connectionrefused"));
    await fillQuestion(page, "projet-phare", after);
    await page.goto(`${draft.path}/complements`);
    await page.getByRole("checkbox").check({ force: true });
    await page.getByRole("button", { name: "Transmettre les compléments" }).click();
    await expect(page.getByText(/ne sont pas encore enregistrées/)).toBeVisible();
    await page.unroute(saves);
    await page.getByRole("button", { name: "Transmettre les compléments" }).click();
    await expect(page).toHaveURL(/recepisse\?transmise=oui/);
  });
});

test("avant et après se lisent des deux côtés", async ({ browser }) => {
  await as(browser, "nadege.pujol", async (page) => {
    await page.goto(requests);
    await expect(page.getByText(before, { exact: true })).toBeVisible();
    await expect(page.getByText(after, { exact: true })).toBeVisible();
    await expect(page.getByText("Répondue", { exact: true })).toBeVisible();
    await expectAccessible(page, "compléments, avant et après");
  });
  await as(browser, head, async (page) => {
    await page.goto(`${draft.path}/complements`);
    await expect(page.getByText(after, { exact: true })).toBeVisible();
    await page.goto(draft.section("usages"));
    await expect(page.locator('[name="q.projet-phare"]')).toHaveCount(0);
  });
});
