import type { ScanVerdict } from "~/domain/proof/scan";
import { listProofsOf, lockContent, setScan } from "~db/repositories/file-contents.server";
import { listActsOf } from "~db/repositories/formal-acts.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { listMessageFilesOf } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";
import { infectedActMail, infectedMail, infectedMessageMail } from "./infected-mail";

/**
 * Writes what the antivirus said of a content that waits: its quarantine ends, or never will. A virus is
 * journaled on each proof, file of a message or act that is this content, and told to who joined it. False when it no longer
 * waited: another process had scanned it.
 */
export async function recordVerdict(
  work: Work,
  sha256: string,
  verdict: ScanVerdict,
): Promise<boolean> {
  const content = await lockContent(work.tx, sha256);
  if (content?.scan !== "waiting") return false;
  const signature = verdict.kind === "infected" ? verdict.signature : null;
  await setScan(work.tx, sha256, {
    scan: verdict.kind,
    signature,
    scannedAt: work.now,
  });
  if (signature === null) return true;
  const proofs = await listProofsOf(work.tx, sha256);
  for (const { id } of proofs) {
    await record(work, {
      on: { kind: "proof", id },
      action: "proof.infected",
      after: { sha256, signature },
    });
  }
  const mails = proofs.flatMap((proof) => infectedMail(proof, signature) ?? []);
  await enqueueMails(work.tx, mails);
  await tellMessages(work, sha256, signature);
  await tellActs(work, sha256, signature);
  return true;
}

/** The same for a file of a message: nobody opens it any more. */
async function tellMessages(work: Work, sha256: string, signature: string): Promise<void> {
  const files = await listMessageFilesOf(work.tx, sha256);
  for (const { id } of files) {
    await record(work, {
      on: { kind: "message-file", id },
      action: "message-file.infected",
      after: { sha256, signature },
    });
  }
  await enqueueMails(
    work.tx,
    files.map((file) => infectedMessageMail(file, signature)),
  );
}

/** The same for the act of a board or council: it counts for nothing any more. */
async function tellActs(work: Work, sha256: string, signature: string): Promise<void> {
  const acts = await listActsOf(work.tx, sha256);
  for (const { id, applicationId } of acts) {
    await record(work, {
      on: { kind: "application", id: applicationId },
      action: "application.act-infected",
      after: { id, sha256, signature },
    });
  }
  await enqueueMails(
    work.tx,
    acts.map((act) => infectedActMail(act, signature)),
  );
}
