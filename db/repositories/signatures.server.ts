import { asc, eq, ne } from "drizzle-orm";
import type { Tx } from "../client.server";
import { signatures } from "../schema/applications";
import { people } from "../schema/people";

export type SignatureRow = typeof signatures.$inferSelect;

/** A co-signature with the name and title of who gave it. */
export type GivenCoSignature = SignatureRow & {
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string | null;
};

/** The co-signatures of an application, oldest first. */
export async function listSignatures(tx: Tx, applicationId: string): Promise<GivenCoSignature[]> {
  const rows = await tx
    .select({
      signature: signatures,
      givenName: people.givenName,
      familyName: people.familyName,
      title: people.title,
    })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(eq(signatures.applicationId, applicationId))
    .orderBy(asc(signatures.signedAt), asc(signatures.role), asc(signatures.uai));
  return rows.map(({ signature, ...who }) => ({ ...signature, ...who }));
}

/**
 * Writes a co-signature, in place of one given over another content; false when it was already given
 * over this one, by whoever came first.
 */
export async function saveSignature(
  tx: Tx,
  signature: typeof signatures.$inferInsert & { readonly contentSha256: string },
): Promise<boolean> {
  const { personId, statement, signedAt, contentSha256 } = signature;
  const rows = await tx
    .insert(signatures)
    .values(signature)
    .onConflictDoUpdate({
      target: [signatures.applicationId, signatures.role, signatures.uai],
      set: { personId, statement, signedAt, contentSha256 },
      setWhere: ne(signatures.contentSha256, contentSha256),
    })
    .returning({ role: signatures.role });
  return rows.length === 1;
}
