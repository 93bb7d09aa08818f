import { z } from "zod";
import { headText } from "./chain";
import type { Finding, JournalObject } from "./findings";

/** One chain as an anchor knows it: its length and its last hash at that instant. */
export type AnchoredHead = JournalObject & { readonly count: number; readonly hash: string };

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What `journal anchor` prints: kept outside the database, it proves what the journal held then. */
export const anchorSchema = z.strictObject({
  at: z.iso.datetime(),
  chains: z.int().min(0),
  entries: z.int().min(0),
  /** SHA-256 over the heads, sorted by kind then identifier, by bytes of UTF-8: see `anchorText`. */
  digest: sha256,
  heads: z
    .array(
      z.strictObject({ kind: z.string(), id: z.string(), count: z.int().min(0), hash: sha256 }),
    )
    .optional(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** What one head adds to the digested text: its canonical form (RFC 8785) and a line feed. */
export function anchorText({ kind, id, count, hash }: AnchoredHead): string {
  return `${headText({ objectKind: kind, objectId: id, count, hash })}\n`;
}

/** What an anchor counts, and the digest that it takes over them. */
type AnchorTotals = Pick<Anchor, "chains" | "entries" | "digest">;

/**
 * False when the counts of an anchor are not those of its own heads: the file was edited. Every chain
 * holds an entry at least.
 */
export function isCountOfHeads({ chains, entries, heads }: Anchor): boolean {
  if (!heads) return chains <= entries;
  return chains === heads.length && entries === heads.reduce((sum, { count }) => sum + count, 0);
}

/**
 * False when an anchor bears the digest of today's journal with other counts: the same heads always
 * make the same counts, so that the file was edited.
 */
export function isCountOfDigest(anchor: AnchorTotals, today: AnchorTotals): boolean {
  if (anchor.digest !== today.digest) return true;
  return anchor.chains === today.chains && anchor.entries === today.entries;
}

/** What the journal holds today of an anchored chain. */
export type AnchoredChainToday = {
  /** Number of its last entry; 0 when the chain is gone. */
  readonly count: number;
  /** Hash of the entry that was the last one then; null when there is none. */
  readonly hash: string | null;
};

/** Compares one anchored chain with what is left of it; undefined when it only grew. */
export function compareWithAnchor(
  { kind, id, count, hash }: AnchoredHead,
  today: AnchoredChainToday,
): Finding | undefined {
  const object = { kind, id };
  if (count === 0) return undefined;
  if (today.count === 0) return { fault: "anchored-chain-gone", object };
  if (today.count < count) {
    return { fault: "anchored-chain-shortened", object, entry: today.count + 1, until: count };
  }
  return today.hash === hash
    ? undefined
    : { fault: "anchored-entry-rewritten", object, entry: count };
}

/** Compares totals with an anchor: chains and entries only ever grow in number. */
export function compareTotals(
  anchor: Pick<Anchor, "chains" | "entries">,
  today: { readonly chains: number; readonly entries: number },
): Finding[] {
  const findings: Finding[] = [];
  if (today.chains < anchor.chains) findings.push({ fault: "fewer-chains-than-anchored" });
  if (today.entries < anchor.entries) findings.push({ fault: "fewer-entries-than-anchored" });
  return findings;
}
