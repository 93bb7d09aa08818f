import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ScanState } from "~/domain/proof/vocabulary";
import { readEnvironment } from "~/env.server";
import { changeProofs } from "~/features/proofs/change-proofs.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { openDiskStore } from "~/http/disk-store.server";
import { installRuntime, stopRuntime } from "~/http/runtime.server";
import * as proofRoute from "~/routes/proof";
import { setScan } from "~db/repositories/file-contents.server";
import { listProofs } from "~db/repositories/proofs.server";
import { buildDraft } from "~tests/factories/draft-application";
import { journalKey, useTestDatabase } from "~tests/support/database";
import { servePages } from "~tests/support/page-server";

const system = vi.hoisted(() => ({ code: "" }));
/** The system's own refusal: a root user, as in many a container, is never denied a file for real. */
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const open: typeof real.open = async (...given) => {
    if (system.code) throw Object.assign(new Error(system.code), { code: system.code });
    return real.open(...given);
  };
  return { ...real, open };
});

const db = useTestDatabase();
const ask = servePages({ "/candidatures/:id/preuves/:proofId": proofRoute });
let rank = 300;
let folder = "";
let address = "";
let cookie = "";
let sha256 = "";

/** A draft with one proof, « projet.pdf », whose head is signed in. */
beforeEach(async () => {
  rank += 1;
  folder = await mkdtemp(join(tmpdir(), "jalons-preuve-"));
  installRuntime({
    env: readEnvironment({ NODE_ENV: "test", DATA_DIR: folder }),
    database: db.database(),
    journalKey,
    guard: undefined,
    stop: async () => undefined,
  });
  await db.committed(async (work) => {
    const { applicationId, scope, head } = await buildDraft(work, rank);
    const form = new FormData();
    form.set("question", "preuve");
    form.set("fichier", new File(["%PDF-1.7 projet"], "projet.pdf"));
    const mine = { ...work, actor: head };
    await changeProofs(mine, scope, { applicationId, form }, openDiskStore(folder, "files"));
    const [proof] = await listProofs(work.tx, applicationId);
    sha256 = proof?.sha256 ?? "";
    address = `/candidatures/${applicationId}/preuves/${proof?.id}`;
    cookie = (await openSession(work, head.personId, null)).split(";")[0] ?? "";
  });
});
afterEach(async () => {
  system.code = "";
  await stopRuntime();
  await rm(folder, { recursive: true, force: true });
});

const read = () =>
  ask(new Request(`http://localhost:3000${address}`, { headers: { Cookie: cookie } }));

/** The path of the one content that the store keeps. */
async function contentPath(): Promise<string> {
  const [shelf = ""] = await readdir(join(folder, "files"));
  const [name = ""] = await readdir(join(folder, "files", shelf));
  return join(folder, "files", shelf, name);
}

/** Says what the antivirus makes of the only content there is. */
const judge = (scan: ScanState, signature: string | null) =>
  db.committed(async ({ tx }) => {
    await setScan(tx, sha256, { scan, signature });
  });

describe("a proof that the antivirus holds back", () => {
  it("is a 503 that says to come back while it is not read", async () => {
    await judge("waiting", null);
    const response = await read();
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("10");
    expect(await response.text()).toContain("n’a pas encore lu « projet.pdf »");
  });

  it("is a 403 for everybody once a virus is found, and open when nothing is", async () => {
    await judge("infected", "Essai");
    const refused = await read();
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("a reconnu un virus dans « projet.pdf »");
    await judge("clear", null);
    expect((await read()).status).toBe(200);
  });
});

describe("a proof sent back", () => {
  it("comes whole, to be saved rather than opened", async () => {
    const response = await read();
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="projet/);
    expect(await response.text()).toBe("%PDF-1.7 projet");
  });

  it("is a 404 that says whom to tell when its content is gone", async () => {
    await rm(await contentPath());
    const response = await read();
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/html/);
    const text = await response.text();
    expect(text).toContain("Ce fichier manque sur le serveur");
    expect(text).toContain("« projet.pdf » figure bien dans la candidature");
    expect(text).toContain("le joindre à nouveau");
  });

  it.each([
    [
      "its folder is no folder",
      async () => {
        await rm(join(folder, "files"), { recursive: true });
        await writeFile(join(folder, "files"), "");
      },
    ],
    [
      "its content is no file",
      async () => {
        const path = await contentPath();
        await rm(path);
        await mkdir(path);
      },
    ],
    [
      "the system denies it",
      async () => {
        system.code = "EACCES";
      },
    ],
  ])("is a 503 that says to come back when %s", async (_why, spoil) => {
    await spoil();
    const response = await read();
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("10");
    const text = await response.text();
    expect(text).toContain("Le serveur n’arrive pas à lire « projet.pdf ».");
    expect(text).toContain("Réessayez dans quelques minutes");
  });
});
