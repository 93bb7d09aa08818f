import type { Scope } from "~/domain/access/permissions";
import { shortFingerprint } from "~/domain/application/document-standing";
import type { SealedPieces, SubmissionSupplement } from "~/domain/application/sealed-pieces";
import { environment } from "~/env.server";
import { levelName } from "~/features/application-file/level-name";
import {
  readSealed,
  type SealedAddress,
  type SealedSubmission,
} from "~/features/application-file/read-sealed.server";
import { sealOf } from "~/features/submit-application/build-submission.server";
import { paths } from "~/paths";
import { listSupplements } from "~db/repositories/formal-acts.server";
import { listReceipts } from "~db/repositories/sealed-submissions.server";
import type { Work } from "~db/work.server";

/** What a receipt says, of one submission: nothing here changes once it is sealed. */
export type Receipt = {
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
  readonly sha256: string;
  readonly partners: readonly string[];
  /** Where anyone who has the document checks it, from its QR code too. */
  readonly verifyAt: string;
};

export type ReceiptView = Receipt & {
  readonly id: string;
  /** The stored bytes still give the seal that was written with them. */
  readonly isIntact: boolean;
  /** What was submitted was taken back: withdrawn, or a draft again that is to be submitted anew. */
  readonly takenBack: "withdrawn" | "draft" | null;
  /** What came since, each sealed with the seal that it completes, the first one first. */
  readonly supplements: readonly {
    readonly number: number;
    readonly sealedAt: string;
    readonly sha256: string;
    readonly isIntact: boolean;
    readonly formalActs: SealedPieces;
  }[];
  /** The submissions that this one replaced, the latest first. */
  readonly earlier: readonly {
    readonly number: number;
    readonly receiptNumber: string;
    readonly submittedAt: string;
  }[];
};

/** The receipt page, read from the last sealed snapshot; undefined out of scope or before submission. */
export async function receiptView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<ReceiptView | undefined> {
  const sealed = await readSealed(work, scope, { id });
  if (!sealed) return undefined;
  const { application, submission } = sealed;
  const earlier =
    submission.number > 1
      ? (await listReceipts(work.tx, application.id)).filter(
          ({ number }) => number < submission.number,
        )
      : [];
  return {
    ...receiptOf(sealed),
    id: application.id,
    isIntact: sealOf(submission.snapshot) === submission.sha256,
    takenBack:
      application.status === "withdrawn" || application.status === "draft"
        ? application.status
        : null,
    supplements: sealed.document.formalActs ? await readSupplements(work, submission) : [],
    earlier: earlier
      .map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }))
      .reverse(),
  };
}

/** The receipt of one submission, to be made a document; undefined out of scope or when there is none. */
export async function readReceipt(
  work: Work,
  scope: Scope,
  address: SealedAddress,
): Promise<Receipt | undefined> {
  const sealed = await readSealed(work, scope, address);
  return sealed && receiptOf(sealed);
}

/** What the receipt of a sealed submission says. */
export function receiptOf({ document, submission, snapshot }: SealedSubmission): Receipt {
  const { evaluation } = snapshot;
  const { receiptNumber, sha256 } = submission;
  const [origin = ""] = environment().origins;
  return {
    receiptNumber,
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
    proofs: snapshot.proofs.map(({ name, sha256: content }) => ({ name, sha256: content })),
    sha256,
    formalActs: snapshot.formalActs,
    partners: document.partners.map((partner) => partner.name),
    verifyAt: `${origin}${paths.verifyDocument(receiptNumber, shortFingerprint(sha256))}`,
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
