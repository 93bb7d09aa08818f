import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible, watchErrors } from "./pages";
import { signInAs } from "./people";
import type { RunningServer } from "./server";

export type Visit = {
  readonly page: Page;
  /** Opens an address, which must answer so, then looks at the page at both widths. */
  readonly look: (path: string, status?: number) => Promise<void>;
  /** Addresses of the page's links that match, each once. */
  readonly links: (pattern: RegExp) => Promise<readonly string[]>;
};

type Who = {
  /** Of the demonstration; nobody’s visit when left out. */
  readonly name?: string | undefined;
  /** The page as it is without JavaScript: its scripts come empty, for axe itself needs to run. */
  readonly withoutScripts?: boolean;
};

/** Gives how one person visits the server; a visit fails on any error that the browser reports. */
export function visiting(server: RunningServer) {
  return async (
    browser: Browser,
    who: string | undefined | Who,
    steps: (visit: Visit) => Promise<void>,
  ): Promise<void> => {
    const { name, withoutScripts = false }: Who = typeof who === "object" ? who : { name: who };
    const page = name
      ? await signInAs(browser, server.url, name)
      : await (await browser.newContext({ baseURL: server.url })).newPage();
    if (withoutScripts) {
      await page.route("**/assets/*.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: "" }),
      );
    }
    const errors = watchErrors(page);
    const look = async (path: string, status = 200) => {
      const response = await page.goto(path);
      expect.soft(response?.status(), path).toBe(status);
      await expectAccessible(page, path);
    };
    await steps({ page, look, links: (pattern) => linksOf(page, pattern) });
    expect(errors).toEqual([]);
    await page.context().close();
  };
}

/** Addresses of the links in a page's content that match, each once. */
export async function linksOf(page: Page, pattern: RegExp): Promise<readonly string[]> {
  const all = await page
    .locator("main a[href]")
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href") ?? ""));
  return [...new Set(all)].filter((href) => pattern.test(href));
}

/** The first of the links found, which the demonstration is known to hold. */
export function first(links: readonly string[], what: string): string {
  const [link] = links;
  if (!link) throw new Error(`La démonstration n’offre pas : ${what}.`);
  return link;
}
