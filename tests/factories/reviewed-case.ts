import type { Actor } from "~/domain/access/actor";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import type { correctCriterion } from "~/features/examine-applications/correct-criterion.server";
import { examinationView } from "~/features/examine-applications/examination-view.server";
import { findApplication } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import type { TestDatabase } from "~tests/support/database";
import { insertActor } from "./person";
import { buildSmallCampaign, insertCampaignDocument } from "./small-campaign";
import { insertSubmitted, type Submitted } from "./submitted-file";

export type Case = {
  readonly work: Work;
  readonly scope: Scope;
  readonly file: Submitted;
  readonly officer: Actor;
};

export const slug = "label-lycee-numerique-2026";

/** A submitted file (projet and ENT: 100 points, level 2) and the officer of its académie. */
export async function withFile<T>(
  db: TestDatabase,
  task: (given: Case) => Promise<T>,
  options: { document?: Record<string, unknown>; proofs?: readonly string[] } = {},
): Promise<T> {
  return db.inWork(async (work) => {
    const document = buildSmallCampaign(options.document);
    const campaign = await insertCampaignDocument(work, document);
    const file = await insertSubmitted(work, campaign, { rank: 1, proofs: options.proofs });
    const officer = await insertActor(work, [
      { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
    ]);
    const scope = scopeFor(officer, "examination.correct");
    return task({ work: { ...work, actor: officer }, scope, file, officer });
  });
}

export const setEnt = (
  value: string,
  more: Partial<Parameters<typeof correctCriterion>[2]> = {},
) => ({
  questionId: "ent",
  reason: "L’ENT n’est ouvert qu’aux élèves.",
  version: 0,
  entries: [["q.ent", value]] as const,
  ...more,
});

export async function applicationOf({ work, scope, file }: Case) {
  const found = await findApplication(work.tx, scope, file.applicationId);
  if (!found) throw new Error("Candidature introuvable.");
  return found.application;
}

export async function view({ work, scope, file }: Case, correcting: string | null = null) {
  const found = await examinationView(work, scope, { slug, id: file.applicationId, correcting });
  if (!found) throw new Error("Dossier introuvable.");
  return found;
}
