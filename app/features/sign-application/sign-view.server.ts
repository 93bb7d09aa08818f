import type { Scope } from "~/domain/access/permissions";
import { isSigned, type SignatureSlot, signatureSlots } from "~/domain/application/co-signatures";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { applicantTitle, describeSchool } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { readFile } from "~/features/application-file/read-file.server";
import { listSignatures } from "~db/repositories/signatures.server";
import type { Work } from "~db/work.server";
import { slotsOf } from "./sign-application.server";

export type SignView = {
  readonly id: string;
  readonly title: string;
  readonly campaign: string;
  readonly status: ApplicationStatus;
  readonly schools: readonly string[];
  readonly isComplete: boolean;
  readonly slots: readonly (SignatureSlot & {
    readonly school: string | null;
    readonly signedBy: string | null;
    readonly signedAt: string | null;
  })[];
  /** What the actor may sign now. */
  readonly mine: readonly SignatureSlot[];
};

/** The page of co-signatures: those given, those waited for, and the actor's own. */
export async function signView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<SignView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document } = file;
  const schools = await nameSchools(work, file.schools, file.communes);
  const given = await listSignatures(work.tx, application.id);
  const slots = signatureSlots(
    document.applicants.coSignatories,
    file.schools.map((school) => school.uai),
  );
  return {
    id: application.id,
    title: applicantTitle(schools),
    campaign: `${document.title} ${document.edition}`,
    status: application.status,
    schools: schools.map((school) => `${school.name}, ${describeSchool(school)}`),
    isComplete: file.evaluation.isComplete,
    slots: slots.map((slot) => {
      const signature = given.find((candidate) => isSigned(slot, [candidate]));
      return {
        ...slot,
        school: schools.find((school) => school.uai === slot.uai)?.name ?? null,
        signedBy: signature ? `${signature.givenName} ${signature.familyName}` : null,
        signedAt: signature?.signedAt.toISOString() ?? null,
      };
    }),
    mine: application.status === "draft" ? (await slotsOf(work, file)).open : [],
  };
}
