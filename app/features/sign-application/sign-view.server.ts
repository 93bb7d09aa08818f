import type { Scope } from "~/domain/access/permissions";
import { isSigned, type SignatureSlot, signatureSlots } from "~/domain/application/co-signatures";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { canAnswerFile } from "~/features/application-file/can-answer.server";
import { applicantTitle, describeSchool } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { readFile } from "~/features/application-file/read-file.server";
import { readSignatures } from "~/features/application-file/standing-signatures.server";
import {
  type ReviewedSection,
  reviewedSections,
} from "~/features/review-answers/review-answers-view.server";
import type { GivenCoSignature } from "~db/repositories/signatures.server";
import type { Work } from "~db/work.server";
import { slotsOf } from "./sign-application.server";

export type ViewedSlot = SignatureSlot & {
  readonly school: string | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  /** Given over answers that have changed since: to be given again. */
  readonly isLapsed: boolean;
};

export type SignView = {
  readonly id: string;
  readonly title: string;
  readonly campaign: string;
  readonly status: ApplicationStatus;
  readonly schools: readonly string[];
  readonly isComplete: boolean;
  readonly slots: readonly ViewedSlot[];
  /** What the actor may sign now. */
  readonly mine: readonly SignatureSlot[];
  /** The answers that the signature is bound to, and their SHA-256. */
  readonly sections: readonly ReviewedSection[];
  readonly contentSha256: string;
};

/**
 * The page of co-signatures: those given, those waited for, the actor's own, and what they sign.
 * Undefined when the campaign asks for none, or when the actor neither signs nor writes the file.
 */
export async function signView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<SignView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document } = file;
  const slots = signatureSlots(
    document.applicants.coSignatories,
    file.schools.map((school) => school.uai),
  );
  const signatures = await readSignatures(work, file);
  const own = await slotsOf(work, file, signatures.standing);
  if (
    slots.length === 0 ||
    (own.all.length === 0 && !(await canAnswerFile(work, application.id)))
  ) {
    return undefined;
  }
  const schools = await nameSchools(work, file.schools, file.communes, file.departements);
  const isDraft = application.status === "draft";
  // What was submitted carries its own signatures: nothing lapses any more.
  const standing = isDraft ? signatures.standing : signatures.given;
  return {
    id: application.id,
    title: applicantTitle(schools),
    campaign: `${document.title} ${document.edition}`,
    status: application.status,
    schools: schools.map((school) => `${school.name}, ${describeSchool(school)}`),
    isComplete: file.evaluation.isComplete,
    slots: slots.map((slot) => ({
      ...viewedSlot(slot, signatures.given, standing),
      school: schools.find((school) => school.uai === slot.uai)?.name ?? null,
    })),
    mine: isDraft ? own.open : [],
    sections: reviewedSections(file),
    contentSha256: signatures.contentSha256,
  };
}

function viewedSlot(
  slot: SignatureSlot,
  given: readonly GivenCoSignature[],
  standing: readonly GivenCoSignature[],
): Omit<ViewedSlot, "school"> {
  const signature = standing.find((candidate) => isSigned(slot, [candidate]));
  return {
    ...slot,
    signedBy: signature ? `${signature.givenName} ${signature.familyName}` : null,
    signedAt: signature?.signedAt.toISOString() ?? null,
    isLapsed: signature === undefined && isSigned(slot, given),
  };
}
