import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { mostStreams } from "~/http/presence-hub.server";
import { updateApplication } from "~db/repositories/applications.server";
import {
  deleteOldPresences,
  listOpenTabs,
  removePresence,
  renewPresence,
} from "~db/repositories/presences.server";
import { buildDraft } from "~tests/factories/draft-application";
import { useTestDatabase } from "~tests/support/database";
import { type HotDraft, useHotDraft } from "~tests/support/hot-draft";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
const hot = useHotDraft(db, "dane-officer");
let draft: HotDraft["draft"];
let cookies: HotDraft["cookies"];
let rank: number;
beforeEach(() => {
  ({ draft, cookies, rank } = hot());
});

const ask = (
  method: string,
  path: string,
  cookie?: string,
  body: unknown = undefined,
  applicationId = draft.applicationId,
) =>
  answerHotRequest({ method, path: `/candidatures/${applicationId}/${path}`, cookie, body }).then(
    (answer) => {
      if (!answer) throw new Error(`Aucune adresse : ${method} ${path}`);
      return answer;
    },
  );
const enter = (cookie?: string, place: Record<string, unknown> = {}, applicationId?: string) =>
  ask("PUT", "presence", cookie, { tab: randomUUID(), ...place }, applicationId);
const save = (cookie: string, value: string, version = 0) =>
  ask("PUT", "reponses/intitule", cookie, { value, version });

/** Every address of presence, with a body that it reads. */
const requests: readonly (readonly [string, string, unknown])[] = [
  ["PUT", "presence", { tab: randomUUID() }],
  ["POST", "presence/quitter", { tab: randomUUID() }],
  ["GET", "flux", undefined],
];

describe.each(requests)("%s %s", (method, path, body) => {
  it("asks a visitor to sign in, and staff who only read nothing", async () => {
    expect(await ask(method, path, undefined, body)).toMatchObject({ status: 401 });
    expect(await ask(method, path, "__Host-jalons=inconnu", body)).toMatchObject({ status: 401 });
    expect(await ask(method, path, cookies.outsider, body)).toMatchObject({ status: 403 });
  });

  it("knows no address that is no identifier", async () => {
    expect(await ask(method, path, cookies.head, body, "n-importe-quoi")).toMatchObject({
      status: 404,
    });
  });
});

describe("PUT /api/candidatures/:id/presence", () => {
  it("tells each of two people where the other is, never oneself", async () => {
    const first = await enter(cookies.colleague, { questionId: "intitule" });
    expect(first).toMatchObject({ status: 200, body: { people: [], changes: [] } });
    expect(await enter(cookies.head)).toMatchObject({
      status: 200,
      body: {
        people: [
          { id: draft.colleague.personId, name: "Karim Benslimane", questionId: "intitule" },
        ],
      },
    });
    expect(await enter(cookies.colleague)).toMatchObject({
      body: { people: [{ name: "Hélène Castagné", number: null }] },
    });
  });

  it("tells what was written since, without its value", async () => {
    const before = await enter(cookies.head);
    await save(cookies.colleague, "Ondes du Tarn");
    const { since } = { since: (before.body as { at: string }).at };
    const after = await enter(cookies.head, { since });
    expect(after.body).toMatchObject({
      changes: [
        {
          questionId: "intitule",
          version: 1,
          author: "Karim Benslimane",
          authorId: draft.colleague.personId,
        },
      ],
    });
    expect(JSON.stringify(after.body)).not.toContain("Ondes du Tarn");
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(await enter(cookies.head, { since: later })).toMatchObject({ body: { changes: [] } });
  });

  it("keeps no place that the questionnaire has not", async () => {
    await enter(cookies.colleague, { questionId: "inconnue", sectionId: "<script>" });
    expect(await enter(cookies.head)).toMatchObject({
      body: { people: [{ questionId: null, number: null }] },
    });
  });

  it.each([
    undefined,
    "texte",
    {},
    { tab: "x" },
    { tab: randomUUID(), since: "hier" },
    { tab: randomUUID(), questionId: 3 },
  ])("says that it cannot read %j", async (body) => {
    expect(await ask("PUT", "presence", cookies.head, body)).toMatchObject({ status: 422 });
  });

  it("is closed to another school, to a former member and over a submitted file", async () => {
    const other = await db.committed((work) => buildDraft(work, rank + 500));
    expect(await enter(cookies.head, {}, other.applicationId)).toMatchObject({ status: 404 });
    await db.committed(async (work) => {
      await work.tx.execute(
        sql`delete from memberships where person_id = ${draft.colleague.personId}`,
      );
    });
    expect(await enter(cookies.colleague)).toMatchObject({ status: 403 });
    expect(await ask("GET", "flux", cookies.colleague)).toMatchObject({ status: 403 });
    await db.committed((work) =>
      updateApplication(work.tx, draft.applicationId, {
        status: "submitted",
        submittedAt: work.now,
      }),
    );
    expect(await enter(cookies.head)).toMatchObject({ status: 403, body: { reason: "closed" } });
    expect(await ask("GET", "flux", cookies.head)).toMatchObject({ status: 403 });
  });
});

