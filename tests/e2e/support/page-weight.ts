import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";

/** Weight of a page's first load, in kB (1 000 bytes) of gzip. */
export type PageWeight = { readonly jsKb: number; readonly cssKb: number };

/** kB of gzip, to the hundredth: what a server sends that compresses at the usual level. */
async function gzipKb(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(responses.map((response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  return Math.round(bytes / 10) / 100;
}

/**
 * Opens an address and weighs every script and stylesheet that the browser fetches for it until the
 * network rests, whatever asked for it. The page's context must not have been there before: what its
 * cache holds is not fetched again.
 */
export async function weighPage(page: Page, path: string): Promise<PageWeight> {
  const fetched = new Map<string, Response>();
  const note = (response: Response) => fetched.set(response.url(), response);
  page.on("response", note);
  await page.goto(path, { waitUntil: "networkidle" });
  page.off("response", note);
  const ofType = (type: string) =>
    [...fetched.values()].filter((response) => response.request().resourceType() === type);
  const [scripts, stylesheets] = [ofType("script"), ofType("stylesheet")];
  if (scripts.length === 0 || stylesheets.length === 0) {
    throw new Error(`${path} : aucun script ou aucune feuille de style n’a été chargé.`);
  }
  return { jsKb: await gzipKb(scripts), cssKb: await gzipKb(stylesheets) };
}
