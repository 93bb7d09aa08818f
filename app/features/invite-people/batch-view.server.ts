import { z } from "zod";
import { type InvitationOutcome, invitationOutcomes, isInvited } from "~/domain/access/invitation";
import { listJournal } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";

const batchSchema = z.object({
  by: z.string(),
  mails: z.number(),
  lines: z.array(
    z.object({ line: z.number(), written: z.string(), outcome: z.enum(invitationOutcomes) }),
  ),
});

export type BatchView = {
  readonly sentAt: string;
  readonly mails: number;
  readonly counts: readonly { readonly outcome: InvitationOutcome; readonly count: number }[];
  /** The lines that sent nothing. */
  readonly refused: readonly {
    readonly line: number;
    readonly written: string;
    readonly outcome: InvitationOutcome;
  }[];
};

/** What a sending did, as the journal keeps it, for the person who did it; undefined for anyone else. */
export async function batchView(work: Work, batchId: string): Promise<BatchView | undefined> {
  if (!z.uuid().safeParse(batchId).success) return undefined;
  const [entry] = await listJournal(work.tx, { kind: "invitation-batch", id: batchId });
  const batch = batchSchema.safeParse(entry?.after);
  if (!entry || !batch.success || batch.data.by !== work.actor.personId) return undefined;
  const { lines, mails } = batch.data;
  return {
    sentAt: entry.at.toISOString(),
    mails,
    counts: countOutcomes(lines),
    refused: lines.filter(({ outcome }) => !isInvited(outcome)),
  };
}

/** How many lines come to each outcome, in the order of the list of outcomes, without the empty ones. */
export function countOutcomes(
  lines: readonly { readonly outcome: InvitationOutcome }[],
): readonly { readonly outcome: InvitationOutcome; readonly count: number }[] {
  return invitationOutcomes
    .map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
}
