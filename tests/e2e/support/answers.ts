import { expect, type Page } from "@playwright/test";

/** Fills a text-like field of a question by its name and leaves it, so that it is saved. */
export async function fillQuestion(page: Page, id: string, value: string): Promise<void> {
  const field = page.locator(`[name="q.${id}"]`);
  await field.fill(value);
  await field.blur();
}

/** Chooses a radio or checks a box of a question, by the words of its label. */
export async function chooseAnswer(page: Page, id: string, label: string | RegExp): Promise<void> {
  await page
    .locator(`#question-${id}`)
    .getByLabel(label, typeof label === "string" ? { exact: true } : undefined)
    .check({ force: true });
}

/** Waits until every answer typed on the page is saved, as the page itself says. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator(".jl-save [role=status]")).toHaveText(/Enregistré à/);
}
