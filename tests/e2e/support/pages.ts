import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const widths = [1440, 390] as const;

/** Collects what the browser reports as an error, to be compared with an empty list at the end. */
export function watchErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`${page.url()} : ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // The browser reports any answer in 4xx of its own accord: several pages are refusals on purpose.
    if (/Failed to load resource.*status of 4\d\d/.test(message.text())) return;
    errors.push(`${page.url()} : ${message.text()}`);
  });
  return errors;
}

const faults = new WeakMap<Page, readonly string[]>();

/** Remembers what a page's scripts fail at, hydration included: `expectAccessible` expects nothing. */
export function watchFaults(page: Page): void {
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(`${page.url()} : ${error.message}`));
  faults.set(page, seen);
}

/** Every accessibility finding of the page as it is, at any severity, in a form that one can read. */
async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Legacy mode leaves out frames of other sites: there is none, and it is twice as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact}) ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
}

/** By how many pixels the page is wider than its window. */
async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The look of the page under the other display, which the person has not chosen. */
async function otherDisplay(page: Page): Promise<"dark" | "light"> {
  const chosen = await page.locator("html").getAttribute("data-fr-theme");
  return chosen === "dark" ? "light" : "dark";
}

/**
 * Expects no accessibility finding, no fault of its scripts so far and no sideways scroll, at the width of a desk and of a telephone,
 * and no shortfall of contrast under the other display (all that a display changes is colours).
 * Soft: the failures of all pages are told at once, each with the name of its page.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // Charts draw themselves anew after a change of width: their final width counts.
    await expect
      .configure({ soft: true })
      .poll(() => overflowOf(page), {
        message: `${name}, ${width} px : défilement latéral`,
        timeout: 3_000,
      })
      .toBeLessThanOrEqual(0);
    expect.soft(await findings(page), `${name}, ${width} px`).toEqual([]);
  }
  const display = await otherDisplay(page);
  const html = page.locator("html");
  const chosen = await html.getAttribute("data-fr-theme");
  const show = (value: string | null) =>
    html.evaluate(async (root, theme) => {
      if (theme === null) root.removeAttribute("data-fr-theme");
      else root.setAttribute("data-fr-theme", theme);
      // Colours that change gradually count once they have changed; folded content never does.
      const seen = document
        .getAnimations()
        .filter(
          ({ effect }) => effect instanceof KeyframeEffect && effect.target?.checkVisibility(),
        );
      await Promise.allSettled(seen.map(({ finished }) => finished));
    }, value);
  await show(display);
  expect.soft(await findings(page, ["color-contrast"]), `${name}, ${display}`).toEqual([]);
  expect.soft(faults.get(page) ?? [], `${name}, erreurs de script`).toEqual([]);
  await show(chosen);
  await page.setViewportSize({ width: widths[0], height: 900 });
}
