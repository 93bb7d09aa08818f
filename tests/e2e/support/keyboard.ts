import { expect, type Locator, type Page } from "@playwright/test";

/** More than any of our pages asks for between two controls that a person wants. */
const mostTabs = 120;

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** What the focused control shows of it: nothing wrong, else a French word on what is. */
async function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "aucun focus";
    const labels = "labels" in element ? [...(element.labels as NodeListOf<HTMLElement>)] : [];
    const around = [element, element.parentElement, element.closest("td, label"), ...labels];
    const hasRing = around.some((shown) =>
      [null, "::before", "::after"].some((part) => {
        if (!shown) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown, part);
        return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      }),
    );
    const name = element.getAttribute("name") ?? element.textContent ?? element.tagName;
    if (!hasRing) return `focus invisible : ${name}`;
    if (element.tabIndex > 0) return `ordre forcé : ${name}`;
    const { top, bottom } = element.getBoundingClientRect();
    const isSeen = bottom > 0 && top < window.innerHeight;
    return isSeen ? null : `hors de l’écran : ${name}`;
  });
}

/** Presses Tab until the control has the focus, which must be seen at every stop on the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press("Tab");
    // The browser scrolls to what takes the focus a moment later.
    await expect
      .configure({ soft: true })
      .poll(() => focusFault(page), { message: page.url(), timeout: 3_000 })
      .toBeNull();
    if (await isFocused(target)) return;
  }
  throw new Error(`La touche Tab n’atteint pas ${target}.`);
}

/** Goes to the page’s content by its first link, the skip link. */
export async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenu")).toBeFocused();
}

/** Waits for a page that followed another without a full load: its content has the focus. */
export async function arrive(page: Page, url: RegExp): Promise<void> {
  await expect(page).toHaveURL(url);
  await expect(page.locator("#contenu")).toBeFocused();
}

/** Reaches a link or a button and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Reaches a field and types in it. */
export async function typeIn(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Reaches a group of radios and chooses the one of a rank (0 first) with the arrows. */
export async function chooseRadio(page: Page, group: Locator, rank: number): Promise<void> {
  const radios = group.getByRole("radio");
  await tabTo(page, radios.first());
  await page.keyboard.press("Space");
  for (let step = 0; step < rank; step += 1) await page.keyboard.press("ArrowDown");
  await expect(radios.nth(rank)).toBeChecked();
  await expect(radios.nth(rank)).toBeFocused();
}

/** Goes round a dialog with Tab: the focus reaches each of its buttons, and nothing of the page behind. */
export async function expectFocusKept(page: Page, dialog: Locator): Promise<void> {
  const seen = new Set<string>();
  const names = await dialog.getByRole("button").allTextContents();
  for (let pressed = 0; pressed < 2 * (names.length + 2); pressed += 1) {
    await page.keyboard.press("Tab");
    const place = await dialog.evaluate((shown) => {
      const element = document.activeElement;
      // The browser's own controls come after the last one of the dialog.
      if (!element || element === document.body) return null;
      return { isInside: shown.contains(element), text: element.textContent ?? "" };
    });
    expect(place?.isInside ?? true, place?.text).toBe(true);
    if (place) seen.add(place.text);
  }
  expect([...seen]).toEqual(expect.arrayContaining(names));
}
