import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { importCampaign } from "./campaigns";
import { signInAs } from "./people";
import { type RunningServer, runningServer } from "./server";

/** Who begins the application: the head of a lycée of the demonstration. */
export const head = "helene.castagne";

/** An application begun in a campaign of its own, which no other spec touches. */
export type OwnDraft = {
  readonly server: RunningServer;
  /** The path of its page. */
  readonly path: string;
  /** The path of one of its sections. */
  section(id: string): string;
};

/**
 * Opens the short campaign under `slug`, with what `changes` say of it, announces it, and begins the head's
 * application there.
 */
export async function beginOwnDraft(
  browser: Browser,
  slug: string,
  changes: object = {},
): Promise<OwnDraft> {
  const server = runningServer();
  importCampaign(server, "label-court.json", slug, changes);
  const manager = await signInAs(browser, server.url, "paul.vergnes");
  await manager.goto(`/gestion/${slug}/calendrier`);
  await manager.getByRole("button", { name: "Annoncer la campagne" }).click();
  await expect(manager.getByText("Le changement est enregistré.")).toBeVisible();
  await manager.context().close();
  const page = await signInAs(browser, server.url, head);
  await page.goto(`/candidatures/commencer/${slug}`);
  await page.getByRole("button", { name: "Commencer ma candidature" }).click();
  await expect(page).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
  const path = new URL(page.url()).pathname;
  await page.context().close();
  return { server, path, section: (id) => `${path}/section/${id}` };
}

/** The field of a question, by its name. */
export function questionField(page: Page, id: string): Locator {
  return page.locator(`[name="q.${id}"]`);
}
