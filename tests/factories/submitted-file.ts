import type { Actor } from "~/domain/access/actor";
import { everywhere } from "~/domain/access/permissions";
import { canonicalSnapshot, snapshotOf } from "~/domain/application/snapshot";
import type { DirectoryUnit } from "~/domain/directory/unit";
import { evaluateFile } from "~/features/application-file/read-file.server";
import { sealOf } from "~/features/submit-application/build-submission.server";
import {
  findApplication,
  insertApplication,
  insertSubmission,
  updateApplication,
} from "~db/repositories/applications.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { insertProof } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { insertActor } from "./person";
import { insertSchool } from "./school";
import { completeAnswers, saveAnswers } from "./started-application";

export type Submitted = {
  readonly applicationId: string;
  readonly uai: string;
  readonly head: Actor;
};

type Options = {
  readonly rank: number;
  readonly school?: Partial<DirectoryUnit>;
  readonly answers?: Readonly<Record<string, unknown>>;
  /** File questions that get one proof. */
  readonly proofs?: readonly string[];
  readonly submittedAt?: Date;
};

/** A lycée's application, submitted with its sealed snapshot: what an examiner receives. */
export async function insertSubmitted(
  work: Work,
  campaign: CampaignRow,
  { rank, school, answers = completeAnswers, proofs = [], submittedAt = work.now }: Options,
): Promise<Submitted> {
  const uai = await insertSchool(work, { rank, ...school });
  const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }], {
    email: `direction-${uai.toLowerCase()}@exemple.fr`,
  });
  const application = await insertApplication(
    work.tx,
    {
      campaignId: campaign.id,
      applicantKind: "school",
      applicantCode: uai,
      createdBy: head.personId,
    },
    [uai],
  );
  if (!application) throw new Error("Candidature d’essai non créée.");
  await saveAnswers(work, application.id, answers, head.personId);
  for (const questionId of proofs) {
    await keepContentRow(work.tx, "0".repeat(64), { isScanned: false, at: work.now });
    await insertProof(work.tx, {
      applicationId: application.id,
      questionId,
      name: "projet.pdf",
      mediaType: "application/pdf",
      size: 12_400,
      sha256: "0".repeat(64),
      addedBy: head.personId,
    });
  }
  await seal(work, application.id, { uai, head, submittedAt });
  return { applicationId: application.id, uai, head };
}

async function seal(
  work: Work,
  id: string,
  { uai, head, submittedAt }: { uai: string; head: Actor; submittedAt: Date },
): Promise<void> {
  const found = await findApplication(work.tx, everywhere, id);
  if (!found) throw new Error("Candidature d’essai introuvable.");
  const file = await evaluateFile(work, found);
  const receiptNumber = `ESSAI-${uai}`;
  const snapshot = snapshotOf({
    document: file.document,
    digest: found.campaign.digest,
    receiptNumber,
    application: { id, applicant: { kind: "school", code: uai } },
    submitter: { id: head.personId, name: head.name, role: "head" },
    declaration: "Je déclare sur l’honneur.",
    schools: file.schoolFacts,
    answers: file.input.answers,
    proofs: file.proofs,
    signatures: [],
    evaluation: file.evaluation,
    instant: submittedAt,
  });
  const canonical = canonicalSnapshot(snapshot);
  await insertSubmission(work.tx, {
    applicationId: id,
    number: 1,
    receiptNumber,
    submittedBy: head.personId,
    submittedAt,
    snapshot: canonical,
    sha256: sealOf(canonical),
  });
  await updateApplication(work.tx, id, {
    status: "submitted",
    submittedAt,
    submittedBy: head.personId,
    declaredScore: snapshot.evaluation.score,
    declaredLevel: snapshot.evaluation.level,
    weakestAxis: snapshot.evaluation.weakestAxis,
  });
}
