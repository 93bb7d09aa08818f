import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { chooseAnswer, expectSaved } from "./support/answers";
import { beginOwnDraft, head } from "./support/own-draft";
import { signInAs } from "./support/people";

const folder = mkdtempSync(join(tmpdir(), "jalons-grands-fichiers-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A PDF of two pieces and a half. */
function largePdf(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat([Buffer.from("%PDF-1.7 "), Buffer.alloc(10_000_000, 97)]));
  return path;
}

test("un grand fichier reprend où il en était, connexion coupée puis page quittée", async ({
  browser,
}) => {
  const draft = await beginOwnDraft(browser, "label-envois");
  const page = await signInAs(browser, draft.server.url, head);
  await page.goto(draft.section("pilotage"));
  await chooseAnswer(page, "projet-numerique", "Oui");
  await expectSaved(page);
  const question = page.locator("#question-projet-extrait");
  const chooser = question.locator('input[type="file"]:not([capture])');
  const pieces = "**/api/televersements/*";
  const offsets: string[] = [];

  // The first piece passes, then the connection is lost until it is given back.
  let isCut = true;
  await page.route(pieces, async (route) => {
    const request = route.request();
    if (request.method() !== "PATCH") return route.continue();
    const offset = request.headers()["upload-offset"] ?? "";
    if (isCut && offset !== "0") return route.abort("connectionreset");
    offsets.push(offset);
    return route.continue();
  });
  await chooser.setInputFiles(largePdf("plan.pdf"));
  await expect(question).toContainText(/Connexion interrompue à 4,2\sMo sur 10\sMo/);
  isCut = false;
  const link = question.getByRole("link", { name: "plan.pdf" });
  await expect(link).toBeVisible({ timeout: 20_000 });
  expect(offsets).toEqual(["0", "4194304", "8388608"]);
  const kept = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await kept.body()).byteLength).toBe(10_000_009);

  // The page is left half-way: the file is said to be awaited, and goes on once chosen again.
  isCut = true;
  offsets.length = 0;
  await chooser.setInputFiles(largePdf("budget.pdf"));
  await expect(question).toContainText(/Connexion interrompue à 4,2\sMo/);
  await page.reload();
  await expect(question).toContainText(/envoi interrompu\. Choisissez à nouveau ce fichier/);
  isCut = false;
  await chooser.setInputFiles(join(folder, "budget.pdf"));
  await expect(question.getByRole("link", { name: "budget.pdf" })).toBeVisible();
  expect(offsets).toEqual(["0", "4194304", "8388608"]);
  await expect(question).not.toContainText("envoi interrompu");
  await page.context().close();
});
