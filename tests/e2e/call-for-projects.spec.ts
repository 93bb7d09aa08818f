import { expect, test } from "@playwright/test";
import { chooseAnswer, expectSaved, fillQuestion } from "./support/answers";
import { importCampaign, parisIn } from "./support/campaigns";
import { signInAs } from "./support/people";
import { type RunningServer, startDemonstration } from "./support/server";

const slug = "ecoles-rurales-essai";
let server: RunningServer;

test.beforeAll(async () => {
  server = await startDemonstration();
});

test.afterAll(async () => {
  await server?.stop();
});

test("une commune candidate pour son école ; directeur et IEN signent ; la maire transmet", async ({
  browser,
}) => {
  importCampaign(server, "appel-ecoles.json", slug);
  const manager = await signInAs(browser, server.url, "paul.vergnes");
  await manager.goto(`/gestion/${slug}/calendrier`);
  await manager.getByRole("button", { name: "Annoncer la campagne" }).click();
  await expect(manager.getByText("Le changement est enregistré.")).toBeVisible();

  const mayor = await signInAs(browser, server.url, "simone.cabanel");
  await mayor.goto(`/candidatures/commencer/${slug}`);
  const box = mayor.getByRole("checkbox").first();
  if (await box.isVisible()) await box.check({ force: true });
  await mayor.getByRole("button", { name: "Commencer ma candidature" }).click();
  await expect(mayor).toHaveURL(/\/candidatures\/[0-9a-f-]{36}$/);
  const filePath = new URL(mayor.url()).pathname;

  await mayor.goto(`${filePath}/section/projet`);
  await fillQuestion(
    mayor,
    "objectifs",
    "Produire, publier et relire ensemble des textes et des enquêtes.",
  );
  await chooseAnswer(mayor, "appuis", "Une association locale");
  await fillQuestion(mayor, "debut", parisIn(200).slice(0, 10));
  await expectSaved(mayor);

  await mayor.goto(`${filePath}/transmettre`);
  await expect(
    mayor.getByText("Cette candidature ne peut pas encore être transmise"),
  ).toBeVisible();

  for (const name of ["lucas.roumegous", "jeanne.albouy"]) {
    const signer = await signInAs(browser, server.url, name);
    await signer.goto(`${filePath}/signer`);
    await signer.getByLabel("Votre avis").fill("Avis favorable.");
    await signer.getByRole("checkbox").check({ force: true });
    await signer.getByRole("button", { name: "Signer" }).click();
    await expect(signer.getByText(/Signée|signé/i).first()).toBeVisible();
    await signer.context().close();
  }
});
