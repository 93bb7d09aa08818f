import { expect, test } from "@playwright/test";
import { weighPage } from "./support/page-weight";
import { signInAs } from "./support/people";
import { runningServer } from "./support/server";
import { first, linksOf } from "./support/visit";

/** What the project holds its heaviest form to, in kB of gzip. */
const limits = { jsKb: 130, cssKb: 30 } as const;

test("le questionnaire pèse au plus 130 kB de JavaScript et 30 kB de CSS", async ({ browser }) => {
  const { url } = runningServer();
  const page = await signInAs(browser, url, "helene.castagne");
  await page.goto("/candidatures");
  let sections: readonly string[] = [];
  for (const file of await linksOf(page, /^\/candidatures\/[0-9a-f-]{36}$/)) {
    await page.goto(file);
    sections = [...sections, ...(await linksOf(page, /\/section\//))];
  }
  const storageState = await page.context().storageState();
  const fresh = await browser.newContext({ baseURL: url, storageState });
  const weight = await weighPage(
    await fresh.newPage(),
    first(sections, "un questionnaire à remplir").replace(/#.*/, ""),
  );
  expect(weight.jsKb, "kB de JavaScript").toBeLessThanOrEqual(limits.jsKb);
  expect(weight.cssKb, "kB de CSS").toBeLessThanOrEqual(limits.cssKb);
  await fresh.close();
  await page.context().close();
});
