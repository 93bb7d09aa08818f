import canonicalize from "canonicalize";

/** What one journal entry states; the values are represented by their salted digest only. */
export type EntryStatement = {
  readonly objectKind: string;
  readonly objectId: string;
  readonly number: number;
  readonly at: string;
  readonly actorId: string;
  readonly actorLabel: string;
  readonly action: string;
  readonly valuesDigest: string;
  readonly previousHash: string;
};

/** Hash that the first entry of a chain follows. */
export const chainStart = "0".repeat(64);

/** The bytes that an entry's hash and seal are taken over (RFC 8785). */
export function statementText(statement: EntryStatement): string {
  return canonicalText(statement);
}

/** The bytes that the values' digest is taken over: salt, then before and after. */
export function valuesText(salt: string, before: unknown, after: unknown): string {
  return canonicalText({ salt, before: before ?? null, after: after ?? null });
}

/** The bytes that a head's seal is taken over: a deleted last entry no longer matches it. */
export function headText(head: {
  readonly objectKind: string;
  readonly objectId: string;
  readonly count: number;
  readonly hash: string;
}): string {
  return canonicalText({
    objectKind: head.objectKind,
    objectId: head.objectId,
    count: head.count,
    hash: head.hash,
  });
}

function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("Valeur sans forme canonique dans le journal.");
  return text;
}
