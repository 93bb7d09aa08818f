import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectSaved, fillQuestion } from "./support/answers";
import { parisIn, samplePdf } from "./support/campaigns";
import { beginOwnDraft, head, type OwnDraft } from "./support/own-draft";
import { expectAccessible } from "./support/pages";
import { signInAs } from "./support/people";
import { declareAndSubmit, submitShortLabel } from "./support/short-label";

const slug = "label-retrait";

let draft: OwnDraft;
let examination = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  draft = await beginOwnDraft(browser, slug);
  examination = `/instruction/${slug}/${draft.path.split("/").at(-1)}`;
});

async function as(
  browser: Browser,
  name: string,
  step: (page: Page) => Promise<void>,
  options: { readonly javaScriptEnabled?: boolean } = {},
) {
  const page = await signInAs(browser, draft.server.url, name, options);
  await step(page);
  await page.context().close();
}

test("une candidature transmise se modifie, une fois que la DANE l’accepte", async ({
  browser,
}) => {
  await as(browser, head, async (page) => {
    await submitShortLabel(page, draft.path);
    await page.goto(draft.path);
    await page.getByRole("link", { name: "Compléments et modifications" }).click();
    await page.getByLabel("Ce que vous voulez modifier, et pourquoi").fill("Il y a 640 postes.");
    await page.getByRole("button", { name: "Demander à modifier" }).click();
    await expect(page.getByText("Votre demande est transmise à l’instruction")).toBeVisible();
    await expectAccessible(page, "demande de modification");
  });
  await as(browser, "nadege.pujol", async (page) => {
    await page.goto(examination);
    await expect(page.getByText("Modification demandée")).toBeVisible();
    await expectAccessible(page, "instruction, modification demandée");
  });
  await as(
    browser,
    "nadege.pujol",
    async (page) => {
      await page.goto(`${examination}/complements`);
      await page
        .getByLabel("Accepter, à transmettre au plus tard le")
        .fill(parisIn(5).slice(0, 10));
      await page.getByRole("button", { name: "Accepter la modification" }).click();
      await expect(page.getByText("C’est enregistré")).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
  await as(browser, head, async (page) => {
    await page.goto(`${draft.path}/complements`);
    await page.getByRole("link", { name: /Modifier la section «.Équipement.»/ }).click();
    await fillQuestion(page, "postes", "640");
    await expectSaved(page);
    await page.goto(`${draft.path}/complements`);
    await page.getByRole("checkbox").check({ force: true });
    await page.getByRole("button", { name: "Transmettre de nouveau" }).click();
    await expect(page).toHaveURL(/recepisse\?transmise=oui/);
  });
});

test("l’établissement et la DANE s’écrivent, la DANE prend des notes pour elle", async ({
  browser,
}) => {
  await as(browser, head, async (page) => {
    await page.goto(draft.path);
    await page.getByRole("link", { name: "Messages", exact: true }).click();
    await page.getByLabel("Votre message").fill("Faut-il le détail des postes ?");
    // Ce qui est tapé survit à une page quittée.
    await page.goto(draft.path);
    await page.goto(`${draft.path}/messages`);
    await expect(page.getByLabel("Votre message")).toHaveValue("Faut-il le détail des postes ?");
    await page.getByLabel(/^Joindre des fichiers/).setInputFiles(samplePdf("postes.pdf"));
    await page.getByRole("button", { name: "Envoyer le message" }).click();
    await expect(page.getByText("Votre message est envoyé")).toBeVisible();
    await expect(page.getByLabel("Votre message")).toHaveValue("");
    await expect(page.getByText("Pas encore lu")).toBeVisible();
    await expectAccessible(page, "messages, établissement");
  });
  await as(browser, "nadege.pujol", async (page) => {
    await page.goto(examination);
    await page.getByRole("link", { name: "Messages (1, dont 1 non lu)" }).click();
    await expect(page.getByText("Nouveau")).toBeVisible();
    await expectAccessible(page, "messages, instruction");
    await page.getByRole("link", { name: "postes.pdf" }).click();
    await page.goto(examination);
    await expect(page.getByRole("link", { name: "Messages (1)" })).toBeVisible();
    await page.goto(`${examination}/notes`);
    await page.getByLabel("Votre note").fill("Rappeler la proviseure.");
    await page.getByRole("button", { name: "Enregistrer la note" }).click();
    await expect(page.getByText("Rappeler la proviseure.")).toBeVisible();
    await expectAccessible(page, "notes internes");
  });
  await as(
    browser,
    "nadege.pujol",
    async (page) => {
      await page.goto(`${examination}/messages`);
      await page.getByLabel("Votre message").fill("Non, le total suffit.");
      await page.getByRole("button", { name: "Envoyer le message" }).click();
      await expect(page.getByText("Votre message est envoyé")).toBeVisible();
      await page.goto(`${examination}/notes`);
      await page.getByRole("link", { name: /^Retirer/ }).click();
      await page.getByRole("button", { name: "Retirer la note" }).click();
      await expect(page.getByText(/Note retirée par son auteur/)).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
  await as(
    browser,
    head,
    async (page) => {
      await page.goto(`${draft.path}/messages`);
      await expect(page.getByText(/^Lu par Nadège Pujol/)).toBeVisible();
      await page.getByRole("button", { name: "Marquer comme lu" }).click();
      await expect(page.getByText("Nouveau")).toBeHidden();
    },
    { javaScriptEnabled: false },
  );
});

test("elle se retire, puis se reprend et se transmet avec un autre récépissé", async ({
  browser,
}) => {
  await as(browser, head, async (page) => {
    await page.goto(`${draft.path}/retrait`);
    await expectAccessible(page, "retrait");
    await page.getByLabel(/^Motif/).fill("Une autre année.");
    await page.getByRole("button", { name: "Retirer la candidature" }).click();
    await expect(page.getByRole("heading", { name: "Candidature retirée" })).toBeVisible();
    await page.goto(`${draft.path}/recepisse`);
    await expect(page.getByText("Cette candidature a été retirée")).toBeVisible();
  });
  await as(browser, "nadege.pujol", async (page) => {
    await page.goto(`/instruction/${slug}`);
    await expect(page.getByText("Aucune candidature transmise")).toBeVisible();
    await page.goto(examination);
    await expect(page.getByText("Motif : Une autre année.")).toBeVisible();
    await page.goto(`${examination}/complements`);
    await expect(page.getByText("640 appareils")).toBeVisible();
  });
  await as(
    browser,
    head,
    async (page) => {
      await page.goto(`${draft.path}/retrait`);
      await page.getByRole("button", { name: "Reprendre en brouillon" }).click();
      await expect(page.getByText(/que si vous la transmettez de nouveau/)).toBeVisible();
      await declareAndSubmit(page, draft.path);
      await expect(page.getByRole("heading", { name: /Récépissé .*0003/ })).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
});