describe("POST /api/candidatures/:id/presence/quitter", () => {
  it("takes away the tab that leaves, and no other", async () => {
    const [kept, left] = [randomUUID(), randomUUID()];
    await enter(cookies.colleague, { tab: kept });
    await enter(cookies.colleague, { tab: left, questionId: "intitule" });
    // Another person cannot make it leave.
    await ask("POST", "presence/quitter", cookies.head, { tab: left });
    expect(await enter(cookies.head)).toMatchObject({
      body: { people: [{ questionId: "intitule" }] },
    });
    expect(await ask("POST", "presence/quitter", cookies.colleague, { tab: left })).toMatchObject({
      status: 200,
    });
    expect(await enter(cookies.head)).toMatchObject({ body: { people: [{ questionId: null }] } });
    await ask("POST", "presence/quitter", cookies.colleague, { tab: kept });
    expect(await enter(cookies.head)).toMatchObject({ body: { people: [] } });
  });
});

describe("GET /api/candidatures/:id/flux", () => {
  it(`opens ${mostStreams.perPerson} streams a person, and tells the next why not`, async () => {
    const leaves: (() => void)[] = [];
    const sink = { write: () => undefined, end: () => undefined };
    for (let count = 0; count < mostStreams.perPerson; count += 1) {
      const { status, stream } = await ask("GET", "flux", cookies.head);
      expect(status).toBe(200);
      leaves.push(stream?.(sink) ?? (() => undefined));
    }
    expect(await ask("GET", "flux", cookies.head)).toMatchObject({
      status: 429,
      body: { message: expect.stringContaining("moins souvent") },
    });
    const another = await ask("GET", "flux", cookies.colleague);
    expect(another.status).toBe(200);
    leaves.push(another.stream?.(sink) ?? (() => undefined));
    leaves.shift()?.();
    const again = await ask("GET", "flux", cookies.head);
    expect(again.status).toBe(200);
    leaves.push(again.stream?.(sink) ?? (() => undefined));
    for (const leave of leaves) leave();
  });
});

describe("the rows of presence", () => {
  it("are one a tab, read for several files at once, and go with their person or their age", async () => {
    await db.inWork(async (work) => {
      const { tx, now } = work;
      const other = await buildDraft(work, rank + 600);
      const place = (applicationId: string, personId: string, tab = randomUUID()) => ({
        applicationId,
        personId,
        tab,
        sectionId: null,
        questionId: null,
      });
      const first = place(draft.applicationId, draft.head.personId);
      const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
      await renewPresence(tx, first, ago(50));
      await renewPresence(tx, { ...first, questionId: "intitule" }, now);
      await renewPresence(tx, place(draft.applicationId, draft.colleague.personId), ago(700));
      await renewPresence(tx, place(other.applicationId, other.head.personId), ago(10));
      const files = [draft.applicationId, other.applicationId];
      const listed = (since: Date) => listOpenTabs(tx, files, since);
      expect(await listed(ago(45))).toHaveLength(2);
      expect(await listed(ago(45))).toContainEqual({
        applicationId: draft.applicationId,
        personId: draft.head.personId,
        givenName: "Hélène",
        familyName: "Castagné",
        questionId: "intitule",
        seenAt: now,
      });
      expect(await listed(ago(1_000))).toHaveLength(3);
      await deleteOldPresences(tx, ago(600));
      expect(await listed(ago(1_000))).toHaveLength(2);
      await removePresence(tx, draft.applicationId, draft.head.personId);
      expect((await listed(ago(1_000))).map(({ personId }) => personId)).toEqual([
        other.head.personId,
      ]);
    });
  });
});
