import { expect } from "vitest";
import { system } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import type { JournalObject } from "~/domain/journal/findings";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { createApplication } from "~/features/create-application/create-application.server";
import { verifyJournal } from "~/features/verify-journal/verify-journal.server";
import { record } from "~db/repositories/journal.server";
import { ownerRole } from "~db/roles";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { type SQL, sql } from "~tests/support/raw-sql";
import { journalKey, type TestDatabase } from "./database";

class Undo extends Error {}

/** Runs a task as the owner of the tables, who may alter anything; always rolled back. */
export async function asOwner(
  db: TestDatabase,
  task: (work: Work) => Promise<void>,
): Promise<void> {
  const undone = db.database().asOwner(async (tx) => {
    await tx.execute(sql.raw(`set local role ${ownerRole}`));
    await task({ tx, actor: system, now: new Date(), journalKey });
    throw new Undo();
  });
  await expect(undone).rejects.toBeInstanceOf(Undo);
}

export type Story = Readonly<
  Record<"campaign" | "person" | "application" | "answer", JournalObject>
>;

/** A person, a campaign, an application and an answer saved four times, by the features themselves. */
export async function tellStory(work: Work): Promise<Story> {
  const uai = await insertSchool(work, { rank: 1 });
  const campaign = await insertCampaignDocument(work, buildSmallCampaign());
  const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }]);
  const person = { kind: "person", id: head.personId };
  await record(work, { on: person, action: "person.created", after: { name: head.name } });
  const mine = { ...work, actor: head };
  const created = await createApplication(mine, scopeFor(head, "application.create"), {
    campaignSlug: campaign.slug,
    uais: [uai],
  });
  if (!created.ok) throw new Error(created.reason);
  const applicationId = created.application.id;
  for (const [baseVersion, value] of [true, false, true, false].entries()) {
    const answer = { applicationId, questionId: "ent", value, baseVersion };
    const saved = await saveAnswer(mine, scopeFor(head, "application.answer"), answer);
    if (!saved.ok) throw new Error(saved.reason);
  }
  return {
    campaign: { kind: "campaign", id: campaign.id },
    person,
    application: { kind: "application", id: applicationId },
    answer: { kind: "answer", id: `${applicationId}/ent` },
  };
}

/** The rows of one chain, in `journal_entries` or `journal_heads`. */
export const on = ({ kind, id }: JournalObject): SQL =>
  sql`object_kind = ${kind} and object_id = ${id}`;

/** What verification says, without the identifiers. */
export async function faultsOf(work: Work, ...rest: [] | [Parameters<typeof verifyJournal>[1]]) {
  const { findings } = await verifyJournal(work, ...rest);
  return findings.map(({ fault, object, entry, until }) => [
    fault,
    object?.kind,
    ...(entry === undefined ? [] : [until && until > entry ? `${entry}-${until}` : entry]),
  ]);
}

/** Deletes a chain whole, head included. */
export async function deleteChain({ tx }: Work, object: JournalObject): Promise<void> {
  await tx.execute(sql`delete from journal_entries where ${on(object)}`);
  await tx.execute(sql`delete from journal_heads where ${on(object)}`);
}
