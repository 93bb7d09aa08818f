import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { ReadableStream } from "node:stream/web";
import { inflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keptFor, standingOf } from "~/domain/export/request";
import type { ExportKind } from "~/domain/export/vocabulary";
import { actOnExport } from "~/features/export-applications/act-on-export.server";
import { requestExport } from "~/features/export-applications/request-export.server";
import type { FileStore } from "~/features/proofs/file-store";
import { openDiskStore } from "~/http/disk-store.server";
import { exportApplications } from "~/worker/export-applications.server";
import { JobStopped, jobContext } from "~/worker/job-context.server";
import { sweepExports } from "~/worker/sweep-exports.server";
import { saveCorrection } from "~db/repositories/corrections.server";
import { lockExport } from "~db/repositories/exports.server";
import { setScan } from "~db/repositories/file-contents.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import {
  type ExportedList,
  insertExportedList,
  insertOfficer,
  wholeList,
} from "~tests/factories/exported-list";
import { journalKey, useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
let folder: string;
let exports: FileStore;
let files: FileStore;
let list: ExportedList;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalons-export-"));
  exports = openDiskStore(folder, "exports");
  files = openDiskStore(folder, "files");
  list = await db.committed((work) => insertExportedList(work, "label-exporte", [811, 812, 813]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = async (kind: ExportKind, more: object = {}, actor = list.officer) => {
  const form = { ...wholeList, campagne: "label-exporte", format: kind, ...more };
  const asked = await db.committed((work) => requestExport(work, list.scope, form), actor);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.id;
};

const contextAt = (now: Date, signal = new AbortController().signal) =>
  jobContext(randomUUID(), { database: db.database(), journalKey, now: () => now, signal });

const workplace = () => join(folder, "export-work");
const run = (id: string, stores: Partial<{ exports: FileStore; files: FileStore }> = {}) =>
  exportApplications(
    contextAt(new Date()),
    { exportId: id },
    { exports, files, folder: workplace(), ...stores },
  );

const rowOf = async (id: string) => {
  const row = await db.committed(({ tx }) => lockExport(tx, id));
  if (!row) throw new Error("Export introuvable.");
  return row;
};

async function contentOf(id: string): Promise<Buffer> {
  const { sha256 } = await rowOf(id);
  const content = await exports.read(sha256 ?? "");
  if (!content.ok) throw new Error(content.reason);
  return buffer(content.stream as ReadableStream);
}

const made = async (kind: ExportKind, more: object = {}) => {
  const id = await ask(kind, more);
  await run(id);
  return contentOf(id);
};

/** The entries of an archive, read by its central directory. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(data, data + size);
    const isDeflated = zip.readUInt16LE(at + 10) === 8;
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name, isDeflated ? inflateRawSync(bytes) : bytes);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

describe("the tables of an export", () => {
  it("is a CSV without a live formula, one line an application", async () => {
    const text = (await made("csv")).toString("utf8");
    expect(text.startsWith("\uFEFFUAI;Établissement;")).toBe(true);
    expect(text.trimEnd().split("\r\n")).toHaveLength(4);
    expect(text).toContain(`"'=HYPERLINK(""https://exemple.fr"")"`);
    expect(text).not.toMatch(/[;\n"]=/);
  });

  it("is an XLSX with typed cells", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await made("xlsx")) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0];
    const titles = (sheet?.getRow(1).values ?? []) as string[];
    const cell = (row: number, title: string) => sheet?.getRow(row).getCell(titles.indexOf(title));
    expect(sheet?.rowCount).toBe(4);
    expect(cell(2, "Score déclaré")?.value).toBe(100);
    expect(cell(2, "1.1 Un projet numérique est-il écrit ?")?.value).toBe(true);
    expect(cell(2, "Transmise le (heure de Paris)")?.value).toBeInstanceOf(Date);
    const rows = [2, 3, 4].map((row) => cell(row, "1.2 Quel est son titre ?"));
    expect(rows.map((found) => found?.value)).toContain('\'=HYPERLINK("https://exemple.fr")');
    for (const found of rows) expect(found?.formula).toBeUndefined();
  });

  it("is an ODS whose media type comes first and as it is", async () => {
    const bytes = await made("ods");
    expect(bytes.subarray(30, 38).toString()).toBe("mimetype");
    const xml = entriesOf(bytes).get("content.xml")?.toString("utf8") ?? "";
    expect(xml.match(/<table:table-row>/g)).toHaveLength(4);
    expect(xml).toContain('office:value-type="float" office:value="100"');
    expect(xml).toContain('office:value-type="boolean" office:boolean-value="true"');
    expect(xml).toMatch(/office:date-value="\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}"/);
    expect(xml).not.toContain("table:formula");
    expect(xml.trimEnd().endsWith("</office:document-content>")).toBe(true);
  });

  it("keeps the filter of the list, and shows what an examiner retained", async () => {
    const [file] = list.files;
    await db.committed(({ tx }) =>
      saveCorrection(
        tx,
        {
          applicationId: file?.applicationId ?? "",
          questionId: "ent",
          retainedValue: false,
          reason: "Essai",
          correctedBy: list.officer.personId,
          correctedAt: new Date(),
        },
        0,
      ),
    );
    const [head = "", ...lines] = (await made("csv", { q: file?.uai }))
      .toString("utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(1);
    const titles = head.split(";");
    const cells = (lines[0] ?? "").split(";");
    const at = (title: string) => cells[titles.indexOf(title)];
    expect(at("2.1 L’ENT est-il ouvert aux familles ?")).toBe("Oui");
    expect(at("2.1 L’ENT est-il ouvert aux familles ? – valeur retenue")).toBe("Non");
    expect(at("Questions corrigées par l’instruction")).toBe("2.1");
  });
});

describe("the files of an export", () => {
  it("is tried again when their store does not answer, never ready without them", async () => {
    const id = await ask("zip", { statut: "recue" });
    const away: FileStore = { ...files, read: async () => ({ ok: false, reason: "unreadable" }) };
    await expect(run(id, { files: away })).rejects.toThrow("illisible");
    expect((await rowOf(id)).state).not.toBe("ready");
  });

  const sha256 = "0".repeat(64);
  const present = async (content = "%PDF-1.7 projet") => ({
    exports,
    files: {
      ...files,
      read: async () => ({
        ok: true as const,
        size: Buffer.byteLength(content),
        stream: new Blob([content]).stream(),
      }),
    },
  });

  it("is a tree by département, school and question, with its summary", async () => {
    const id = await ask("zip");
    await run(id, await present());
    const entries = entriesOf(await contentOf(id));
    const names = [...entries.keys()];
    expect(names.filter((name) => name.endsWith("/projet.pdf"))).toHaveLength(3);
    expect(names[0]).toMatch(/^\d+ [^/]+\/\d{7}[A-Z] [^/]+\/1\.3 Joignez le projet\/projet\.pdf$/);
    expect(entries.get(names[0] ?? "")?.toString()).toBe("%PDF-1.7 projet");
    expect(entries.get("sommaire.csv")?.toString()).toContain("Dans l’archive");
  });

  it("leaves out what the antivirus holds back or the store lost, and says so", async () => {
    const lost = await ask("zip", { q: list.files[1]?.uai });
    await run(lost);
    expect(
      entriesOf(await contentOf(lost))
        .get("sommaire.csv")
        ?.toString(),
    ).toContain("introuvable dans le stockage");
    await db.committed(({ tx }) => setScan(tx, sha256, { scan: "waiting" }));
    const id = await ask("zip", { q: list.files[2]?.uai });
    await run(id, await present());
    await db.committed(({ tx }) => setScan(tx, sha256, { scan: "unscanned" }));
    const entries = entriesOf(await contentOf(id));
    expect([...entries.keys()]).toEqual(["sommaire.csv"]);
    expect(entries.get("sommaire.csv")?.toString()).toContain("l’antivirus ne l’a pas encore lu");
  });
});

describe("the life of an export", () => {
  const mailsOf = async () =>
    (await db.committed(({ tx }) => listMails(tx, 500))).filter(
      ({ kind }) => kind === "export.ready",
    );

  it("is one file for fifty who ask at once, and one mail each", async () => {
    const people = await db.committed(async (work) => {
      const made = [];
      for (let rank = 0; rank < 50; rank += 1) made.push(await insertOfficer(work));
      return made;
    });
    const before = (await mailsOf()).length;
    const ids = await Promise.all(people.map((person) => ask("csv", { niveau: "2" }, person)));
    expect(new Set(ids).size).toBe(1);
    await run(ids[0] ?? "");
    expect((await mailsOf()).length - before).toBe(50);
    // Ready for less than five minutes, it is shared again; nothing new is written.
    expect(await ask("csv", { niveau: "2" })).toBe(ids[0]);
    expect(await run(ids[0] ?? "")).toEqual({ skipped: true });
  });

  it("is made anew once five minutes have passed", async () => {
    const form = { ...wholeList, campagne: "label-exporte", format: "csv", q: "neuf" } as const;
    const at = (minutes: number) =>
      db.committed(
        (work) => requestExport(work, list.scope, form),
        list.officer,
        new Date(Date.now() + minutes * 60_000),
      );
    const first = await at(0);
    if (first.ok) await run(first.id);
    expect(await at(4)).toMatchObject({ isShared: true, id: first.ok && first.id });
    expect(await at(6)).toMatchObject({ isShared: false });
  });

  it("begins again after its process went away, and leaves no half file", async () => {
    const id = await ask("xlsx", { q: "arret" });
    const ending = new AbortController();
    ending.abort();
    const cut = exportApplications(
      contextAt(new Date(), ending.signal),
      { exportId: id },
      { exports, files, folder: workplace() },
    );
    await expect(cut).rejects.toBeInstanceOf(JobStopped);
    expect((await rowOf(id)).state).toBe("running");
    expect(await readdir(workplace())).toEqual([]);
    await run(id);
    expect((await rowOf(id)).state).toBe("ready");
  });

  it("is stopped by the only one who asked, left by one of several", async () => {
    const other = await db.committed(insertOfficer);
    const id = await ask("ods", { q: "partage" });
    await ask("ods", { q: "partage" }, other);
    const stop = (actor = other) =>
      db.committed((work) => actOnExport(work, { id, act: "stop" }, exports), actor);
    expect(await stop()).toEqual({ ok: true });
    expect((await rowOf(id)).state).toBe("waiting");
    expect(await stop()).toEqual({ ok: false, reason: "not-found" });
    expect(await stop(list.officer)).toEqual({ ok: true });
    expect((await rowOf(id)).state).toBe("cancelled");
    expect(await run(id)).toEqual({ skipped: true });
  });

  it("stops between two pages when asked while it runs", async () => {
    const id = await ask("csv", { q: "pendant" });
    const stopping = {
      ...contextAt(new Date()),
      progress: async () => {
        await db.committed((work) => actOnExport(work, { id, act: "stop" }, exports), list.officer);
      },
    };
    const ended = await exportApplications(
      stopping,
      { exportId: id },
      { exports, files, folder: workplace() },
    );
    expect(ended).toEqual({ cancelled: true });
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", sha256: null });
  });

  it("says in French why it failed", async () => {
    const id = await ask("csv", { q: "plein" });
    const full: FileStore = { ...exports, keep: async () => ({ ok: false, reason: "store-full" }) };
    await run(id, { exports: full });
    expect(await rowOf(id)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("plus de place"),
    });
  });

  it("leaves no content of a try that was stopped or broke once it was kept", async () => {
    const folderOf = join(folder, "exports");
    const contents = async () =>
      (await readdir(folderOf, { recursive: true, withFileTypes: true })).filter((entry) =>
        entry.isFile(),
      ).length;
    const keptThen = (task: () => Promise<unknown>): FileStore => ({
      ...exports,
      keep: async (content) => {
        const kept = await exports.keep(content);
        await task();
        return kept;
      },
    });
    await made("csv");
    const before = await contents();
    const broken = await ask("xlsx", { statut: "recue" });
    const breaking = keptThen(async () => {
      throw new Error("Interrompu.");
    });
    await expect(run(broken, { exports: breaking })).rejects.toThrow("Interrompu.");
    await run(broken);
    expect((await rowOf(broken)).state).toBe("ready");
    // XLSX carries the second it was made in: two tries may or may not have the same bytes.
    expect(await contents()).toBe(before + 1);
    const stopped = await ask("csv", { statut: "recue", q: list.files[2]?.uai });
    const stop = keptThen(() =>
      db.committed(
        (work) => actOnExport(work, { id: stopped, act: "stop" }, exports),
        list.officer,
      ),
    );
    expect(await run(stopped, { exports: stop })).toEqual({ cancelled: true });
    await sweepExports(contextAt(new Date()).inWork, exports);
    expect(await rowOf(stopped)).toMatchObject({ state: "cancelled", sha256: null });
    expect(await contents()).toBe(before + 1);
  });

  it("expires after seven days; a content that another export has stays", async () => {
    const first = await ask("csv", { statut: "recue", q: list.files[1]?.uai });
    const twin = await ask("csv", { niveau: "2", q: list.files[1]?.uai });
    await run(first);
    await run(twin);
    const { sha256 } = await rowOf(first);
    expect((await rowOf(twin)).sha256).toBe(sha256);
    const remove = (id: string) =>
      db.committed((work) => actOnExport(work, { id, act: "delete" }, exports), list.officer);
    expect(await remove(first)).toEqual({ ok: true });
    expect((await exports.read(sha256 ?? "")).ok).toBe(true);
    const later = new Date(Date.now() + keptFor + 60_000);
    await sweepExports(contextAt(later).inWork, exports);
    expect((await exports.read(sha256 ?? "")).ok).toBe(false);
    const row = await rowOf(twin);
    expect(row.sha256).toBeNull();
    expect(standingOf(row, later)).toBe("expired");
    const journal = await db.committed(({ tx }) => listJournal(tx, { kind: "export", id: twin }));
    expect(journal.map(({ action }) => action)).toEqual(["export.asked", "export.ready"]);
  });

  it("is failed when nothing works on it since a day", async () => {
    const id = await ask("csv", { q: "perdu" });
    const later = new Date(Date.now() + 25 * 3_600_000);
    const swept = await sweepExports(contextAt(later).inWork, exports);
    expect(swept.lostExports).toBeGreaterThan(0);
    expect((await rowOf(id)).failure).toContain("Demandez-le à nouveau");
  });
});
