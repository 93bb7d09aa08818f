import { describe, expect, it } from "vitest";
import { listJournal, record } from "~db/repositories/journal.server";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("journal", () => {
  it("numbers the entries of one object and chains them", async () => {
    const lines = await db.inWork(async (work) => {
      const on = { kind: "campaign", id: "essai" };
      await record(work, { on, action: "campaign.imported", after: { slug: "essai" } });
      await record(work, { on, action: "campaign.announced", before: { a: 1 }, after: { a: 2 } });
      return listJournal(work.tx, on);
    });
    expect(
      lines.map(({ number, action, before, after }) => ({ number, action, before, after })),
    ).toEqual([
      { number: 1, action: "campaign.imported", before: null, after: { slug: "essai" } },
      { number: 2, action: "campaign.announced", before: { a: 1 }, after: { a: 2 } },
    ]);
  });
});
