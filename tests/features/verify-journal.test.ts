import { describe, expect, it } from "vitest";
import { headText, statementText } from "~/domain/journal/chain";
import type { JournalObject } from "~/domain/journal/findings";
import { verifyJournal } from "~/features/verify-journal/verify-journal.server";
import { rowsOf } from "~db/client.server";
import { record, sealOf, sha256 } from "~db/repositories/journal.server";
import { freezeReads, readChains, readHeads } from "~db/repositories/journal-verify.server";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";
import { asOwner, deleteChain, faultsOf, on, tellStory } from "~tests/support/journal-story";
import { type SQL, sql } from "~tests/support/raw-sql";

const db = useTestDatabase();

/** Writes anew the hashes of a chain from one entry on, and its head, as one can without the key. */
async function recomputeWithoutKey(work: Work, object: JournalObject, from: number) {
  let previousHash: string | undefined;
  let last = { count: 0, hash: "" };
  for await (const { object: read, entry } of readChains(work.tx)) {
    if (read.kind !== object.kind || read.id !== object.id) continue;
    const { number } = entry.statement;
    if (number < from) {
      previousHash = entry.hash;
      continue;
    }
    const statement = { ...entry.statement, previousHash: previousHash ?? "" };
    const text = statementText(statement);
    previousHash = sha256(text);
    last = { count: number, hash: previousHash };
    await work.tx.execute(sql`update journal_entries set previous_hash = ${statement.previousHash},
      hash = ${previousHash}, seal = ${sealOf("une autre clé", text)} where ${on(object)} and number = ${number}`);
  }
  const head = headText({ objectKind: object.kind, objectId: object.id, ...last });
  await work.tx.execute(sql`update journal_heads set count = ${last.count}, hash = ${last.hash},
    seal = ${sealOf("une autre clé", head)} where ${on(object)}`);
}

async function listed<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe("a journal that nobody touched", () => {
  it("verifies, over the chains of several kinds of objects", async () => {
    await asOwner(db, async (work) => {
      await tellStory(work);
      expect(await verifyJournal(work)).toEqual({
        chains: 4,
        entries: 7,
        erased: 0,
        findings: [],
      });
    });
  });

  it("is read in batches without losing or repeating an entry", async () => {
    await asOwner(db, async (work) => {
      await tellStory(work);
      const entries = await listed(readChains(work.tx, 3));
      expect(entries).toHaveLength(7);
      expect(entries).toEqual(await listed(readChains(work.tx)));
      const heads = await listed(readHeads(work.tx, 3));
      expect(heads).toHaveLength(4);
      expect(heads).toEqual(await listed(readHeads(work.tx)));
    });
  });

  it("can be read at one instant while others write", async () => {
    await db.database().transaction(async (tx) => {
      await freezeReads(tx);
      const [row] = await rowsOf<{ level: string }>(
        tx,
        sql`select current_setting('transaction_isolation') as level`,
      );
      expect(row?.level).toBe("repeatable read");
    });
  });
});

describe("an alteration by the owner of the database", () => {
  const entryColumns: readonly [string, SQL][] = [
    ["the action", sql`action = 'answer.cleared'`],
    ["the instant, by a microsecond", sql`at = at + interval '1 microsecond'`],
    ["the author", sql`actor_label = 'Quelqu’un d’autre'`],
    ["the author’s identifier", sql`actor_id = 'autre'`],
    ["the digest of the values", sql`values_digest = ${"0".repeat(64)}`],
  ];
  it.each(entryColumns)("of an entry is named: %s", async (_what, change) => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      await work.tx.execute(
        sql`update journal_entries set ${change} where ${on(answer)} and number = 2`,
      );
      expect(await faultsOf(work)).toContainEqual(["altered-entry", "answer", 2]);
    });
  });

  it.each(["before", "after", "salt"])("of the values is named: %s", async (column) => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      const value = column === "salt" ? "00" : JSON.stringify({ value: "récrit" });
      const cast = column === "salt" ? sql`::text` : sql`::text::jsonb`;
      await work.tx.execute(sql`update journal_values set ${sql.identifier(column)} = ${value}${cast}
        where id = (select values_id from journal_entries where ${on(answer)} and number = 3)`);
      expect(await faultsOf(work)).toEqual([["altered-values", "answer", 3]]);
    });
  });

  it("of the head is named", async () => {
    await asOwner(db, async (work) => {
      const { campaign } = await tellStory(work);
      await work.tx.execute(
        sql`update journal_heads set hash = ${"1".repeat(64)} where ${on(campaign)}`,
      );
      expect(await faultsOf(work)).toEqual([["altered-head", "campaign"]]);
    });
  });

  it("of the order of two entries is named", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      for (const [from, to] of [
        [2, 99],
        [3, 2],
        [99, 3],
      ]) {
        await work.tx.execute(
          sql`update journal_entries set number = ${to} where ${on(answer)} and number = ${from}`,
        );
      }
      expect(await faultsOf(work)).toEqual([
        ["reordered-entry", "answer", 2],
        ["reordered-entry", "answer", 3],
      ]);
    });
  });

  it("with every hash recomputed, but without the key, is named", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      await work.tx.execute(
        sql`update journal_entries set action = 'answer.cleared' where ${on(answer)} and number = 3`,
      );
      await recomputeWithoutKey(work, answer, 3);
      expect(await faultsOf(work)).toEqual([
        ["forged-entry", "answer", 3],
        ["forged-entry", "answer", 4],
        ["altered-head", "answer"],
      ]);
    });
  });
});

