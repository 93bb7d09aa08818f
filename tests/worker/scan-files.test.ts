import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "~/domain/access/actor";
import { evaluateFile } from "~/features/application-file/read-file.server";
import { changeProofs } from "~/features/proofs/change-proofs.server";
import type { FileStore } from "~/features/proofs/file-store";
import { proofLines } from "~/features/proofs/proof-view.server";
import { recordVerdict } from "~/features/scan-files/record-verdict.server";
import { openDiskStore } from "~/http/disk-store.server";
import { clamAt } from "~/http/virus-scanner.server";
import { jobContext } from "~/worker/job-context.server";
import { scanFiles } from "~/worker/scan-files.server";
import { findApplication, listAnswers } from "~db/repositories/applications.server";
import { listJobs } from "~db/repositories/jobs.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import { listProofs } from "~db/repositories/proofs.server";
import { inWork } from "~db/work.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { type ClamDaemon, eicar, hasClam, startClam } from "~tests/support/clam-daemon";
import { journalKey, useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
let folder: string;
let store: FileStore;
let rank = 700;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalons-analyse-"));
  store = openDiskStore(folder, "files", { isScanned: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const draft = (): Promise<Draft> => {
  rank += 1;
  return db.committed((work) => buildDraft(work, rank));
};

/** Adds a file to the proof of a draft, as its head does. */
function deposit({ applicationId, head, scope }: Draft, content: string, name = "projet.pdf") {
  const form = new FormData();
  form.set("question", "preuve");
  form.set("fichier", new File([content], name));
  return db.committed((work) => changeProofs(work, scope, { applicationId, form }, store), head);
}

const filesOf = ({ applicationId }: Draft) =>
  db.committed((work) => proofLines(work, applicationId));

const runWith = (scanner: Parameters<typeof scanFiles>[2]) =>
  scanFiles(
    jobContext(randomUUID(), {
      database: db.database(),
      journalKey,
      now: () => new Date(),
      signal: new AbortController().signal,
    }),
    store,
    scanner,
  );

/** Of how many files the rules take account for the question. */
const counted = ({ applicationId, scope }: Draft) =>
  db.committed(async (work) => {
    const found = await findApplication(work.tx, scope, applicationId);
    return found && (await evaluateFile(work, found)).input.proofs?.preuve;
  });

describe("a file deposited where there is an antivirus", () => {
  it("waits in quarantine, counts meanwhile, and its scan is asked in the same transaction", async () => {
    const mine = await draft();
    const answer = await deposit(mine, `%PDF-1.7 en attente ${rank}`);
    expect(answer.body).toMatchObject({ proofs: [{ name: "projet.pdf", scan: "waiting" }] });
    expect(await counted(mine)).toBe(1);
    const waiting = await db.committed(({ tx }) =>
      listJobs(tx, { state: "created", kind: "scan-files" }, { limit: 50, offset: 0 }),
    );
    expect(waiting.jobs.length).toBeGreaterThan(0);
  });

  it("leaves quarantine unscanned once the antivirus is no longer there", async () => {
    const mine = await draft();
    await deposit(mine, `%PDF-1.7 sans antivirus ${rank}`);
    await runWith(undefined);
    expect(await filesOf(mine)).toMatchObject([{ scan: "unscanned", signature: null }]);
  });

  it("stays there while the antivirus is away, and the job fails to be tried again", async () => {
    const mine = await draft();
    await deposit(mine, `%PDF-1.7 antivirus absent ${rank}`);
    await expect(runWith(clamAt("unix:/nulle/part/clamd.sock"))).rejects.toThrow("antivirus");
    expect(await filesOf(mine)).toMatchObject([{ scan: "waiting" }]);
  });

  it("has one verdict, told once, whoever gives it", async () => {
    const mine = await draft();
    await deposit(mine, `%PDF-1.7 verdicts ${rank}`);
    const sha256 = await contentOf(mine);
    const verdict = { kind: "infected", signature: "Essai" } as const;
    const options = { actor: system, now: new Date(), journalKey };
    const given = await Promise.all(
      Array.from({ length: 50 }, () =>
        inWork(db.database(), options, (work) => recordVerdict(work, sha256, verdict)),
      ),
    );
    expect(given.filter(Boolean)).toHaveLength(1);
    expect(await mailsTo(`tete${rank}@exemple.fr`)).toHaveLength(1);
  });
});

const contentOf = ({ applicationId }: Draft) =>
  db.committed(async ({ tx }) => (await listProofs(tx, applicationId))[0]?.sha256 ?? "");

const mailsTo = async (address: string) =>
  (await db.committed(({ tx }) => listMails(tx, 500))).filter(
    (mail) => mail.toAddress === address && mail.kind === "proof.infected",
  );

describe.skipIf(!hasClam)("what ClamAV says of the files that wait", () => {
  let daemon: ClamDaemon;
  beforeAll(async () => {
    daemon = await startClam();
  });
  afterAll(() => daemon.stop());

  it("opens the one in which nothing is found, for all who deposit it again", async () => {
    const [mine, theirs] = [await draft(), await draft()];
    const content = `%PDF-1.7 commun ${rank}`;
    await deposit(mine, content);
    expect(await runWith(clamAt(daemon.address))).toMatchObject({ infected: 0 });
    expect(await filesOf(mine)).toMatchObject([{ scan: "clear" }]);
    await deposit(theirs, content);
    expect(await filesOf(theirs)).toMatchObject([{ scan: "clear" }]);
  });

  it("refuses the one in which a virus is found: no proof any more, journaled, told by mail", async () => {
    const mine = await draft();
    const email = `tete${rank}@exemple.fr`;
    await deposit(mine, `%PDF-1.7 bon ${rank}`, "bon.pdf");
    const content = `%PDF-1.7 ${eicar} ${rank}`;
    await deposit(mine, content, "piege.pdf");
    expect(await counted(mine)).toBe(2);
    expect(await runWith(clamAt(daemon.address))).toMatchObject({ infected: 1 });

    const files = await filesOf(mine);
    const signature = expect.stringContaining("Jalons.Eicar");
    expect(files).toMatchObject([
      { name: "bon.pdf", scan: "clear" },
      { name: "piege.pdf", scan: "infected", signature },
    ]);
    expect(await counted(mine)).toBe(1);
    const [answer] = await db.committed(({ tx }) => listAnswers(tx, mine.applicationId));
    expect(answer?.value).toMatchObject([{ name: "bon.pdf" }]);
    const id = files[1]?.id ?? "";
    const lines = await db.committed(({ tx }) => listJournal(tx, { kind: "proof", id }));
    expect(lines.map(({ action }) => action)).toContain("proof.infected");
    expect(await mailsTo(email)).toMatchObject([{ body: expect.stringContaining("piege.pdf") }]);
    // The same bytes are known from now on, and nothing is left to do.
    expect(await deposit(mine, content, "encore.pdf")).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining("a reconnu un virus") },
    });
    expect(await runWith(clamAt(daemon.address))).toMatchObject({ infected: 0, clear: 0 });
  });
});
