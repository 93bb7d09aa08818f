import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnvironment } from "~/env.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { installRuntime, stopRuntime } from "~/http/runtime.server";
import * as examinerFile from "~/routes/examination-message-file";
import * as examinerPage from "~/routes/examination-messages";
import * as notesPage from "~/routes/internal-notes";
import * as schoolFile from "~/routes/message-file";
import * as schoolPage from "~/routes/messages";
import { listMessages } from "~db/repositories/messages.server";
import { insertActor } from "~tests/factories/person";
import { threadStory } from "~tests/factories/thread";
import { journalKey, useTestDatabase } from "~tests/support/database";
import { servePages } from "~tests/support/page-server";

const db = useTestDatabase();
const ask = servePages({
  "/candidatures/:id/messages": schoolPage,
  "/candidatures/:id/messages/:fileId": schoolFile,
  "/instruction/:slug/:id/messages": examinerPage,
  "/instruction/:slug/:id/messages/:fileId": examinerFile,
  "/instruction/:slug/:id/notes": notesPage,
});
const cookies: Record<string, string> = {};
let folder = "";
let id = "";
let school = "";
let examiner = "";
let notes = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalons-messages-"));
  installRuntime({
    env: readEnvironment({ NODE_ENV: "test", DATA_DIR: folder }),
    database: db.database(),
    journalKey,
    guard: undefined,
    stop: async () => undefined,
  });
  await db.committed(async (work) => {
    const { applicationId, head, officer, slug } = await threadStory(work, "fil-pages", 861);
    const region = await insertActor(work, [
      { role: "region-officer", scopeKind: "region", scopeCode: "76" },
    ]);
    const juror = await insertActor(work, [
      { role: "juror", scopeKind: "everything", scopeCode: "" },
    ]);
    for (const [name, actor] of Object.entries({ head, officer, region, juror })) {
      cookies[name] = (await openSession(work, actor.personId, null)).split(";")[0] ?? "";
    }
    id = applicationId;
    school = `/candidatures/${id}/messages`;
    examiner = `/instruction/${slug}/${id}/messages`;
    notes = `/instruction/${slug}/${id}/notes`;
  });
});
afterAll(async () => {
  await stopRuntime();
  await rm(folder, { recursive: true, force: true });
});

const get = (who: string, path: string) =>
  ask(new Request(`http://localhost:3000${path}`, { headers: { Cookie: cookies[who] ?? "" } }));

/** Posts a form as a browser without JavaScript does. */
function post(who: string, path: string, fields: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { Cookie: cookies[who] ?? "" };
  return ask(new Request(`http://localhost:3000${path}`, { method: "POST", headers, body }));
}

const thread = () => db.committed(({ tx }) => listMessages(tx, id, { before: null, limit: 100 }));

describe("the pages of messages", () => {
  it("send a message with its file, which each side saves", async () => {
    const sent = await post("head", school, {
      intention: "envoyer",
      message: "Voici la convention.",
      fichiers: new File(["%PDF-1.7 convention"], "convention.pdf"),
    });
    expect([sent.status, sent.headers.get("Location")]).toEqual([302, `${school}?envoye=1`]);
    const [message] = await thread();
    const fileId = message?.files[0]?.id ?? "";
    for (const [who, path] of [
      ["head", school],
      ["officer", examiner],
    ] as const) {
      const page = await get(who, path);
      expect(await page.text()).toContain("Voici la convention.");
      const file = await get(who, `${path}/${fileId}`);
      expect(await file.text()).toBe("%PDF-1.7 convention");
      expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename="convention/);
    }
    expect((await get("juror", school)).status).toBe(403);
    expect((await get("juror", `${examiner}/${fileId}`)).status).toBe(403);
    expect((await get("officer", school)).status).toBe(403);
    expect((await get("head", examiner)).status).toBe(403);
    expect((await get("region", examiner)).status).toBe(200);
    expect((await get("head", `${school}/${id}`)).status).toBe(404);
    expect((await get("head", `${school}/autre`)).status).toBe(404);
  });

  it("give back what was typed when a file is refused", async () => {
    const before = (await thread()).length;
    const refused = await post("head", school, {
      intention: "envoyer",
      message: "Un texte auquel je tiens.",
      fichiers: new File(["MZ"], "programme.exe"),
    });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Un texte auquel je tiens.</textarea>");
    expect(page).toContain("programme.exe");
    expect(page).toContain('href="#fichiers"');
    expect(await thread()).toHaveLength(before);
  });

  it("refuse an empty message, one that is too long, and a form of no kind", async () => {
    for (const fields of [
      { intention: "envoyer", message: "   " },
      { intention: "envoyer", message: "a".repeat(5001) },
      { intention: "autre", message: "Bonjour." },
    ]) {
      expect((await post("head", school, fields)).status).toBe(422);
    }
  });

  it("mark what was shown as read, by a button or without leaving the page", async () => {
    const asked = { intention: "lu", jusque: "1" };
    const plain = await post("officer", examiner, asked);
    expect([plain.status, plain.headers.get("Location")]).toEqual([302, examiner]);
    expect((await thread())[0]?.reader).toBe("Nadège Pujol");
    expect((await post("head", school, { ...asked, jusque: "illisible" })).status).toBe(302);
  });

  it("let the région read and not write", async () => {
    const page = await (await get("region", examiner)).text();
    expect(page).toContain("sans pouvoir en écrire");
    const sent = await post("region", examiner, { intention: "envoyer", message: "Non." });
    expect(sent.status).toBe(404);
  });

  it("read a page number that makes no sense as the last page", async () => {
    for (const before of ["0", "-3", "x", "1e99", "", "2.5"]) {
      const page = await get("officer", `${examiner}?avant=${encodeURIComponent(before)}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("Voici la convention.");
    }
  });
});

describe("the page of notes", () => {
  it("writes a note, asks before taking it away, and is closed to the school", async () => {
    const written = await post("officer", notes, { intention: "noter", texte: "À rappeler." });
    expect(written.headers.get("Location")).toBe(`${notes}?enregistre=1`);
    const page = await (await get("region", notes)).text();
    expect(page).toContain("À rappeler.");
    const noteId = /note-([0-9a-f-]{36})/.exec(page)?.[1] ?? "";
    const asking = await (await get("officer", `${notes}?retirer=${noteId}`)).text();
    expect(asking).toContain("Retirer la note");
    const removed = await post("officer", notes, { intention: "retirer", note: noteId });
    expect(removed.status).toBe(302);
    expect(await (await get("officer", notes)).text()).not.toContain("À rappeler.");
    expect((await get("head", notes)).status).toBe(403);
    expect((await get("juror", notes)).status).toBe(403);
    const unwritten = await post("officer", notes, { intention: "noter", texte: "" });
    expect(unwritten.status).toBe(422);
    expect((await post("region", notes, { intention: "noter", texte: "x" })).status).toBe(403);
  });
});
