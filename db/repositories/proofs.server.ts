import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { ScanState } from "../../app/domain/proof/vocabulary";
import type { Tx } from "../client.server";
import { applications, fileContents, proofs, submissions } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { people } from "../schema/people";
import { applicationInScope, isUuid } from "./applications.server";

export type ProofRow = typeof proofs.$inferSelect;
export type NewProof = typeof proofs.$inferInsert;

/** What the antivirus said of a proof's content; `signature` is what it recognised. */
export type ScannedProof = ProofRow & {
  readonly scan: ScanState;
  readonly signature: string | null;
};

/** A proof with the name of who added it. */
export type SignedProof = ScannedProof & { readonly author: string };

const scanned = { scan: fileContents.scan, signature: fileContents.signature };

/**
 * The proofs of an application that were not removed, in the order they were added; those of `sealedIds`
 * instead when they are given, removed since or not.
 */
export async function listProofs(
  tx: Tx,
  applicationId: string,
  sealedIds?: readonly string[],
): Promise<SignedProof[]> {
  const kept = sealedIds
    ? sql`${proofs.id}::text in ${[...sealedIds, ""]}`
    : isNull(proofs.removedAt);
  const rows = await tx
    .select({
      proof: proofs,
      ...scanned,
      givenName: people.givenName,
      familyName: people.familyName,
    })
    .from(proofs)
    .innerJoin(fileContents, eq(fileContents.sha256, proofs.sha256))
    .leftJoin(people, eq(people.id, proofs.addedBy))
    .where(and(eq(proofs.applicationId, applicationId), kept))
    .orderBy(asc(proofs.addedAt), asc(proofs.id));
  return rows.map(({ proof, scan, signature, givenName, familyName }) => ({
    ...proof,
    scan,
    signature,
    author: givenName && familyName ? `${givenName} ${familyName}` : "Jalons",
  }));
}

/**
 * One proof inside the scope that was not removed, or that a sealed submission holds: what was submitted
 * stays readable. Undefined otherwise.
 */
export async function findProof(
  tx: Tx,
  scope: Scope,
  applicationId: string,
  proofId: string,
): Promise<ScannedProof | undefined> {
  if (!isUuid(applicationId) || !isUuid(proofId)) return undefined;
  const [row] = await tx
    .select({ proof: proofs, ...scanned })
    .from(proofs)
    .innerJoin(fileContents, eq(fileContents.sha256, proofs.sha256))
    .innerJoin(applications, eq(applications.id, proofs.applicationId))
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(
      and(
        eq(proofs.id, proofId),
        eq(proofs.applicationId, applicationId),
        or(isNull(proofs.removedAt), isSealed),
        applicationInScope(scope),
      ),
    );
  return row && { ...row.proof, scan: row.scan, signature: row.signature };
}

const isSealed = sql`exists (select 1 from ${submissions} where ${submissions.applicationId} = ${proofs.applicationId} and strpos(${submissions.snapshot}, ${proofs.id}::text) > 0)`;

/** Whether some sealed submission holds a proof. */
export async function isProofSealed(tx: Tx, proofId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: proofs.id })
    .from(proofs)
    .where(and(eq(proofs.id, proofId), isSealed));
  return rows.length === 1;
}

/** Writes a proof; its content must be known first (`keepContentRow`). */
export async function insertProof(tx: Tx, proof: NewProof): Promise<ProofRow> {
  const [row] = await tx.insert(proofs).values(proof).returning();
  if (!row) throw new Error("Preuve non enregistrée.");
  return row;
}

/** Marks a proof removed; its row and its content stay. False when it already was. */
export async function markProofRemoved(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(proofs)
    .set({ removedAt: at })
    .where(and(eq(proofs.id, id), isNull(proofs.removedAt)))
    .returning({ id: proofs.id });
  return rows.length === 1;
}
