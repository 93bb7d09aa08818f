import { beforeEach, describe, expect, it } from "vitest";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { updateApplication } from "~db/repositories/applications.server";
import { buildDraft } from "~tests/factories/draft-application";
import { useTestDatabase } from "~tests/support/database";
import { type HotDraft, useHotDraft } from "~tests/support/hot-draft";

const db = useTestDatabase();
const hot = useHotDraft(db, "observer");
let draft: HotDraft["draft"];
let cookies: HotDraft["cookies"];
let rank: number;
beforeEach(() => {
  ({ draft, cookies, rank } = hot());
});

const put = (
  questionId: string,
  body: unknown,
  cookie?: string,
  applicationId = draft.applicationId,
) =>
  answerHotRequest({
    method: "PUT",
    path: `/candidatures/${applicationId}/reponses/${questionId}`,
    cookie,
    body,
  });
const get = (path: string, cookie?: string) =>
  answerHotRequest({ method: "GET", path, cookie, body: undefined });

describe("PUT /api/candidatures/:id/reponses/:questionId", () => {
  it("saves, then refuses who starts from an older version", async () => {
    expect(await put("intitule", { value: "Ondes", version: 0 }, cookies.head)).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await put("intitule", { value: "Autre", version: 0 }, cookies.colleague)).toMatchObject({
      status: 409,
      body: {
        reason: "stale",
        current: { value: "Ondes", version: 1, author: "Hélène Castagné", isYours: false },
      },
    });
  });

  it("asks a visitor to sign in, and an observer nothing", async () => {
    const body = { value: "x", version: 0 };
    expect(await put("intitule", body)).toMatchObject({ status: 401 });
    expect(await put("intitule", body, "__Host-jalons=inconnu")).toMatchObject({ status: 401 });
    expect(await put("intitule", body, cookies.outsider)).toMatchObject({ status: 403 });
  });

  it("knows only the person's own applications and their questions", async () => {
    const body = { value: "x", version: 0 };
    const other = await db.committed((work) => buildDraft(work, rank + 500));
    expect(await put("inconnue", body, cookies.head)).toMatchObject({ status: 404 });
    expect(await put("intitule", body, cookies.head, other.applicationId)).toMatchObject({
      status: 404,
    });
    expect(await put("intitule", body, cookies.head, "n-importe-quoi")).toMatchObject({
      status: 404,
    });
    expect(await put("..%2f..", body, cookies.head)).toMatchObject({ status: 404 });
  });

  it.each([
    undefined,
    null,
    "texte",
    [],
    { value: "x" },
    { value: "x", version: -1 },
    { value: "x", version: 1.5 },
  ])("says that it cannot read the body %j", async (body) => {
    expect(await put("intitule", body, cookies.head)).toMatchObject({
      status: 422,
      body: { message: "La réponse n’a pas pu être lue. Rechargez la page, puis recommencez." },
    });
  });

  it("says what to correct", async () => {
    expect(await put("eleves", { value: 5_000, version: 0 }, cookies.head)).toMatchObject({
      status: 422,
      body: { reason: "invalid", message: "Indiquez un nombre entre 0 et 1\u00a0142." },
    });
  });

  it("refuses once the application is submitted", async () => {
    await db.committed((work) =>
      updateApplication(work.tx, draft.applicationId, {
        status: "submitted",
        submittedAt: work.now,
      }),
    );
    expect(await put("intitule", { value: "x", version: 0 }, cookies.head)).toMatchObject({
      status: 403,
      body: { reason: "closed" },
    });
  });
});

describe("GET /api/candidatures/:id/reponses", () => {
  it("gives every answer with its version, and who asks", async () => {
    await put("intitule", { value: "2026", version: 0 }, cookies.head);
    const answer = await get(`/candidatures/${draft.applicationId}/reponses`, cookies.colleague);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        personId: draft.colleague.personId,
        answers: {
          intitule: { value: "2026", version: 1, author: "Hélène Castagné", isYours: false },
        },
      },
    });
    expect(await get(`/candidatures/${draft.applicationId}/reponses`)).toMatchObject({
      status: 401,
    });
    expect(await get("/candidatures/inconnue/reponses", cookies.head)).toMatchObject({
      status: 404,
    });
  });
});

describe("GET /api/communes/:texte and /api/etablissements/:texte", () => {
  it.each([
    ["/communes/mill", "Millau", "12145"],
    ["/communes/12145", "Millau", "12145"],
    [`/etablissements/${encodeURIComponent("lycée d’essai")}`, "Lycée d’essai", "999"],
  ])("%s", async (path, label, code) => {
    const answer = await get(path, cookies.head);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        places: expect.arrayContaining([
          { code: expect.stringContaining(code), label: expect.stringContaining(label) },
        ]),
      },
    });
    expect(await get(path)).toMatchObject({ status: 401 });
  });

  it.each(["/communes/%", "/communes/%00%ff"])("%s is not read", async (path) => {
    expect(await get(path, cookies.head)).toMatchObject({ status: 400 });
  });

  it.each(["/communes/%25_%5c", "/communes/%00", "/etablissements/'%20or%201=1"])(
    "%s finds nothing",
    async (path) => {
      expect(await get(path, cookies.head)).toMatchObject({ status: 200, body: { places: [] } });
    },
  );
});
