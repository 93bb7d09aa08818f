import { expect, test } from "@playwright/test";
import { parisIn, samplePdf } from "./support/campaigns";
import { beginOwnDraft, head } from "./support/own-draft";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";

test("l’acte est enregistré, l’avis demandé par courriel et donné sur une page sans JavaScript", async ({
  browser,
}) => {
  const formalActs = { deliberation: "required", endorsement: "required" };
  const draft = await beginOwnDraft(browser, "label-avec-actes", { formalActs });
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.path);
  const sheet = page.getByRole("region", { name: "Recevabilité" });
  await expect(sheet.getByText("Incomplète")).toBeVisible();
  await expectAccessible(page, "accueil du dossier, recevabilité");
  await sheet.getByRole("link", { name: "Enregistrer l’acte" }).click();
  await expectAccessible(page, "actes et avis");
  await page.getByLabel("Jour de la séance").fill(parisIn(-1).slice(0, 10));
  await page.getByLabel("Numéro de l’acte").fill("2026-14");
  await page.getByRole("radio", { name: "Favorable", exact: true }).check({ force: true });
  await page.locator('input[type="file"]:not([capture])').setInputFiles(samplePdf("acte.pdf"));
  await page.getByRole("button", { name: "Enregistrer l’acte" }).click();
  await expect(page.getByText("L’acte est enregistré.")).toBeVisible();
  await page.getByLabel("Personne ou service").fill("Direction de l’éducation");
  await page.getByLabel("Adresse électronique").fill("education@region.example");
  await page.getByRole("button", { name: "Demander l’avis" }).click();
  await expect(page.getByText("La demande d’avis est envoyée.")).toBeVisible();
  await expectAccessible(page, "avis demandé");
  await page.goto("/courriels");
  const [, token = ""] = /\/avis\/([\w-]{43})/.exec(await page.content()) ?? [];

  const open = await browser.newPage({ baseURL: draft.server.url });
  await open.goto(`/avis/${token}`);
  await expectAccessible(open, "avis de la collectivité");
  await open.close();
  const plain = await browser.newPage({ baseURL: draft.server.url, javaScriptEnabled: false });
  await plain.goto(`/avis/${token}`);
  await plain.getByRole("radio", { name: "Défavorable" }).check({ force: true });
  await plain.getByLabel("Votre fonction").fill("Vice-présidente");
  await plain.getByRole("button", { name: "Donner cet avis" }).click();
  await plain.getByRole("link", { name: "Expliquez vos réserves ou votre refus." }).click();
  await plain.getByLabel("Motifs").fill("Le câblage manque.");
  await plain.getByRole("button", { name: "Donner cet avis" }).click();
  await expect(plain.getByText("Votre avis est enregistré")).toBeVisible();
  await plain.close();

  await page.goto(`${draft.path}/actes`);
  await expect(page.getByText("Le câblage manque.")).toBeVisible();
  await expect(sheet.getByText("Avis de la collectivité")).toHaveCount(0);
  await page.context().close();
});
