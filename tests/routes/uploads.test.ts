import { mkdtempSync } from "node:fs";
import { readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDiskStore } from "~/http/disk-store.server";
import { uploadsFolder, uploadsPath } from "~/http/upload-endpoint.server";
import { sweepUploads } from "~/worker/sweep-uploads.server";
import { updateApplication } from "~db/repositories/applications.server";
import { deleteExpired } from "~db/repositories/clean-up.server";
import { listProofs } from "~db/repositories/proofs.server";
import { listUnfinishedUploads } from "~db/repositories/uploads.server";
import { uploads as uploadRows } from "~db/schema/uploads";
import type { Draft } from "~tests/factories/draft-application";
import { useTestDatabase } from "~tests/support/database";
import { useHotDraft } from "~tests/support/hot-draft";
import { eq } from "~tests/support/raw-sql";
import { formOf, post, section } from "~tests/support/section-form";
import { pdfOf, type UploadTarget, useUploads } from "~tests/support/upload-client";

const folder = mkdtempSync(join(tmpdir(), "jalons-envois-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const db = useTestDatabase();
const hot = useHotDraft(db, "juror", { DATA_DIR: folder });
const uploads = useUploads();

const target = (): UploadTarget => ({
  cookie: hot().cookies.head,
  applicationId: hot().draft.applicationId,
  questionId: "preuve",
});
const proofsOf = () => db.committed(({ tx }) => listProofs(tx, hot().draft.applicationId));
const unfinished = () =>
  db.committed(({ tx, now }) =>
    listUnfinishedUploads(tx, {
      applicationId: hot().draft.applicationId,
      personId: hot().draft.head.personId,
      now,
    }),
  );
const idOf = (at: string) => at.split("/").pop() ?? "";
const allPieces = () => readdir(uploadsFolder(folder));
/** What the folder of pieces holds of one upload. */
const piecesOf = async (at: string) =>
  (await allPieces()).filter((name) => name.startsWith(idOf(at)));

/** Announces a PDF of that size; gives the address of its pieces. */
async function begin(size: number, name = "projet.pdf"): Promise<string> {
  const announced = await uploads.announce(target(), { name, size });
  expect(announced.status).toBe(201);
  return announced.headers.get("Location") ?? "";
}

describe("a file sent by pieces", () => {
  it("becomes a proof with its last piece, and leaves nothing behind", async () => {
    const bytes = pdfOf(150_000);
    const at = await begin(bytes.byteLength, "dossier/projet.pdf");
    const { cookie } = target();
    const first = await uploads.send(cookie, at, 0, bytes.subarray(0, 100_000));
    expect([first.status, first.headers.get("Upload-Offset")]).toEqual([204, "100000"]);
    expect(await proofsOf()).toEqual([]);
    const last = await uploads.send(cookie, at, 100_000, bytes.subarray(100_000));
    expect(last.status).toBe(200);
    const said = (await last.json()) as { proofs: { name: string; size: number }[] };
    expect(said.proofs).toMatchObject([{ name: "projet.pdf", size: 150_000 }]);
    const [proof] = await proofsOf();
    const content = await openDiskStore(folder, "files").read(proof?.sha256 ?? "");
    if (!content.ok) throw new Error(content.reason);
    expect(new Uint8Array(await new Response(content.stream).arrayBuffer())).toEqual(bytes);
    expect(await piecesOf(at)).toEqual([]);
    expect(await unfinished()).toEqual([]);
  });

  it("goes on from what had come when the connection was lost", async () => {
    const bytes = pdfOf(190_000);
    const at = await begin(bytes.byteLength);
    const { cookie } = target();
    await uploads.sendAndBreak(cookie, at, bytes, 90_000);
    const { offset } = await uploads.offset(cookie, at);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(190_000);
    expect(await unfinished()).toMatchObject([{ name: "projet.pdf", size: 190_000 }]);
    const rest = await uploads.send(cookie, at, offset ?? 0, bytes.subarray(offset ?? 0));
    expect(rest.status).toBe(200);
    expect(await proofsOf()).toMatchObject([{ size: 190_000 }]);
  });

  it("is told as sent whole to who missed the last answer, and is one proof", async () => {
    const bytes = pdfOf(50_000);
    const at = await begin(bytes.byteLength);
    const { cookie } = target();
    expect((await uploads.send(cookie, at, 0, bytes)).status).toBe(200);
    expect(await uploads.offset(cookie, at)).toEqual({ status: 200, offset: 50_000 });
    expect((await uploads.send(cookie, at, 50_000, new Uint8Array())).status).toBe(410);
    expect(await proofsOf()).toHaveLength(1);
  });

  it("is finished by the next question when the server stopped before it was a proof", async () => {
    const bytes = pdfOf(50_000);
    const at = await begin(bytes.byteLength);
    // What a server that is killed after the last piece leaves: every byte, and no proof.
    await writeFile(join(uploadsFolder(folder), idOf(at)), bytes);
    expect(await uploads.offset(target().cookie, at)).toEqual({ status: 200, offset: 50_000 });
    expect(await proofsOf()).toMatchObject([{ name: "projet.pdf" }]);
  });

  it("is one proof when fifty ask for its end at once", async () => {
    const bytes = pdfOf(50_000);
    const at = await begin(bytes.byteLength);
    await writeFile(join(uploadsFolder(folder), idOf(at)), bytes);
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => uploads.offset(target().cookie, at)),
    );
    expect(asked).toEqual(asked.map(() => ({ status: 200, offset: 50_000 })));
    expect(await proofsOf()).toHaveLength(1);
  });

  it("can be given up, and is then unknown", async () => {
    const at = await begin(50_000);
    const { cookie } = target();
    expect((await uploads.ask("DELETE", cookie, at)).status).toBe(204);
    expect((await uploads.offset(cookie, at)).status).toBe(404);
    expect([await unfinished(), await piecesOf(at)]).toEqual([[], []]);
  });
});

