import { expect, test } from "@playwright/test";
import { savingState } from "./support/answers";
import { beginOwnDraft, head } from "./support/own-draft";
import { watchErrors } from "./support/pages";
import { signInAs } from "./support/people";

/** A telephone of a few years ago: how many times slower than this machine. */
const slowdown = 6;
const visits = 6;
const keysOfAVisit = 30;

test("une page lente devient vivante, même si l’on y appuie sur des touches pendant qu’elle arrive", async ({
  browser,
}) => {
  const draft = await beginOwnDraft(browser, "label-lent");
  const page = await signInAs(browser, draft.server.url, head);
  const errors = watchErrors(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  for (let visit = 0; visit < visits; visit += 1) {
    await page.goto(draft.section("equipement"), { waitUntil: "commit" });
    for (let key = 0; key < keysOfAVisit; key += 1) await page.keyboard.press("Tab");
    // What the server drew says « Enregistrez avant de quitter cette page » until the page is alive.
    await expect(savingState(page)).not.toHaveText(/Enregistrez avant/);
  }
  expect(errors).toEqual([]);
  await page.context().close();
});
