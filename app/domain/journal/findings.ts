/** The object of one chain: its kind (table, in the singular) and identifier. */
export type JournalObject = { readonly kind: string; readonly id: string };

/** Every way in which a journal can be found not to be what was written. */
export const faults = [
  /** An entry no longer matches its hash. */
  "altered-entry",
  /** An entry holds what was written under another number of the same chain. */
  "reordered-entry",
  /** Hashes agree but the seal does not: recomputed without the key. */
  "forged-entry",
  /** A sealed entry that does not follow the one before it. */
  "broken-link",
  /** The values no longer match the digest that their entry carries. */
  "altered-values",
  /** Values are gone and no entry of the chain says who erased them, nor why. */
  "vanished-values",
  /** Numbers are missing in the middle or at the beginning. */
  "missing-entries",
  /** The head counts more entries than there are: the last ones were deleted. */
  "deleted-last-entries",
  /** Entries that the head does not count. */
  "surplus-entries",
  "altered-head",
  "missing-head",
  /** An object that must have a chain has none. */
  "missing-chain",
  /** The chain does not begin with the entry that objects of its kind begin with. */
  "restarted-chain",
  /** What an earlier anchor knew and the journal no longer holds. */
  "anchored-chain-gone",
  "anchored-chain-shortened",
  "anchored-entry-rewritten",
  "fewer-chains-than-anchored",
  "fewer-entries-than-anchored",
] as const;
export type Fault = (typeof faults)[number];

/** One thing that verification found, on one object (absent: on the journal as a whole). */
export type Finding = {
  readonly fault: Fault;
  readonly object?: JournalObject;
  /** The entry concerned, or the first of several. */
  readonly entry?: number;
  /** The last of several. */
  readonly until?: number;
};
