import { system } from "~/domain/access/actor";
import { openSession } from "~/features/sign-in/lucia.server";
import { type JournalReport, verifyJournal } from "~/features/verify-journal/verify-journal.server";
import type { Database } from "~db/client.server";
import { journalHeads } from "~db/schema/journal";
import { inWork } from "~db/work.server";
import { buildDraft } from "~tests/factories/draft-application";
import { inArray } from "~tests/support/raw-sql";
import { journalKey } from "../database";
import type { Target } from "./answer-writer";

const questions = ["intitule", "resume"];

const workOptions = () => ({ actor: system, now: new Date(), journalKey });

/** Drafts of several lycées, each with its head signed in: where the writers of a test write. */
export function prepareTargets(database: Database, drafts: number): Promise<Target[]> {
  return inWork(database, workOptions(), async (work) => {
    const targets: Target[] = [];
    for (let rank = 1; rank <= drafts; rank += 1) {
      const { applicationId, head } = await buildDraft(work, rank);
      const session = await openSession(work, head.personId, null);
      const cookie = session.split(";")[0] ?? "";
      targets.push(...questions.map((questionId) => ({ applicationId, questionId, cookie })));
    }
    return targets;
  });
}

export type Written = {
  readonly findings: JournalReport["findings"];
  /** Entries of each answer's chain, by application and question. */
  readonly entries: Readonly<Record<string, number>>;
};

/** What the journal says of the writers' answers. */
export function readWritten(database: Database, targets: readonly Target[]): Promise<Written> {
  return inWork(database, workOptions(), async (work) => {
    const { findings } = await verifyJournal(work);
    const rows = await work.tx
      .select({ id: journalHeads.objectId, count: journalHeads.count })
      .from(journalHeads)
      .where(inArray(journalHeads.objectId, targets.map(chainOf)));
    return { findings, entries: Object.fromEntries(rows.map(({ id, count }) => [id, count])) };
  });
}

/** The chain of an answer in the journal. */
export const chainOf = ({ applicationId, questionId }: Target) => `${applicationId}/${questionId}`;