describe("a deletion by the owner of the database", () => {
  it.each([
    ["the last entry", sql`number = 4`, [["deleted-last-entries", "answer", 4]]],
    ["the last two", sql`number > 2`, [["deleted-last-entries", "answer", "3-4"]]],
    ["one in the middle", sql`number = 2`, [["missing-entries", "answer", 2]]],
    ["the first", sql`number = 1`, [["missing-entries", "answer", 1]]],
    ["every entry, the head staying", sql`true`, [["deleted-last-entries", "answer", "1-4"]]],
  ])("of %s is named", async (_what, which, expected) => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      await work.tx.execute(sql`delete from journal_entries where ${on(answer)} and ${which}`);
      expect(await faultsOf(work)).toEqual(expected);
    });
  });

  it("of the last entry, with a head made to agree without the key, is named", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      await work.tx.execute(sql`delete from journal_entries where ${on(answer)} and number = 4`);
      await work.tx.execute(sql`update journal_heads set count = 3,
        hash = (select hash from journal_entries where ${on(answer)} and number = 3) where ${on(answer)}`);
      expect(await faultsOf(work)).toEqual([["altered-head", "answer"]]);
    });
  });

  it("of a head is named", async () => {
    await asOwner(db, async (work) => {
      const { person } = await tellStory(work);
      await work.tx.execute(sql`delete from journal_heads where ${on(person)}`);
      expect(await faultsOf(work)).toEqual([["missing-head", "person"]]);
    });
  });

  it.each(["campaign", "person", "application", "answer"] as const)(
    "of the whole chain of a required kind is named: %s",
    async (kind) => {
      await asOwner(db, async (work) => {
        const story = await tellStory(work);
        await deleteChain(work, story[kind]);
        expect(await faultsOf(work)).toEqual([["missing-chain", kind]]);
      });
    },
  );

  it("of a whole chain that a later write began again is named", async () => {
    await asOwner(db, async (work) => {
      const { campaign } = await tellStory(work);
      await deleteChain(work, campaign);
      await record(work, { on: campaign, action: "campaign.calendar-changed" });
      expect(await faultsOf(work)).toEqual([["restarted-chain", "campaign", 1]]);
    });
  });

  it("of values that nobody journalled is named", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      await work.tx.execute(sql`delete from journal_values where id =
        (select values_id from journal_entries where ${on(answer)} and number = 1)`);
      expect(await faultsOf(work)).toEqual([["vanished-values", "answer", 1]]);
    });
  });
});

describe("a finding", () => {
  it("is said in French and names its object", async () => {
    await asOwner(db, async (work) => {
      const { answer } = await tellStory(work);
      await work.tx.execute(sql`delete from journal_entries where ${on(answer)} and number > 2`);
      const { findings } = await verifyJournal(work);
      expect(findings.map(({ message }) => message)).toEqual([
        `Réponse ${answer.id}\u00a0: supprimé de la fin de la chaîne\u00a0: les entrées 3 à 4.`,
      ]);
    });
  });
});

describe("the application’s role", () => {
  it.each([
    ["update an entry", sql`update journal_entries set action = 'x'`],
    ["delete an entry", sql`delete from journal_entries`],
    ["delete a head", sql`delete from journal_heads`],
    ["rewrite values", sql`update journal_values set salt = ''`],
    ["empty the journal", sql`truncate journal_entries`],
  ])("may not %s", async (_what, statement) => {
    const refused = db.inWork(({ tx }) => tx.execute(statement));
    await expect(refused).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied/) },
    });
  });
});
