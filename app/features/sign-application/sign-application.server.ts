import type { Actor } from "~/domain/access/actor";
import { permissions, type Scope } from "~/domain/access/permissions";
import {
  type GivenSignature,
  rolesOfCoSignatory,
  type SignatureSlot,
  signableSlots,
  signatureSlots,
} from "~/domain/application/co-signatures";
import type { CoSignatoryRole } from "~/domain/campaign/vocabulary";
import { evaluateFile } from "~/features/application-file/read-file.server";
import { readSignatures } from "~/features/application-file/standing-signatures.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import {
  type ApplicationFile,
  listCoveredUais,
  lockApplication,
} from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { saveSignature } from "~db/repositories/signatures.server";
import type { Work } from "~db/work.server";

export type SignApplicationResult =
  | { readonly ok: true; readonly signed: readonly SignatureSlot[] }
  | {
      readonly ok: false;
      readonly reason:
        | "not-found"
        | "not-draft"
        | "not-co-signatory"
        | "already-signed"
        | "changed-since-read";
    };

/**
 * Gives every co-signature that the actor's roles allow and that is still to come on a draft: one for
 * the application, or one for each of their schools where the campaign says so. Never twice over the
 * same answers; `contentSha256` is what the person had read, and nothing else is signed.
 */
export async function signApplication(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly statement: string;
    readonly contentSha256: string;
  },
): Promise<SignApplicationResult> {
  const { tx, actor } = work;
  const file = await lockApplication(tx, scope, input.applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  if (file.application.status !== "draft") return { ok: false, reason: "not-draft" };
  const signatures = await readSignatures(work, await evaluateFile(work, file));
  const { all, open } = await slotsOf(work, file, signatures.standing);
  if (all.length === 0) return { ok: false, reason: "not-co-signatory" };
  if (open.length === 0) return { ok: false, reason: "already-signed" };
  const { contentSha256 } = signatures;
  if (input.contentSha256 !== contentSha256) return { ok: false, reason: "changed-since-read" };
  for (const { role, uai } of open) {
    const former = signatures.given.find((known) => known.role === role && known.uai === uai);
    const isNew = await saveSignature(tx, {
      applicationId: file.application.id,
      role,
      uai,
      personId: actor.personId,
      statement: input.statement,
      contentSha256,
      signedAt: work.now,
    });
    if (!isNew) return { ok: false, reason: "already-signed" };
    await record(work, {
      on: { kind: "application", id: file.application.id },
      action: "application.signed",
      before: former && {
        personId: former.personId,
        signedAt: former.signedAt,
        contentSha256: former.contentSha256,
      },
      after: { role, uai, statement: input.statement, contentSha256 },
    });
  }
  return { ok: true, signed: open };
}

/** The slots that are the actor's to sign in a file, and among them those without a standing signature. */
export async function slotsOf(
  work: Work,
  file: ApplicationFile,
  standing: readonly GivenSignature[],
): Promise<{ readonly all: SignatureSlot[]; readonly open: SignatureSlot[] }> {
  const { coSignatories } = documentOf(file.campaign).applicants;
  const coveredBy: Partial<Record<CoSignatoryRole, readonly string[]>> = {};
  for (const { role } of coSignatories) {
    coveredBy[role] = await listCoveredUais(
      work.tx,
      signingScope(work.actor, role),
      file.application.id,
    );
  }
  const slots = signatureSlots(
    coSignatories,
    file.schools.map((school) => school.uai),
  );
  return {
    all: signableSlots(slots, [], coveredBy),
    open: signableSlots(slots, standing, coveredBy),
  };
}

/** Where an actor may sign as one co-signatory: their memberships of its roles, and no other. */
function signingScope(actor: Actor, role: CoSignatoryRole): Scope {
  return actor.memberships.filter(
    (membership) =>
      rolesOfCoSignatory[role].includes(membership.role) &&
      permissions[membership.role].includes("application.sign"),
  );
}
