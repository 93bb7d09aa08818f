import { createHash } from "node:crypto";
import {
  type Anchor,
  type AnchoredHead,
  anchorSchema,
  anchorText,
  isCountOfDigest,
  isCountOfHeads,
} from "~/domain/journal/anchor";
import { readHeads } from "~db/repositories/journal-verify.server";
import type { Work } from "~db/work.server";

/** The digest over every chain of the journal, with each head when `full`. */
export async function anchorJournal(
  work: Work,
  { full = false }: { readonly full?: boolean } = {},
): Promise<Anchor> {
  const digest = createHash("sha256");
  const kept: AnchoredHead[] = [];
  let chains = 0;
  let entries = 0;
  for await (const head of readHeads(work.tx)) {
    digest.update(anchorText(head));
    chains += 1;
    entries += head.count;
    if (full) kept.push(head);
  }
  const anchor = { at: work.now.toISOString(), chains, entries, digest: digest.digest("hex") };
  return full ? { ...anchor, heads: kept } : anchor;
}

/**
 * Parses an anchor file; undefined when it is not one, or when its heads do not give its digest and its
 * counts.
 */
export function parseAnchor(value: unknown): Anchor | undefined {
  const parsed = anchorSchema.safeParse(value);
  if (!parsed.success || !isCountOfHeads(parsed.data)) return undefined;
  const { heads, digest } = parsed.data;
  if (!heads) return parsed.data;
  const hash = createHash("sha256");
  for (const head of heads) hash.update(anchorText(head));
  return hash.digest("hex") === digest ? parsed.data : undefined;
}

/** True when today's journal shows that an anchor's counts were edited: its digest, not its counts. */
export async function isEditedAnchor(work: Work, anchor: Anchor): Promise<boolean> {
  return !anchor.heads && !isCountOfDigest(anchor, await anchorJournal(work));
}
