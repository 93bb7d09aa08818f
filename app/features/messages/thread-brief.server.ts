import type { MessageSide } from "~/domain/message/vocabulary";
import { countMessages } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";

/** A thread in figures: its messages, and those of the other side that the reader has not read. */
export type ThreadBrief = { readonly all: number; readonly unread: number };

/** The thread of an application as one side sees it from elsewhere, in one statement. */
export function threadBrief(
  work: Work,
  applicationId: string,
  side: MessageSide,
): Promise<ThreadBrief> {
  return countMessages(work.tx, { applicationId, personId: work.actor.personId }, side);
}
