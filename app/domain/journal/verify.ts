import { chainStart, type EntryStatement, headText, statementText, valuesText } from "./chain";
import type { Finding, JournalObject } from "./findings";
import { canBeginChain } from "./required-chains";

/** How entries are hashed, and sealed with the key kept outside the database (lower-case hex). */
export type JournalCrypto = {
  readonly hash: (text: string) => string;
  readonly seal: (text: string) => string;
};

/** One stored entry; `values` is null once erased. */
export type StoredEntry = {
  readonly statement: EntryStatement;
  readonly hash: string;
  readonly seal: string;
  readonly values: {
    readonly salt: string;
    readonly before: unknown;
    readonly after: unknown;
  } | null;
};

export type StoredHead = { readonly count: number; readonly hash: string; readonly seal: string };

/** Action of the entry that says whose values were erased: `after` is `{ entry, reason }`. */
export const erasureAction = "journal.values-erased";

/** Above this, reordered entries of one chain are named as altered: each is compared with all. */
const reorderingLimit = 500;

/** Where the reading of one chain stands: constant in size while the chain is sound. */
export type ChainReading = {
  readonly object: JournalObject;
  readonly head: StoredHead | null;
  readonly last: { readonly number: number; readonly hash: string; readonly isSound: boolean };
  readonly entries: number;
  /** Entries whose values are gone, until an erasure that names them is read. */
  readonly withoutValues: ReadonlySet<number>;
  readonly erased: number;
  readonly mismatched: readonly StoredEntry[];
  readonly findings: readonly Finding[];
};

export function beginChain(object: JournalObject, head: StoredHead | null): ChainReading {
  return {
    object,
    head,
    last: { number: 0, hash: chainStart, isSound: true },
    entries: 0,
    withoutValues: new Set(),
    erased: 0,
    mismatched: [],
    findings: [],
  };
}

/** Reads the next entry of a chain; entries come in the order of their numbers. */
export function readEntry(
  reading: ChainReading,
  entry: StoredEntry,
  crypto: JournalCrypto,
): ChainReading {
  const { object, last } = reading;
  const { number, action } = entry.statement;
  const findings: Finding[] = [];
  const expected = last.number + 1;
  if (number > expected) {
    findings.push({ fault: "missing-entries", object, entry: expected, until: number - 1 });
  }
  const text = statementText(entry.statement);
  const isIntact = crypto.hash(text) === entry.hash;
  const isSealed = crypto.seal(text) === entry.seal;
  if (isIntact && !isSealed) findings.push({ fault: "forged-entry", object, entry: number });
  const follows = entry.statement.previousHash === last.hash;
  // A cause that is already named (a gap, an altered entry before) is not named twice.
  if (isIntact && isSealed && last.isSound && number === expected && !follows) {
    findings.push({ fault: "broken-link", object, entry: number });
  }
  if (isIntact && isSealed && number === 1 && !canBeginChain(object.kind, action)) {
    findings.push({ fault: "restarted-chain", object, entry: 1 });
  }
  if (entry.values && hasOtherValues(entry, crypto)) {
    findings.push({ fault: "altered-values", object, entry: number });
  }
  return {
    ...reading,
    last: { number, hash: entry.hash, isSound: isIntact && isSealed },
    entries: reading.entries + 1,
    ...followErasures(reading, entry, isIntact && isSealed),
    mismatched: isIntact ? reading.mismatched : [...reading.mismatched, entry],
    findings: findings.length === 0 ? reading.findings : [...reading.findings, ...findings],
  };
}

function hasOtherValues({ statement, values }: StoredEntry, crypto: JournalCrypto): boolean {
  if (!values) return false;
  return (
    crypto.hash(valuesText(values.salt, values.before, values.after)) !== statement.valuesDigest
  );
}

/** Keeps track of the values that are gone; a sound erasure settles the entry that it names. */
function followErasures(
  { withoutValues, erased }: ChainReading,
  entry: StoredEntry,
  isSound: boolean,
): Pick<ChainReading, "withoutValues" | "erased"> {
  const { number, action } = entry.statement;
  if (entry.values === null) return { withoutValues: new Set([...withoutValues, number]), erased };
  if (action !== erasureAction || !isSound) return { withoutValues, erased };
  const named = erasedEntryOf(entry.values.after);
  if (named === undefined || !withoutValues.has(named)) return { withoutValues, erased };
  return {
    withoutValues: new Set([...withoutValues].filter((other) => other !== named)),
    erased: erased + 1,
  };
}

function erasedEntryOf(after: unknown): number | undefined {
  if (typeof after !== "object" || after === null || !("entry" in after)) return undefined;
  return typeof after.entry === "number" ? after.entry : undefined;
}

/** Ends the reading of a chain: everything found on it, its head included. */
export function endChain(reading: ChainReading, crypto: JournalCrypto): Finding[] {
  const { object } = reading;
  return [
    ...reading.findings,
    ...nameMismatches(reading, crypto),
    ...[...reading.withoutValues].map(
      (entry): Finding => ({ fault: "vanished-values", object, entry }),
    ),
    ...compareHead(reading, crypto),
  ];
}

/** An entry that matches its hash under the number of another faulty entry changed places with it. */
function nameMismatches({ object, mismatched }: ChainReading, crypto: JournalCrypto): Finding[] {
  const numbers = mismatched.map(({ statement }) => statement.number);
  return mismatched.map(({ statement, hash }) => {
    const isReordered =
      numbers.length <= reorderingLimit &&
      numbers.some((number) => crypto.hash(statementText({ ...statement, number })) === hash);
    const fault = isReordered ? "reordered-entry" : "altered-entry";
    return { fault, object, entry: statement.number };
  });
}

function compareHead(
  { object, head, last }: ChainReading,
  { seal }: JournalCrypto,
): readonly Finding[] {
  if (!head) return [{ fault: "missing-head", object }];
  const findings: Finding[] = [];
  const text = headText({
    objectKind: object.kind,
    objectId: object.id,
    count: head.count,
    hash: head.hash,
  });
  const isAltered =
    seal(text) !== head.seal ||
    (head.count === last.number && last.isSound && head.hash !== last.hash);
  if (isAltered) findings.push({ fault: "altered-head", object });
  if (head.count > last.number) {
    findings.push({
      fault: "deleted-last-entries",
      object,
      entry: last.number + 1,
      until: head.count,
    });
  }
  if (head.count < last.number) {
    findings.push({
      fault: "surplus-entries",
      object,
      entry: head.count + 1,
      until: last.number,
    });
  }
  return findings;
}
