import type { Actor } from "~/domain/access/actor";
import { permissions, type Scope } from "~/domain/access/permissions";
import {
  rolesOfCoSignatory,
  type SignatureSlot,
  signableSlots,
  signatureSlots,
} from "~/domain/application/co-signatures";
import type { CoSignatoryRole } from "~/domain/campaign/vocabulary";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import {
  type ApplicationFile,
  listCoveredUais,
  lockApplication,
} from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { insertSignature, listSignatures } from "~db/repositories/signatures.server";
import type { Work } from "~db/work.server";

export type SignApplicationResult =
  | { readonly ok: true; readonly signed: readonly SignatureSlot[] }
  | {
      readonly ok: false;
      readonly reason: "not-found" | "not-draft" | "not-co-signatory" | "already-signed";
    };

/**
 * Gives every co-signature that the actor's roles allow and that is still to come on a draft: one for
 * the application, or one for each of their schools where the campaign says so. Never twice.
 */
export async function signApplication(
  work: Work,
  scope: Scope,
  input: { readonly applicationId: string; readonly statement: string },
): Promise<SignApplicationResult> {
  const { tx, actor } = work;
  const file = await lockApplication(tx, scope, input.applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  if (file.application.status !== "draft") return { ok: false, reason: "not-draft" };
  const { all, open } = await slotsOf(work, file);
  if (all.length === 0) return { ok: false, reason: "not-co-signatory" };
  if (open.length === 0) return { ok: false, reason: "already-signed" };
  for (const { role, uai } of open) {
    const isNew = await insertSignature(tx, {
      applicationId: file.application.id,
      role,
      uai,
      personId: actor.personId,
      statement: input.statement,
      signedAt: work.now,
    });
    if (!isNew) return { ok: false, reason: "already-signed" };
    await record(work, {
      on: { kind: "application", id: file.application.id },
      action: "application.signed",
      after: { role, uai, statement: input.statement },
    });
  }
  return { ok: true, signed: open };
}

/** The slots that are the actor's to sign in a file, and among them those still open. */
export async function slotsOf(
  work: Work,
  file: ApplicationFile,
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
    open: signableSlots(slots, await listSignatures(work.tx, file.application.id), coveredBy),
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
