import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { shortFingerprint } from "~/domain/application/document-standing";
import { readEnvironment } from "~/env.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { installRuntime, stopRuntime } from "~/http/runtime.server";
import * as applicationRoute from "~/routes/application-pdf";
import * as draftRoute from "~/routes/draft-pdf";
import * as examinedRoute from "~/routes/examined-application-pdf";
import * as examinedReceiptRoute from "~/routes/examined-receipt-pdf";
import * as receiptRoute from "~/routes/receipt-pdf";
import * as verifyRoute from "~/routes/verify";
import * as verifyDocumentRoute from "~/routes/verify-document";
import { findLastSubmission } from "~db/repositories/applications.server";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { journalKey, useTestDatabase } from "~tests/support/database";
import { servePages } from "~tests/support/page-server";
import { readPdf } from "~tests/support/read-pdf";

const db = useTestDatabase();
const ask = servePages({
  "/candidatures/:id/recepisse.pdf": receiptRoute,
  "/candidatures/:id/dossier.pdf": applicationRoute,
  "/candidatures/:id/brouillon.pdf": draftRoute,
  "/instruction/:slug/:id/dossier.pdf": examinedRoute,
  "/instruction/:slug/:id/recepisse.pdf": examinedReceiptRoute,
  "/verifier": verifyRoute,
  "/verifier/:number": verifyDocumentRoute,
});
const cookies = new Map<Actor, string>();
let id = "";
let number = "";
let fingerprint = "";
let head: Actor;
let officer: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  installRuntime({
    env: readEnvironment({ NODE_ENV: "test" }),
    database: db.database(),
    journalKey,
    guard: undefined,
    stop: async () => undefined,
  });
  await db.committed(async (work) => {
    const campaign = await insertCampaignDocument(
      work,
      buildSmallCampaign({ slug: "label-documents" }),
    );
    ({ applicationId: id, head } = await insertSubmitted(work, campaign, { rank: 881 }));
    const submission = await findLastSubmission(work.tx, id);
    number = submission?.receiptNumber ?? "";
    fingerprint = shortFingerprint(submission?.sha256 ?? "");
    const officerOf = (scopeCode: string) =>
      insertActor(work, [{ role: "dane-officer", scopeKind: "academie", scopeCode }]);
    officer = await officerOf("16");
    elsewhere = await officerOf("11");
    for (const actor of [head, officer, elsewhere]) {
      cookies.set(actor, (await openSession(work, actor.personId, null)).split(";")[0] ?? "");
    }
  });
});
afterAll(stopRuntime);

const get = (path: string, actor?: Actor, client = "192.0.2.9") =>
  ask(
    new Request(`http://localhost:3000${path}`, {
      headers: { Cookie: (actor && cookies.get(actor)) ?? "", "x-jalons-client": client },
    }),
  );

describe("documents to download", () => {
  it.each([
    [
      "the receipt, to the school",
      () => `/candidatures/${id}/recepisse.pdf`,
      () => head,
      "recepisse",
    ],
    [
      "the application, to the school",
      () => `/candidatures/${id}/dossier.pdf?depot=1`,
      () => head,
      "candidature",
    ],
    [
      "the receipt, to an examiner",
      () => `/instruction/label-documents/${id}/recepisse.pdf`,
      () => officer,
      "recepisse",
    ],
    [
      "the application, to an examiner",
      () => `/instruction/label-documents/${id}/dossier.pdf`,
      () => officer,
      "candidature",
    ],
  ])("gives %s", async (_case, path, who, name) => {
    const answer = await get(path(), who());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(answer.headers.get("Content-Disposition")).toBe(
      `attachment; filename="${name}-${number}.pdf"`,
    );
    const pdf = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(pdf.isMarked).toBe(true);
    expect(pdf.links[0]).toMatch(new RegExp(`/verifier/${number}\\?e=${fingerprint}$`));
  });

  it.each([
    ["a draft that does not exist", () => `/candidatures/${id}/brouillon.pdf`, () => head, 404],
    [
      "a submission that does not exist",
      () => `/candidatures/${id}/dossier.pdf?depot=2`,
      () => head,
      404,
    ],
    [
      "a submission without sense",
      () => `/candidatures/${id}/recepisse.pdf?depot=x`,
      () => head,
      404,
    ],
    ["an identifier without sense", () => "/candidatures/x/dossier.pdf", () => head, 404],
    [
      "another academy’s file",
      () => `/instruction/label-documents/${id}/dossier.pdf`,
      () => elsewhere,
      404,
    ],
    [
      "a file under another campaign",
      () => `/instruction/autre/${id}/recepisse.pdf`,
      () => officer,
      404,
    ],
    [
      "a school’s draft to an examiner",
      () => `/candidatures/${id}/brouillon.pdf`,
      () => officer,
      403,
    ],
    [
      "an examiner’s address to a school",
      () => `/instruction/label-documents/${id}/dossier.pdf`,
      () => head,
      403,
    ],
  ])("refuses %s", async (_case, path, who, status) => {
    expect((await get(path(), who())).status).toBe(status);
  });
});

describe("the public check", () => {
  it("reads what is typed, as it is printed or nearly", async () => {
    const typed = (fingerprint.toUpperCase().match(/.{4}/g) ?? []).join(" ");
    const query = new URLSearchParams({ numero: ` ${number.toLowerCase()} `, empreinte: typed });
    const answer = await get(`/verifier?${query}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/verifier/${number}?e=${fingerprint}`);
  });

  it("says what to correct, and keeps what was typed", async () => {
    const answer = await get("/verifier?numero=%3Cb%3E&empreinte=123");
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Saisissez le numéro tel qu’il est imprimé");
    expect(page).toContain("Saisissez l’empreinte imprimée");
    expect(page).toContain('value="123"');
    expect(page).toContain('value="&lt;b&gt;"');
  });

  it("asks for the fingerprint when the address has none, and refuses nothing yet", async () => {
    const answer = await get(`/verifier/${number}`);
    expect(answer.headers.get("Location")).toBe(`/verifier?numero=${number}`);
    const form = await get(`/verifier?numero=${number}`);
    expect(form.status).toBe(200);
    expect(await form.text()).toContain(`value="${number}"`);
  });

  it("says to anyone who has it that a document is authentic, and names nobody", async () => {
    const answer = await get(`/verifier/${number}?e=${fingerprint}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const page = await answer.text();
    expect(page).toContain("Authentique et en vigueur");
    expect(page).toContain("Lycée d’essai 881");
    expect(page).not.toContain(head.name);
    expect(page).not.toContain(id);
  });

  it("tells nothing without the fingerprint", async () => {
    const page = await (await get(`/verifier/${number}?e=${"0".repeat(16)}`)).text();
    expect(page).toContain("L’empreinte ne correspond pas");
    expect(page).not.toContain("Lycée d’essai 881");
    expect(await (await get(`/verifier/LLN-0000?e=${fingerprint}`)).text()).toContain(
      "Numéro inconnu",
    );
  });

  it("makes an address that searches wait", async () => {
    const wrong = `/verifier/LLN-0000?e=${"0".repeat(16)}`;
    for (let tries = 0; tries < 60; tries += 1) await get(wrong, undefined, "192.0.2.77");
    const answer = await get(wrong, undefined, "192.0.2.77");
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("Attendez quinze minutes");
  });
});
