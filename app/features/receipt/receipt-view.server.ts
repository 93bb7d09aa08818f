import type { Scope } from "~/domain/access/permissions";
import type { SealedPieces, SubmissionSupplement } from "~/domain/application/sealed-pieces";
import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import { levelName } from "~/features/application-file/level-name";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { sealOf } from "~/features/submit-application/build-submission.server";
import { findApplication, findLastSubmission } from "~db/repositories/applications.server";
import { listSupplements } from "~db/repositories/formal-acts.server";
import type { Work } from "~db/work.server";

export type ReceiptView = {
  readonly id: string;
  readonly receiptNumber: string;
  readonly campaign: string;
  readonly submittedAt: string;
  readonly submitter: string;
  readonly schools: readonly { readonly uai: string; readonly name: string }[];
  readonly score: number | null;
  readonly levelTitle: string | null;
  readonly axes: readonly { readonly title: string; readonly score: number | null }[];
  readonly answerCount: number;
  readonly proofs: readonly { readonly name: string; readonly sha256: string }[];
  /** The act and the opinion that were sealed with it, in a campaign that asks some. */
  readonly formalActs?: SealedPieces | undefined;
  /** What came since, each sealed with the seal that it completes, the first one first. */
  readonly supplements?: readonly {
    readonly number: number;
    readonly sealedAt: string;
    readonly sha256: string;
    readonly isIntact: boolean;
    readonly formalActs: SealedPieces;
  }[];
  readonly sha256: string;
  /** The stored bytes still give the seal that was written with them. */
  readonly isIntact: boolean;
  readonly partners: readonly string[];
  /** What was submitted was taken back: withdrawn, or a draft again that is to be submitted anew. */
  readonly takenBack: "withdrawn" | "draft" | null;
};

/** The receipt, read from the sealed snapshot alone; undefined out of scope or before submission. */
export async function receiptView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<ReceiptView | undefined> {
  const file = await findApplication(work.tx, scope, id);
  const submission = file && (await findLastSubmission(work.tx, file.application.id));
  if (!file || !submission) return undefined;
  const document = documentOf(file.campaign);
  const snapshot = JSON.parse(submission.snapshot) as SubmissionSnapshot;
  const { evaluation } = snapshot;
  return {
    id: file.application.id,
    receiptNumber: submission.receiptNumber,
    campaign: `${snapshot.campaign.title} ${snapshot.campaign.edition}`,
    submittedAt: snapshot.submittedAt,
    submitter: snapshot.submitter.name,
    schools: snapshot.schools.map(({ uai = "", name = "" }) => ({ uai, name })),
    score: evaluation.score,
    levelTitle:
      document.levels.length === 0
        ? null
        : levelName(
            evaluation.level,
            document.levels.find(({ level }) => level === evaluation.level)?.title ?? null,
          ),
    axes: document.axes.map((axis) => ({
      title: axis.title,
      score: evaluation.axes[axis.id]?.score ?? null,
    })),
    answerCount: Object.keys(snapshot.answers).length,
    proofs: snapshot.proofs.map(({ name, sha256 }) => ({ name, sha256 })),
    formalActs: snapshot.formalActs,
    supplements: document.formalActs ? await readSupplements(work, submission) : [],
    sha256: submission.sha256,
    isIntact: sealOf(submission.snapshot) === submission.sha256,
    partners: document.partners.map((partner) => partner.name),
    takenBack:
      file.application.status === "withdrawn" || file.application.status === "draft"
        ? file.application.status
        : null,
  };
}

/** What completes a submission; intact when its bytes give its seal, and name the seal that they complete. */
async function readSupplements({ tx }: Work, submission: { id: string; sha256: string }) {
  const rows = await listSupplements(tx, submission.id);
  return rows.map(({ number, sealedAt, sha256, content }) => {
    const { submissionSha256, formalActs } = JSON.parse(content) as SubmissionSupplement;
    return {
      number,
      sealedAt: sealedAt.toISOString(),
      sha256,
      isIntact: sealOf(content) === sha256 && submissionSha256 === submission.sha256,
      formalActs,
    };
  });
}
