import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { postSection } from "~/features/answer-questionnaire/post-section.server";
import { changeProofs } from "~/features/proofs/change-proofs.server";
import type { FileStore } from "~/features/proofs/file-store";
import { contentOf } from "~/features/proofs/received-file.server";
import { openDiskStore } from "~/http/disk-store.server";
import { listAnswers } from "~db/repositories/applications.server";
import { listProofs } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { buildDraft } from "~tests/factories/draft-application";
import { useTestDatabase } from "~tests/support/database";

const system = vi.hoisted(() => ({ code: "" }));
/** The system's own refusal: a full disk cannot be had at will in a test. */
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const write: typeof real.writeFile = async (...given) => {
    if (system.code) throw Object.assign(new Error(system.code), { code: system.code });
    return real.writeFile(...given);
  };
  return { ...real, writeFile: write };
});
afterEach(() => {
  system.code = "";
});

const db = useTestDatabase();
const folder = () => mkdtemp(join(tmpdir(), "jalons-plein-"));
const bytes = new TextEncoder().encode("%PDF-1.7 projet");

describe("a store that cannot write", () => {
  it.each([
    ["ENOSPC", "store-full"],
    ["EDQUOT", "store-full"],
    ["EACCES", "store-unwritable"],
    ["EROFS", "store-unwritable"],
  ])("%s is a refusal, and leaves nothing behind", async (code, reason) => {
    const data = await folder();
    const store = openDiskStore(data, "files");
    system.code = code;
    expect(await store.keep(contentOf(bytes))).toEqual({ ok: false, reason });
    for (const kept of await readdir(join(data, "files"))) {
      expect(await readdir(join(data, "files", kept))).toEqual([]);
    }
    system.code = "";
    expect(await store.keep(contentOf(bytes))).toMatchObject({ ok: true });
  });

  it("is one too when its folder is no folder; any other error stays a fault", async () => {
    const file = join(await folder(), "files");
    await writeFile(file, "");
    expect(await openDiskStore(join(file, ".."), "files").keep(contentOf(bytes))).toEqual({
      ok: false,
      reason: "store-unwritable",
    });
    system.code = "EINVAL";
    await expect(openDiskStore(await folder(), "files").keep(contentOf(bytes))).rejects.toThrow(
      "EINVAL",
    );
  });
});

async function withFullStore(task: (work: Work, store: FileStore) => Promise<void>) {
  const store = openDiskStore(await folder(), "files");
  await db.inWork(async (work) => {
    system.code = "ENOSPC";
    await task(work, store);
  });
}

const laterOn =
  /« projet\.pdf » n’est pas gardé.* Vos réponses, elles, sont enregistrées\. Réessayez plus tard\./;

describe("a file sent while the disk is full", () => {
  it("is refused with 507 by the page's script, in French", async () => {
    await withFullStore(async (work, store) => {
      const { applicationId, scope } = await buildDraft(work);
      const form = new FormData();
      form.set("question", "preuve");
      form.set("fichier", new File([bytes], "projet.pdf"));
      const answer = await changeProofs(work, scope, { applicationId, form }, store);
      expect(answer).toEqual({ status: 507, body: { message: expect.stringMatching(laterOn) } });
      expect(await listProofs(work.tx, applicationId)).toEqual([]);
      expect(await listAnswers(work.tx, applicationId)).toEqual([]);
    });
  });

  it("leaves the answer as it stood when the question had a file before", async () => {
    await withFullStore(async (work, store) => {
      const { applicationId, scope } = await buildDraft(work);
      const form = new FormData();
      form.set("question", "preuve");
      form.set("fichier", new File([bytes], "projet.pdf"));
      system.code = "";
      const added = await changeProofs(work, scope, { applicationId, form }, store);
      expect(added.status).toBe(200);
      const before = await listAnswers(work.tx, applicationId);
      system.code = "ENOSPC";
      form.set("fichier", new File([bytes, "second"], "second.pdf"));
      const refused = await changeProofs(work, scope, { applicationId, form }, store);
      expect(refused.status).toBe(507);
      expect(await listAnswers(work.tx, applicationId)).toEqual(before);
      const [proof] = await listProofs(work.tx, applicationId);
      const removal = new FormData();
      removal.set("retirer", proof?.id ?? "");
      await changeProofs(work, scope, { applicationId, form: removal }, store);
      await changeProofs(work, scope, { applicationId, form }, store);
      // Emptied by its author, not by the refusal: the answer and its history stay.
      expect(await listAnswers(work.tx, applicationId)).toMatchObject([
        { questionId: "preuve", value: null, version: 2 },
      ]);
    });
  });

  it("is refused with 507 by the form without JavaScript, whose answers are kept", async () => {
    await withFullStore(async (work, store) => {
      const { applicationId, scope } = await buildDraft(work);
      const form = new FormData();
      form.set("v.intitule", "");
      form.set("q.intitule", "Ondes du Tarn");
      form.append("fichiers.preuve", new File([bytes], "projet.pdf"));
      const input = { applicationId, sectionId: "pilotage", form };
      expect(await postSection(work, scope, input, store)).toMatchObject({
        reason: "to-correct",
        status: 507,
        problems: [{ questionId: "preuve", message: expect.stringMatching(laterOn) }],
      });
      const answers = await listAnswers(work.tx, applicationId);
      expect(answers).toMatchObject([{ questionId: "intitule", value: "Ondes du Tarn" }]);
    });
  });
});
