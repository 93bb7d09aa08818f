import { expect, type Page } from "@playwright/test";
import { chooseAnswer, expectSaved, fillQuestion } from "./answers";
import { samplePdf } from "./campaigns";

/** Answers « Pilotage », with its proof, then « Équipement » of the short label campaign. */
export async function answerFirstSections(page: Page, filePath: string): Promise<void> {
  await page.goto(`${filePath}/section/pilotage`);
  await chooseAnswer(page, "projet-numerique", "Oui");
  await chooseAnswer(page, "commission", "Chaque trimestre");
  await expectSaved(page);
  await page
    .locator('#question-projet-extrait input[type="file"]:not([capture])')
    .setInputFiles(samplePdf("extrait.pdf"));
  await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  await expect(page).toHaveURL(/section\/equipement/);

  await fillQuestion(page, "postes", "620");
  await chooseAnswer(page, "wifi", "Toutes");
  await chooseAnswer(page, "depannage", "Moins de deux semaines");
  await expectSaved(page);
}

/** Answers « Usages », the last section of the short label campaign. */
export async function answerUses(page: Page, filePath: string): Promise<void> {
  await page.goto(`${filePath}/section/usages`);
  for (const label of ["Tous les élèves", "Tous les enseignants", "Les familles"]) {
    await chooseAnswer(page, "ent-publics", label);
  }
  const rows = page.locator("#question-ent-services tbody tr");
  await expect(rows.first()).toBeVisible();
  for (let index = 0; index < (await rows.count()); index += 1) {
    await rows.nth(index).getByRole("radio").nth(2).check({ force: true });
  }
  await fillQuestion(page, "formes", "70");
  await fillQuestion(page, "projets", "4");
  await fillQuestion(page, "projet-phare", "Une webradio animée par les élèves de seconde.");
  await expectSaved(page);
}

/** Answers the whole short label and submits it: ends on its receipt. */
export async function submitShortLabel(page: Page, filePath: string): Promise<void> {
  await answerFirstSections(page, filePath);
  await answerUses(page, filePath);
  await declareAndSubmit(page, filePath);
}

/** Declares on honour and submits a complete draft: ends on its receipt. */
export async function declareAndSubmit(page: Page, filePath: string): Promise<void> {
  await page.goto(`${filePath}/transmettre`);
  await page.getByRole("checkbox").check({ force: true });
  await page.getByRole("button", { name: "Transmettre la candidature" }).click();
  await expect(page).toHaveURL(/recepisse/);
}
