import type { Scope } from "~/domain/access/permissions";
import { evaluate } from "~/domain/maturity/evaluate";
import { levelName } from "~/features/application-file/level-name";
import { readOpenCompletion } from "~/features/application-file/open-completion.server";
import { evaluateFile } from "~/features/application-file/read-file.server";
import {
  readSealed,
  type SealedAddress,
  type SealedSubmission,
} from "~/features/application-file/read-sealed.server";
import { sealedInput } from "~/features/application-file/sealed-input";
import { readSignatures } from "~/features/application-file/standing-signatures.server";
import { compiledOf } from "~/features/campaigns/campaign-document.server";
import { receiptLines } from "~/features/receipt/receipt-lines";
import { readReceipt, receiptOf } from "~/features/receipt/receipt-view.server";
import { applicantRoleLabels, coSignatoryLabels } from "~/features/submit-application/labels";
import { formatList } from "~/ui/format";
import { findApplication } from "~db/repositories/applications.server";
import { listScans } from "~db/repositories/file-contents.server";
import { listNames } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";
import {
  type ApplicationContent,
  applicationDocument,
  draftDocument,
  draftFacts,
} from "./application-document";
import type { DocumentModel } from "./document-model";
import { documentSections } from "./document-sections";
import { receiptDocument } from "./receipt-document";

/** A document with the name of its file, without extension. */
export type NamedDocument = { readonly name: string; readonly model: DocumentModel };

/** The receipt of a submission as a document; undefined out of scope or when there is none. */
export async function readReceiptDocument(
  work: Work,
  scope: Scope,
  address: SealedAddress,
): Promise<NamedDocument | undefined> {
  const receipt = await readReceipt(work, scope, address);
  return receipt && { name: `recepisse-${receipt.receiptNumber}`, model: receiptDocument(receipt) };
}

/**
 * The whole application as one submission sealed it: whoever reads it, nothing of what was written since.
 * Undefined out of scope or when there is none.
 */
export async function readApplicationDocument(
  work: Work,
  scope: Scope,
  address: SealedAddress,
): Promise<NamedDocument | undefined> {
  const sealed = await readSealed(work, scope, address);
  if (!sealed) return undefined;
  const receipt = receiptOf(sealed);
  const { snapshot } = sealed;
  const { submitter, declaration, submittedAt } = snapshot;
  const content: ApplicationContent = {
    campaign: receipt.campaign,
    partners: receipt.partners,
    applicant: formatList(receipt.schools.map(({ name }) => name)),
    facts: receiptLines(receipt),
    axes: receipt.axes,
    sections: await sealedSections(work, sealed),
    signatures: await sealedSignatures(work, sealed),
  };
  const model = applicationDocument(content, {
    receipt,
    declaration: {
      text: declaration,
      by: submitter.name,
      quality: qualityOf(submitter.role),
      at: submittedAt,
    },
  });
  return { name: `candidature-${receipt.receiptNumber}`, model };
}

/**
 * The answers that a file holds now, for whoever may write it: a draft, or what a request for completion
 * opened. Undefined out of scope, and when all that it holds is submitted.
 */
export async function readDraftDocument(
  work: Work,
  scope: Scope,
  id: string,
): Promise<NamedDocument | undefined> {
  const found = await findApplication(work.tx, scope, id);
  if (!found) return undefined;
  const isDraft = found.application.status === "draft";
  if (!isDraft && !(await readOpenCompletion(work, found.application))) return undefined;
  const file = await evaluateFile(work, found);
  const { document, evaluation, schools } = file;
  const { standing } = await readSignatures(work, file);
  const nameOf = schoolNames(schools);
  const campaign = `${document.title} ${document.edition}`;
  const title = document.levels.find(({ level }) => level === evaluation.level)?.title ?? null;
  const content: ApplicationContent = {
    campaign,
    partners: document.partners.map(({ name }) => name),
    applicant: formatList(schools.map(({ name }) => name)),
    facts: draftFacts({
      campaign,
      schools,
      score: evaluation.score,
      level: document.levels.length === 0 ? null : levelName(evaluation.level, title),
    }),
    axes: document.axes.map((axis) => ({
      title: axis.title,
      score: evaluation.axes[axis.id]?.score ?? null,
    })),
    sections: documentSections({
      document,
      evaluation,
      answers: file.input.answers,
      proofs: [...file.proofs, ...file.infected],
    }),
    signatures: standing.map(({ role, uai, givenName, familyName, signedAt }) => ({
      quality: signedAs(role, nameOf(uai)),
      name: `${givenName} ${familyName}`,
      signedAt: signedAt.toISOString(),
    })),
  };
  return {
    name: `brouillon-${found.campaign.slug}`,
    model: draftDocument(content, work.now.toISOString()),
  };
}

async function sealedSections(work: Work, sealed: SealedSubmission) {
  const { campaign, document, snapshot } = sealed;
  const scans = await listScans(
    work.tx,
    snapshot.proofs.map(({ sha256 }) => sha256),
  );
  return documentSections({
    document,
    evaluation: evaluate(compiledOf(campaign), sealedInput(document, snapshot)),
    answers: snapshot.answers,
    proofs: snapshot.proofs.map(({ questionId, name, size, sha256 }) => ({
      ...{ questionId, name, size },
      ...(scans.get(sha256) ?? { scan: "unscanned", signature: null }),
    })),
  });
}

async function sealedSignatures(
  work: Work,
  { snapshot }: SealedSubmission,
): Promise<ApplicationContent["signatures"]> {
  const names = await listNames(
    work.tx,
    snapshot.signatures.map(({ personId }) => personId),
  );
  const nameOf = schoolNames(snapshot.schools);
  return snapshot.signatures.map(({ role, uai, personId, signedAt }) => ({
    quality: signedAs(role, nameOf(uai)),
    name: names.get(personId) ?? "Compte effacé",
    signedAt,
  }));
}

function schoolNames(schools: readonly { readonly uai?: string; readonly name?: string }[]) {
  return (code: string) => schools.find(({ uai }) => uai === code)?.name;
}

/** « Directeur ou directrice d’école, École Jean Moulin »: a co-signatory's function. */
function signedAs(role: string, school: string | undefined): string {
  const labels: Readonly<Record<string, string>> = coSignatoryLabels;
  return [labels[role] ?? role, school].filter(Boolean).join(", ");
}

/** « chef d’établissement », as it stands after a name. */
function qualityOf(role: string): string {
  const labels: Readonly<Record<string, string>> = applicantRoleLabels;
  return labels[role] ?? role;
}
