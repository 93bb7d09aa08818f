import type { CampaignPhase } from "../campaign/vocabulary";
import type { FileLimits } from "../questionnaire/types";
import { fileFormats } from "../questionnaire/vocabulary";
import type { MessageSide } from "./vocabulary";

/** Characters of a message or of a note. */
export const longestMessage = 5000;

/** What may be joined to one message; `maxBytes` is a file's. */
export const messageFileLimits: FileLimits = {
  formats: fileFormats,
  maxBytes: 10_000_000,
  maxFiles: 5,
};

export type WriteRefusal = "not-submitted" | "archived";

/**
 * May a message be written in an application's thread? From its first submission on, whatever became of it
 * since (withdrawn, resumed, decided), until its campaign is archived.
 */
export function writeRefusal(file: {
  readonly wasSubmitted: boolean;
  readonly phase: CampaignPhase;
}): WriteRefusal | null {
  if (!file.wasSubmitted) return "not-submitted";
  return file.phase === "archived" ? "archived" : null;
}

/** Who reads what a side writes. */
export function otherSide(side: MessageSide): MessageSide {
  return side === "school" ? "examination" : "school";
}

/** A message somebody is to be told of, if they have not read it meanwhile. */
export type Notice = {
  readonly applicationId: string;
  /** Its rank in its thread, from 1. */
  readonly number: number;
  readonly side: MessageSide;
};

/** What a digest says of one application: how many messages of the other side wait. */
export type DigestLine = {
  readonly applicationId: string;
  /** Whoever wrote them. */
  readonly side: MessageSide;
  readonly waiting: number;
};

/**
 * What is still to tell one person: each application that they still read (`isReadable`) with its messages
 * that they have not read, in the order in which the first of each came. `readThrough` gives the last
 * number read of an application, 0 for none.
 */
export function digestLines(
  notices: readonly Notice[],
  {
    readThrough,
    isReadable,
  }: {
    readonly readThrough: (applicationId: string) => number;
    readonly isReadable: (applicationId: string, side: MessageSide) => boolean;
  },
): DigestLine[] {
  const lines = new Map<string, DigestLine>();
  for (const { applicationId, number, side } of notices) {
    if (number <= readThrough(applicationId) || !isReadable(applicationId, side)) continue;
    const name = `${applicationId} ${side}`;
    const waiting = (lines.get(name)?.waiting ?? 0) + 1;
    lines.set(name, { applicationId, side, waiting });
  }
  return [...lines.values()];
}
