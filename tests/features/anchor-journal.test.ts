import { describe, expect, it } from "vitest";
import { system } from "~/domain/access/actor";
import type { JournalObject } from "~/domain/journal/findings";
import {
  anchorJournal,
  isEditedAnchor,
  parseAnchor,
} from "~/features/verify-journal/anchor-journal.server";
import { eraseValues } from "~/features/verify-journal/erase-values.server";
import { verifyJournal } from "~/features/verify-journal/verify-journal.server";
import { rowsOf } from "~db/client.server";
import { listJournal, record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";
import { asOwner, deleteChain, faultsOf, on, tellStory } from "~tests/support/journal-story";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();

describe("an anchor", () => {
  it("stays the same until something is written, and covers every chain", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      const first = await anchorJournal(work);
      expect(first).toMatchObject({ chains: 4, entries: 7 });
      expect(first).not.toHaveProperty("heads");
      expect((await anchorJournal(work, { full: true })).digest).toBe(first.digest);
      await record(work, { on: answer, action: "answer.saved" });
      expect((await anchorJournal(work)).digest).not.toBe(first.digest);
      expect(await faultsOf(work, first)).toEqual([]);
    });
  });

  it("names a chain that disappeared with its object", async () => {
    await asOwner(db, async (work) => {
      const free = { kind: "essai", id: "1" };
      await record(work, { on: free, action: "essai.noté" });
      const anchor = await anchorJournal(work, { full: true });
      await deleteChain(work, free);
      expect(await faultsOf(work)).toEqual([]);
      expect(await faultsOf(work, anchor)).toEqual([
        ["fewer-chains-than-anchored", undefined],
        ["fewer-entries-than-anchored", undefined],
        ["anchored-chain-gone", "essai"],
      ]);
    });
  });

  it("names a chain brought back to an earlier state, sealed head included", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      const earlier = await headOf(work, answer);
      await record(work, { on: answer, action: "answer.saved" });
      const anchor = await anchorJournal(work, { full: true });
      await work.tx.execute(sql`delete from journal_entries where ${on(answer)} and number = 5`);
      await work.tx.execute(sql`update journal_heads set count = ${earlier.count},
        hash = ${earlier.hash}, seal = ${earlier.seal} where ${on(answer)}`);
      expect(await faultsOf(work)).toEqual([]);
      expect(await faultsOf(work, anchor)).toContainEqual([
        "anchored-chain-shortened",
        "answer",
        5,
      ]);
      await record(work, { on: answer, action: "answer.cleared" });
      expect(await faultsOf(work, anchor)).toEqual([["anchored-entry-rewritten", "answer", 5]]);
    });
  });

  it("is refused when it is not one, or was altered", async () => {
    await asOwner(db, async (work) => {
      await tellStory(work);
      const anchor = await anchorJournal(work, { full: true });
      expect(parseAnchor(JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
      expect(parseAnchor({ ...anchor, heads: anchor.heads?.slice(1) })).toBeUndefined();
      expect(parseAnchor({ ...anchor, digest: "x" })).toBeUndefined();
      expect(parseAnchor({ ...anchor, chains: anchor.chains + 1 })).toBeUndefined();
      expect(parseAnchor({ ...anchor, entries: anchor.entries - 1 })).toBeUndefined();
      expect(parseAnchor(null)).toBeUndefined();
    });
  });
});

describe("a short anchor", () => {
  it("is told to be edited while the journal still has its digest, or when no journal has its counts", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      const anchor = await anchorJournal(work);
      expect(await isEditedAnchor(work, anchor)).toBe(false);
      expect(await isEditedAnchor(work, { ...anchor, chains: anchor.chains + 1 })).toBe(true);
      expect(await isEditedAnchor(work, { ...anchor, entries: anchor.entries - 1 })).toBe(true);
      await record(work, { on: answer, action: "answer.saved" });
      expect(await isEditedAnchor(work, anchor)).toBe(false);
      expect(parseAnchor({ ...anchor, chains: anchor.entries + 1 })).toBeUndefined();
    });
  });
});

async function headOf({ tx }: Work, object: JournalObject) {
  const [head] = await rowsOf<{ count: number; hash: string; seal: string }>(
    tx,
    sql`select count, hash, seal from journal_heads where ${on(object)}`,
  );
  if (!head) throw new Error("Tête absente.");
  return head;
}

describe("a lawful erasure", () => {
  it("removes the values, says who and why, and still verifies", async () => {
    await db.inWork(async (work) => {
      const { answer } = await tellStory(work);
      const erasure = { on: answer, entry: 2, reason: "Demande du 3 mars" };
      expect(await eraseValues(work, erasure)).toEqual({ ok: true });
      const lines = await listJournal(work.tx, answer);
      expect(lines[1]).toMatchObject({ action: "answer.saved", before: null, after: null });
      expect(lines[4]).toMatchObject({
        action: "journal.values-erased",
        actorLabel: system.name,
        after: { entry: 2, reason: "Demande du 3 mars" },
      });
      const report = await verifyJournal(work);
      expect(report).toEqual({ chains: 4, entries: 8, erased: 1, findings: [] });
    });
  });

  it("is refused without a reason, twice, on nothing, and on an erasure", async () => {
    await db.inWork(async (work) => {
      const { answer } = await tellStory(work);
      const erase = (entry: number, reason = "Demande") =>
        eraseValues(work, { on: answer, entry, reason });
      expect(await erase(1, "  ")).toEqual({ ok: false, reason: "no-reason" });
      expect(await erase(9)).toEqual({ ok: false, reason: "not-found" });
      expect(await erase(1)).toEqual({ ok: true });
      expect(await erase(1)).toEqual({ ok: false, reason: "already-erased" });
      expect(await erase(5)).toEqual({ ok: false, reason: "is-an-erasure" });
    });
  });
});
