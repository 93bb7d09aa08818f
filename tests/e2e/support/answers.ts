import { expect, type Locator, type Page } from "@playwright/test";

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

/** What the bar of the page says of the saving, announced to screen readers. */
export function savingState(page: Page): Locator {
  return page.locator(".jl-save [role=status]");
}

/** Waits until every answer typed on the page is saved, as the page itself says. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(savingState(page)).toHaveText(/Enregistré à/);
}

/** Types the beginning of a place's name and takes the one suggestion that matches, as one does by hand. */
export async function pickPlace(page: Page, name: string, typed: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`);
  await field.pressSequentially(typed);
  const list = await field.getAttribute("list");
  const option = page.locator(`datalist[id="${list}"] option`).first();
  await option.waitFor({ state: "attached" });
  await field.fill((await option.getAttribute("value")) ?? "");
  await field.blur();
}
