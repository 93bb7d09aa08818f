import { type Browser, expect, type Page } from "@playwright/test";
import { watchFaults } from "./pages";

/** Public password of everybody in the demonstration. */
export const demonstrationPassword = "demonstration-jalons";

/** Opens a browser of its own for one person of the demonstration, signed in. */
export async function signInAs(
  browser: Browser,
  url: string,
  name: string,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const page = await context.newPage();
  watchFaults(page);
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique professionnelle").fill(`${name}@jalons.example`);
  await page.getByLabel("Mot de passe").fill(demonstrationPassword);
  await page.getByRole("main").getByRole("button", { name: "Se connecter" }).click();
  await expect(page).not.toHaveURL(/connexion/);
  return page;
}

/**
 * Signs in where nothing of what the others do arrives by itself: two people who answer at the same
 * moment, before either page has learnt of the other.
 */
export async function signInUnaware(browser: Browser, url: string, name: string): Promise<Page> {
  const page = await signInAs(browser, url, name);
  await page
    .context()
    .route(/\/api\/candidatures\/[^/]+\/(flux|presence)/, (route) => route.abort());
  return page;
}
