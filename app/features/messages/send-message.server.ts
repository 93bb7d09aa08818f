import { randomUUID } from "node:crypto";
import type { Scope } from "~/domain/access/permissions";
import {
  messageFileLimits,
  otherSide,
  type WriteRefusal,
  writeRefusal,
} from "~/domain/message/thread";
import type { MessageSide } from "~/domain/message/vocabulary";
import { phaseOf } from "~/features/campaigns/campaign-document.server";
import type { FileStore } from "~/features/proofs/file-store";
import type { ReceivedFile } from "~/features/proofs/received-file.server";
import { lockApplication } from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { insertNotices } from "~db/repositories/message-notices.server";
import { findMessage, insertMessage, lastMessageNumber } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";
import { type FileNotKept, keepFiles } from "./keep-files.server";
import { peopleToTell } from "./people-to-tell.server";

export type SendMessageResult =
  /** `isNew` is false for one that was sent already: a second press says the same. */
  | { readonly ok: true; readonly isNew: boolean }
  | FileNotKept
  | { readonly ok: false; readonly reason: "not-found" | WriteRefusal };

export type MessageToSend = {
  readonly applicationId: string;
  readonly side: MessageSide;
  /** Given by the page, so that a form sent twice is one message. */
  readonly key: string | undefined;
  readonly body: string;
  readonly files: readonly ReceivedFile[];
};

/**
 * Writes a message in the thread of an application inside `scope`, whole with its files or not at all, and
 * says whom its digest is for. Messages of one thread are numbered under the lock of the application.
 */
export async function sendMessage(
  work: Work,
  scope: Scope,
  { applicationId, side, key, body, files }: MessageToSend,
  store: FileStore,
): Promise<SendMessageResult> {
  const { tx, now, actor } = work;
  const file = await lockApplication(tx, scope, applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  const refusal = writeRefusal({
    wasSubmitted: file.wasSubmitted,
    phase: phaseOf(file.campaign, now),
  });
  if (refusal) return { ok: false, reason: refusal };
  const sent = key === undefined ? undefined : await findMessage(tx, key);
  const isSame =
    sent?.applicationId === file.application.id &&
    sent.authorId === actor.personId &&
    sent.body === body;
  if (isSame) return { ok: true, isNew: false };
  const kept = await keepFiles(work, files, messageFileLimits, store);
  if (!kept.ok) return kept;
  // A page gone back to gives its key to other words: they are another message.
  const id = key === undefined || sent ? randomUUID() : key;
  const number = (await lastMessageNumber(tx, applicationId)) + 1;
  await insertMessage(
    tx,
    { id, applicationId, number, side, authorId: actor.personId, writtenAt: now, body },
    kept.files,
  );
  const told = await peopleToTell(work, file, otherSide(side));
  await insertNotices(
    tx,
    id,
    told.filter((personId) => personId !== actor.personId),
  );
  await record(work, {
    on: { kind: "message", id },
    action: "message.sent",
    after: { applicationId, number, side, body, files: kept.files },
  });
  return { ok: true, isNew: true };
}
