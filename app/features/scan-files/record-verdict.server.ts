import type { ScanVerdict } from "~/domain/proof/scan";
import { listProofsOf, lockContent, setScan } from "~db/repositories/file-contents.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { listMessageFilesOf } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";
import { infectedMail, infectedMessageMail } from "./infected-mail";

/**
 * Writes what the antivirus said of a content that waits: its quarantine ends, or never will. A virus is
 * journaled on each proof and file of a message that is this content, and told to who joined it. False when it no longer
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
  const sent = await listMessageFilesOf(work.tx, sha256);
  for (const { id } of sent) {
    await record(work, {
      on: { kind: "message-file", id },
      action: "message-file.infected",
      after: { sha256, signature },
    });
  }
  await enqueueMails(work.tx, [
    ...proofs.flatMap((proof) => infectedMail(proof, signature) ?? []),
    ...sent.map((file) => infectedMessageMail(file, signature)),
  ]);
  return true;
}
