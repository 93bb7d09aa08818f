import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keptFor, standingOf } from "~/domain/export/request";
import { actOnExport } from "~/features/export-applications/act-on-export.server";
import { requestExport } from "~/features/export-applications/request-export.server";
import type { FileStore } from "~/features/proofs/file-store";
import { exportApplications } from "~/worker/export-applications.server";
import { JobStopped } from "~/worker/job-context.server";
import { sweepExports } from "~/worker/sweep-exports.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import { insertOfficer, wholeList } from "~tests/factories/exported-list";
import { useTestDatabase } from "~tests/support/database";
import { useExports } from "~tests/support/export-runner";

const db = useTestDatabase();
const { ask, run, rowOf, made, contextAt, workplace, list, stores, folder } = useExports(db);

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
        (work) => requestExport(work, list().scope, form),
        list().officer,
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
      { ...stores(), folder: workplace() },
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
      db.committed((work) => actOnExport(work, { id, act: "stop" }, stores().exports), actor);
    expect(await stop()).toEqual({ ok: true });
    expect((await rowOf(id)).state).toBe("waiting");
    expect(await stop()).toEqual({ ok: false, reason: "not-found" });
    expect(await stop(list().officer)).toEqual({ ok: true });
    expect((await rowOf(id)).state).toBe("cancelled");
    expect(await run(id)).toEqual({ skipped: true });
  });

  it("stops between two pages when asked while it runs", async () => {
    const id = await ask("csv", { q: "pendant" });
    const stopping = {
      ...contextAt(new Date()),
      progress: async () => {
        await db.committed(
          (work) => actOnExport(work, { id, act: "stop" }, stores().exports),
          list().officer,
        );
      },
    };
    const ended = await exportApplications(
      stopping,
      { exportId: id },
      { ...stores(), folder: workplace() },
    );
    expect(ended).toEqual({ cancelled: true });
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", sha256: null });
  });

  it("says in French why it failed", async () => {
    const id = await ask("csv", { q: "plein" });
    const full: FileStore = {
      ...stores().exports,
      keep: async () => ({ ok: false, reason: "store-full" }),
    };
    await run(id, { exports: full });
    expect(await rowOf(id)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("plus de place"),
    });
  });

  it("leaves no content of a try that was stopped or broke once it was kept", async () => {
    const folderOf = join(folder(), "exports");
    const contents = async () =>
      (await readdir(folderOf, { recursive: true, withFileTypes: true })).filter((entry) =>
        entry.isFile(),
      ).length;
    const keptThen = (task: () => Promise<unknown>): FileStore => ({
      ...stores().exports,
      keep: async (content) => {
        const kept = await stores().exports.keep(content);
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
    const stopped = await ask("csv", { statut: "recue", q: list().files[2]?.uai });
    const stop = keptThen(() =>
      db.committed(
        (work) => actOnExport(work, { id: stopped, act: "stop" }, stores().exports),
        list().officer,
      ),
    );
    expect(await run(stopped, { exports: stop })).toEqual({ cancelled: true });
    await sweepExports(contextAt(new Date()).inWork, stores().exports);
    expect(await rowOf(stopped)).toMatchObject({ state: "cancelled", sha256: null });
    expect(await contents()).toBe(before + 1);
  });

  it("expires after seven days; a content that another export has stays", async () => {
    const first = await ask("csv", { statut: "recue", q: list().files[1]?.uai });
    const twin = await ask("csv", { niveau: "2", q: list().files[1]?.uai });
    await run(first);
    await run(twin);
    const { sha256 } = await rowOf(first);
    expect((await rowOf(twin)).sha256).toBe(sha256);
    const remove = (id: string) =>
      db.committed(
        (work) => actOnExport(work, { id, act: "delete" }, stores().exports),
        list().officer,
      );
    expect(await remove(first)).toEqual({ ok: true });
    expect((await stores().exports.read(sha256 ?? "")).ok).toBe(true);
    const later = new Date(Date.now() + keptFor + 60_000);
    await sweepExports(contextAt(later).inWork, stores().exports);
    expect((await stores().exports.read(sha256 ?? "")).ok).toBe(false);
    const row = await rowOf(twin);
    expect(row.sha256).toBeNull();
    expect(standingOf(row, later)).toBe("expired");
    const journal = await db.committed(({ tx }) => listJournal(tx, { kind: "export", id: twin }));
    expect(journal.map(({ action }) => action)).toEqual(["export.asked", "export.ready"]);
  });

  it("is failed when nothing works on it since a day", async () => {
    const id = await ask("csv", { q: "perdu" });
    const later = new Date(Date.now() + 25 * 3_600_000);
    const swept = await sweepExports(contextAt(later).inWork, stores().exports);
    expect(swept.lostExports).toBeGreaterThan(0);
    expect((await rowOf(id)).failure).toContain("Demandez-le à nouveau");
    const [journal, mails] = await db.committed(async ({ tx }) => [
      await listJournal(tx, { kind: "export", id }),
      (await listMails(tx, 50)).filter(({ kind }) => kind === "export.failed"),
    ]);
    expect(journal.map(({ action }) => action)).toEqual(["export.asked", "export.failed"]);
    expect(mails.some(({ body }) => body.includes("Demandez-le à nouveau"))).toBe(true);
  });

  it("leaves the list while the store is away; its content goes once the store is back", async () => {
    const id = await ask("csv", { q: list().files[2]?.uai });
    await run(id);
    const { sha256 } = await rowOf(id);
    const away = { remove: () => Promise.reject(new Error("stockage injoignable")) };
    const removed = await db.committed(
      (work) => actOnExport(work, { id, act: "delete" }, away),
      list().officer,
    );
    expect(removed).toEqual({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "cancelled", sha256 });
    await sweepExports(contextAt(new Date()).inWork, stores().exports);
    expect((await stores().exports.read(sha256 ?? "")).ok).toBe(false);
    expect((await rowOf(id)).sha256).toBeNull();
  });
});
