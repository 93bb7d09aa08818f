import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { ReadableStream } from "node:stream/web";
import { afterAll, beforeAll } from "vitest";
import type { ExportKind } from "~/domain/export/vocabulary";
import { requestExport } from "~/features/export-applications/request-export.server";
import type { FileStore } from "~/features/proofs/file-store";
import { openDiskStore } from "~/http/disk-store.server";
import { exportApplications } from "~/worker/export-applications.server";
import { jobContext } from "~/worker/job-context.server";
import { lockExport } from "~db/repositories/exports.server";
import { type ExportedList, insertExportedList, wholeList } from "~tests/factories/exported-list";
import { journalKey, type useTestDatabase } from "./database";

type Stores = { readonly exports: FileStore; readonly files: FileStore };

/** Three submitted applications of a campaign, and what asks for their exports and makes them. */
export function useExports(db: ReturnType<typeof useTestDatabase>, slug = "label-exporte") {
  let folder: string;
  let stores: Stores;
  let list: ExportedList;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "jalons-export-"));
    stores = { exports: openDiskStore(folder, "exports"), files: openDiskStore(folder, "files") };
    list = await db.committed((work) => insertExportedList(work, slug, [811, 812, 813]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const ask = async (kind: ExportKind, more: object = {}, actor = list.officer) => {
    const form = { ...wholeList, campagne: slug, format: kind, ...more };
    const asked = await db.committed((work) => requestExport(work, list.scope, form), actor);
    if (!asked.ok) throw new Error(asked.reason);
    return asked.id;
  };

  const contextAt = (now: Date, signal = new AbortController().signal) =>
    jobContext(randomUUID(), { database: db.database(), journalKey, now: () => now, signal });

  const workplace = () => join(folder, "export-work");
  const run = (id: string, other: Partial<Stores> = {}) =>
    exportApplications(
      contextAt(new Date()),
      { exportId: id },
      { ...stores, folder: workplace(), ...other },
    );

  const rowOf = async (id: string) => {
    const row = await db.committed(({ tx }) => lockExport(tx, id));
    if (!row) throw new Error("Export introuvable.");
    return row;
  };

  const contentOf = async (id: string): Promise<Buffer> => {
    const { sha256 } = await rowOf(id);
    const content = await stores.exports.read(sha256 ?? "");
    if (!content.ok) throw new Error(content.reason);
    return buffer(content.stream as ReadableStream);
  };

  const made = async (kind: ExportKind, more: object = {}) => {
    const id = await ask(kind, more);
    await run(id);
    return contentOf(id);
  };

  return {
    ...{ ask, run, rowOf, contentOf, made, contextAt, workplace },
    list: () => list,
    stores: () => stores,
    folder: () => folder,
  };
}
