import { isDelayed, throttleWindowMinutes } from "~/domain/access/throttling";
import {
  type DocumentVerdict,
  isAuthentic,
  verifyDocument,
} from "~/domain/application/document-standing";
import { readSnapshot } from "~/features/application-file/sealed-input";
import { sealOf } from "~/features/submit-application/build-submission.server";
import { formatList } from "~/ui/format";
import { findByReceipt } from "~db/repositories/sealed-submissions.server";
import { addFailure, countFailures } from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";
import type { VerificationForm } from "./schemas";

export type VerificationView = {
  readonly receiptNumber: string;
  readonly verdict: DocumentVerdict;
  /** What an authentic document says of itself; null for any other, of which nothing is told. */
  readonly document: {
    readonly campaign: string;
    readonly schools: string;
    readonly submittedAt: string;
    readonly sha256: string;
  } | null;
};

export type VerificationResult =
  | { readonly ok: true; readonly view: VerificationView }
  | { readonly ok: false; readonly reason: "too-many-attempts" };

/**
 * Says whether a document is authentic and current, to anyone who has its number and fingerprint. Answers
 * that confirm nothing count towards the limit of a network address, so that neither can be searched for.
 */
export async function checkDocument(
  work: Work,
  { numero, empreinte }: VerificationForm,
  client: { readonly address: string },
): Promise<VerificationResult> {
  const { tx, now } = work;
  const since = new Date(now.getTime() - throttleWindowMinutes * 60_000);
  const key = `verify-address:${client.address}`;
  const addressFailures = await countFailures(tx, key, since);
  if (isDelayed({ accountFailures: 0, addressFailures })) {
    return { ok: false, reason: "too-many-attempts" };
  }
  const found = await findByReceipt(tx, numero);
  const verdict = verifyDocument(
    found && { ...found, isIntact: sealOf(found.snapshot) === found.sha256 },
    empreinte,
  );
  if (verdict === "unknown" || verdict === "mismatch") await addFailure(tx, key, now, since);
  const document = found && isAuthentic(verdict) ? describe(found) : null;
  return { ok: true, view: { receiptNumber: numero, verdict, document } };
}

function describe({ snapshot, sha256 }: { readonly snapshot: string; readonly sha256: string }) {
  const { campaign, schools, submittedAt } = readSnapshot(snapshot);
  return {
    campaign: `${campaign.title} ${campaign.edition}`,
    schools: formatList(schools.map(({ name = "" }) => name)),
    submittedAt,
    sha256,
  };
}