describe("a file given up without JavaScript", () => {
  it("is awaited no more, unless it is somebody else's", async () => {
    const at = await begin(50_000);
    const { draft } = hot();
    const giveUp = (actor: Draft["head"]) =>
      db.committed(async (work) => {
        const own = { ...work, actor };
        const form = await formOf(own, draft, { "_abandonner-envoi": idOf(at) });
        return post(own, draft, form);
      });
    await giveUp(draft.colleague);
    expect(await unfinished()).toHaveLength(1);
    expect(await giveUp(draft.head)).toEqual({ ok: true, to: section(draft, "pilotage") });
    expect(await unfinished()).toEqual([]);
  });
});

describe("what is refused before a byte is sent", () => {
  it.each<[string, Partial<UploadTarget>, { name?: string; size?: number }, number, RegExp]>([
    ["a file that is too long", {}, { size: 60_000_000 }, 422, /^Allégez .*projet\.pdf/],
    ["a format that is not asked", {}, { name: "projet.exe" }, 422, /un de ces formats/],
    ["a question that takes no file", { questionId: "intitule" }, {}, 404, /n’existe pas/],
    ["an application that is not there", { applicationId: "x" }, {}, 404, /n’existe pas/],
    ["somebody who is not signed in", { cookie: "" }, {}, 401, /Reconnectez-vous/],
  ])("%s", async (_name, other, file, status, words) => {
    const answer = await uploads.announce(
      { ...target(), ...other },
      { name: "projet.pdf", size: 1_000, ...file },
    );
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { message: string }).message).toMatch(words);
    expect(await unfinished()).toEqual([]);
  });

  it("a role that answers nothing", async () => {
    const answer = await uploads.announce(
      { ...target(), cookie: hot().cookies.outsider },
      { name: "projet.pdf", size: 1_000 },
    );
    expect(answer.status).toBe(403);
  });

  it("one unfinished upload too many", async () => {
    for (let rank = 0; rank < 40; rank += 1) await begin(1_000);
    const answer = await uploads.announce(target(), { name: "projet.pdf", size: 1_000 });
    expect(answer.status).toBe(429);
    expect(await answer.text()).toMatch(/Trop d’envois sont interrompus/);
  });
});

describe("what is refused at the end", () => {
  it("a content that is not what its name says, and is awaited no more", async () => {
    const at = await begin(40);
    const refused = await uploads.send(target().cookie, at, 0, new Uint8Array(40).fill(60));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/son contenu ne correspond pas/);
    expect([await proofsOf(), await unfinished(), await piecesOf(at)]).toEqual([[], [], []]);
  });

  it("an application submitted meanwhile", async () => {
    const bytes = pdfOf(40);
    const at = await begin(40);
    await db.committed(({ tx, now }) =>
      updateApplication(tx, hot().draft.applicationId, {
        status: "submitted",
        submittedAt: now,
        submittedBy: hot().draft.head.personId,
      }),
    );
    const refused = await uploads.send(target().cookie, at, 0, bytes);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toMatch(/est transmise/);
    expect(await proofsOf()).toEqual([]);
  });
});

describe("somebody else's upload", () => {
  it.each(["HEAD", "PATCH", "DELETE"])("answers %s as if it were not there", async (method) => {
    const at = await begin(50_000);
    const { colleague } = hot().cookies;
    const status =
      method === "PATCH"
        ? (await uploads.send(colleague, at, 0, pdfOf(50_000))).status
        : (await uploads.ask(method, colleague, at)).status;
    expect(status).toBe(404);
    expect(await uploads.offset(target().cookie, at)).toEqual({ status: 200, offset: 0 });
  });

  it("is read by nobody, its owner neither", async () => {
    const at = await begin(50_000);
    expect((await uploads.ask("GET", target().cookie, at)).status).toBe(405);
    const foreign = await fetch(`${uploads.root()}${uploadsPath}`, {
      method: "POST",
      headers: { Cookie: target().cookie, Origin: "https://ailleurs.example" },
    });
    expect(foreign.status).toBe(403);
  });
});

describe("the nightly clean-up", () => {
  it("takes away uploads that expired, with their pieces, and no other", async () => {
    const old = await begin(1_000);
    const long = new Date(Date.now() - 7_100_000);
    for (const name of await allPieces())
      await utimes(join(uploadsFolder(folder), name), long, long);
    const awaited = await begin(1_000);
    await db.committed(async ({ tx, now }) => {
      await tx
        .update(uploadRows)
        .set({ expiresAt: now })
        .where(eq(uploadRows.id, idOf(old)));
      await deleteExpired(tx, now);
    });
    expect(await unfinished()).toMatchObject([{ id: idOf(awaited) }]);
    expect(await sweepUploads((task) => db.committed(task))).toBeGreaterThanOrEqual(1);
    expect(await piecesOf(old)).toEqual([]);
    expect(await piecesOf(awaited)).toHaveLength(2);
    expect(await uploads.offset(target().cookie, awaited)).toEqual({ status: 200, offset: 0 });
  });
});
