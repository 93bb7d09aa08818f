import type { Scope } from "~/domain/access/permissions";
import { findMessageFile, type ScannedMessageFile } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";

/** What is needed to send a file of a message back; undefined when it is not the reader's to see. */
export async function messageFileToSend(
  work: Work,
  scope: Scope,
  { applicationId, fileId }: { readonly applicationId: string; readonly fileId: string },
): Promise<Pick<ScannedMessageFile, "name" | "mediaType" | "sha256" | "scan"> | undefined> {
  const file = await findMessageFile(work.tx, scope, applicationId, fileId);
  if (!file) return undefined;
  const { name, mediaType, sha256, scan } = file;
  return { name, mediaType, sha256, scan };
}
