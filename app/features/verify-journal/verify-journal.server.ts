import { type Anchor, compareTotals, compareWithAnchor } from "~/domain/journal/anchor";
import type { Finding, JournalObject } from "~/domain/journal/findings";
import {
  beginChain,
  type ChainReading,
  endChain,
  type JournalCrypto,
  readEntry,
} from "~/domain/journal/verify";
import { sealOf, sha256 } from "~db/repositories/journal.server";
import {
  findAnchoredChains,
  listHeadsWithoutEntries,
  readChains,
} from "~db/repositories/journal-verify.server";
import { listObjectsWithoutChain } from "~db/repositories/required-chains.server";
import type { Work } from "~db/work.server";
import { findingMessage } from "./labels";

export type JournalReport = {
  /** Chains with at least one entry. */
  readonly chains: number;
  readonly entries: number;
  /** Entries whose values were lawfully erased. */
  readonly erased: number;
  readonly findings: readonly (Finding & { readonly message: string })[];
};

const anchoredAtOnce = 1_000;

/**
 * Reads the whole journal and names whatever is not as it was written; with an anchor, also what
 * disappeared since. Reads only: nothing is repaired.
 */
export async function verifyJournal(work: Work, anchor?: Anchor): Promise<JournalReport> {
  const crypto = { hash: sha256, seal: (text: string) => sealOf(work.journalKey, text) };
  const { chains, entries, erased, findings } = await verifyChains(work, crypto);
  for (const { object, head } of await listHeadsWithoutEntries(work.tx)) {
    findings.push(...endChain(beginChain(object, head), crypto));
  }
  for (const object of await listObjectsWithoutChain(work.tx)) {
    findings.push({ fault: "missing-chain", object });
  }
  if (anchor) {
    findings.push(...compareTotals(anchor, { chains, entries }));
    findings.push(...(await compareHeads(work, anchor)));
  }
  return {
    chains,
    entries,
    erased,
    findings: findings.map((finding) => ({ ...finding, message: findingMessage(finding) })),
  };
}

async function verifyChains(work: Work, crypto: JournalCrypto) {
  const total = { chains: 0, entries: 0, erased: 0 };
  const findings: Finding[] = [];
  let reading: ChainReading | undefined;
  const end = (ended: ChainReading) => {
    total.chains += 1;
    total.entries += ended.entries;
    total.erased += ended.erased;
    findings.push(...endChain(ended, crypto));
  };
  for await (const { object, head, entry } of readChains(work.tx)) {
    if (reading && !isSame(reading.object, object)) {
      end(reading);
      reading = undefined;
    }
    reading = readEntry(reading ?? beginChain(object, head), entry, crypto);
  }
  if (reading) end(reading);
  return { ...total, findings };
}

function isSame(one: JournalObject, other: JournalObject): boolean {
  return one.kind === other.kind && one.id === other.id;
}

async function compareHeads(work: Work, { heads = [] }: Anchor): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let from = 0; from < heads.length; from += anchoredAtOnce) {
    const some = heads.slice(from, from + anchoredAtOnce);
    const today = await findAnchoredChains(work.tx, some);
    for (const [rank, head] of some.entries()) {
      const finding = compareWithAnchor(head, today[rank] ?? { count: 0, hash: null });
      if (finding) findings.push(finding);
    }
  }
  return findings;
}
