import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { readEnvironment } from "~/env.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { exportStore, exportWorkplace, fileStore } from "~/http/file-store.server";
import { installRuntime, stopRuntime } from "~/http/runtime.server";
import * as listRoute from "~/routes/examination-list";
import * as fileRoute from "~/routes/export-file";
import * as exportsRoute from "~/routes/exports";
import { exportApplications } from "~/worker/export-applications.server";
import { jobContext } from "~/worker/job-context.server";
import { listExports } from "~db/repositories/exports.server";
import { listJournal } from "~db/repositories/journal.server";
import { insertExportedList, insertOfficer } from "~tests/factories/exported-list";
import { insertActor } from "~tests/factories/person";
import { journalKey, useTestDatabase } from "~tests/support/database";
import { servePages } from "~tests/support/page-server";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
const ask = servePages({
  "/instruction/:slug": listRoute,
  "/mes-exports": exportsRoute,
  "/mes-exports/:id": fileRoute,
});
let folder = "";
let officer: Actor;
let other: Actor;
let head: Actor;
const cookies = new Map<Actor, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalons-exports-"));
  installRuntime({
    env: readEnvironment({ NODE_ENV: "test", DATA_DIR: folder }),
    database: db.database(),
    journalKey,
    guard: undefined,
    stop: async () => undefined,
  });
  await db.committed(async (work) => {
    ({ officer } = await insertExportedList(work, "label-route", [841, 842]));
    other = await insertOfficer(work);
    head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: "9990001A" }]);
    for (const actor of [officer, other, head]) {
      cookies.set(actor, (await openSession(work, actor.personId, null)).split(";")[0] ?? "");
    }
  });
});
afterAll(async () => {
  await stopRuntime();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, actor = officer) =>
  ask(
    new Request(`http://localhost:3000${path}`, { headers: { Cookie: cookies.get(actor) ?? "" } }),
  );
const post = (form: Readonly<Record<string, string>>, actor = officer) =>
  ask(
    new Request("http://localhost:3000/mes-exports", {
      method: "POST",
      headers: { Cookie: cookies.get(actor) ?? "" },
      body: new URLSearchParams(form),
    }),
  );
const wanted = { act: "demander", campagne: "label-route", format: "csv", vue: "transmises" };
const mine = async (actor = officer) =>
  (await db.committed(({ tx }) => listExports(tx, actor.personId, 10)))[0]?.id ?? "";

async function make(id: string): Promise<void> {
  const context = jobContext(id, {
    database: db.database(),
    journalKey,
    now: () => new Date(),
    signal: new AbortController().signal,
  });
  await exportApplications(
    context,
    { exportId: id },
    { exports: await exportStore(), files: await fileStore(), folder: await exportWorkplace() },
  );
}

describe("/mes-exports", () => {
  it("is for those who read examinations", async () => {
    expect((await get("/mes-exports", head)).status).toBe(403);
    expect((await post(wanted, head)).status).toBe(403);
    expect(await (await get("/mes-exports")).text()).toContain("Aucun export");
  });

  it("is asked for from the list, whose filters the form keeps", async () => {
    const page = await (await get("/instruction/label-route?departement=12&q=lycee")).text();
    expect(page).toMatch(/<form method="post" action="\/mes-exports"/);
    expect(page).toContain('<input type="hidden" name="departement" value="12"/>');
    expect(page).toContain("Exporter 2\u00a0candidatures");
  });

  it("refuses in French what it cannot do, and writes nothing", async () => {
    for (const [form, words] of [
      [{ ...wanted, format: "doc" }, "Choisissez un format"],
      [{ ...wanted, campagne: "inconnue" }, "ouverte à votre périmètre"],
      [{ act: "arreter", id: "6f1f2c3e-0d1b-4a5c-9e8f-0a1b2c3d4e5f" }, "plus dans votre liste"],
      [{ act: "autre" }, "Choisissez une action"],
    ] as const) {
      const answer = await post(form);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(words);
    }
    expect(await mine()).toBe("");
  });

  it("makes the file, gives it to who asked, and journals it", async () => {
    const asked = await post(wanted);
    expect(asked.headers.get("Location")).toBe("/mes-exports?fait=demande");
    const id = await mine();
    expect(await (await get("/mes-exports")).text()).toContain("En attente");
    expect((await get(`/mes-exports/${id}`)).status).toBe(404);
    await make(id);
    expect(await (await get("/mes-exports")).text()).toContain(`href="/mes-exports/${id}"`);
    const file = await get(`/mes-exports/${id}`);
    expect(file.status).toBe(200);
    expect(file.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="candidatures-label-route-/,
    );
    expect(file.headers.get("Cache-Control")).toBe("private, no-store");
    expect((await file.text()).trimEnd().split("\r\n")).toHaveLength(3);
    const lines = await db.committed(({ tx }) => listJournal(tx, { kind: "export", id }));
    expect(lines.at(-1)).toMatchObject({ action: "export.downloaded" });
  });

  it("is nobody else's, unless they ask for the same", async () => {
    const id = await mine();
    expect((await get(`/mes-exports/${id}`, other)).status).toBe(404);
    expect((await post({ act: "supprimer", id }, other)).status).toBe(422);
    const shared = await post(wanted, other);
    expect(shared.headers.get("Location")).toBe("/mes-exports?fait=partage");
    expect(await mine(other)).toBe(id);
    expect((await get(`/mes-exports/${id}`, other)).status).toBe(200);
  });

  it("is closed to whose scope has changed since", async () => {
    const id = await mine(other);
    await db.committed(({ tx }) =>
      tx.execute(
        sql`update memberships set scope_kind = 'departement', scope_code = '12' where person_id = ${other.personId}::uuid`,
      ),
    );
    expect((await get(`/mes-exports/${id}`, other)).status).toBe(404);
    expect(await (await get("/mes-exports", other)).text()).toContain("Votre périmètre a changé");
  });

  it("leaves one's list when deleted", async () => {
    const id = await mine();
    const answer = await post({ act: "supprimer", id });
    expect(answer.headers.get("Location")).toBe("/mes-exports?fait=suppression");
    expect((await get(`/mes-exports/${id}`)).status).toBe(404);
  });

  it("costs two statements more than who is there, whatever the number of exports", async () => {
    await get("/mes-exports");
    const before = db.statementCount();
    await get("/mes-exports");
    const empty = db.statementCount() - before;
    for (const format of ["csv", "ods", "xlsx", "zip"]) await post({ ...wanted, format, q: "x" });
    const between = db.statementCount();
    await get("/mes-exports");
    expect(db.statementCount() - between).toBe(empty);
  });
});
