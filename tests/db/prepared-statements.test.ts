import { describe, expect, it } from "vitest";
import { rowsOf, type Tx } from "~db/client.server";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();

async function preparedTexts(tx: Tx): Promise<string> {
  const rows = await rowsOf<{ statement: string }>(
    tx,
    sql`select statement from pg_prepared_statements`,
  );
  return rows.map(({ statement }) => statement).join("\n");
}

describe.runIf(db.engine === "server")("statements sent to a server", () => {
  it("are prepared once they come back, not when they are sent once", async () => {
    await db.inWork(async ({ tx }) => {
      for (let value = 0; value < 5; value += 1) {
        const rows = await rowsOf(tx, sql`select ${value}::int as revient`);
        expect(rows).toEqual([{ revient: value }]);
      }
      await rowsOf(tx, sql`select ${1}::int as une_seule_fois`);
      const texts = await preparedTexts(tx);
      expect(texts).toContain("as revient");
      expect(texts).not.toContain("une_seule_fois");
    });
  });

  it("are prepared inside a savepoint too", async () => {
    await db.inWork(async ({ tx }) => {
      for (let value = 0; value < 5; value += 1) {
        await tx.transaction(async (nested) => {
          const rows = await rowsOf(nested, sql`select ${value}::int as imbrique`);
          expect(rows).toEqual([{ imbrique: value }]);
        });
      }
      expect(await preparedTexts(tx)).toContain("as imbrique");
    });
  });
});

describe("a transaction", () => {
  const role = (tx: Tx) => rowsOf<{ name: string }>(tx, sql`select current_user as name`);

  it("runs its very first statement in the application role", async () => {
    await db.inWork(async ({ tx }) => {
      expect(await role(tx)).toEqual([{ name: "jalons_application" }]);
    });
  });

  it("gives the connection back out of that role", async () => {
    await db.inWork(async ({ tx }) => role(tx));
    const [owner] = await db.database().asOwner(role);
    expect(owner?.name).not.toBe("jalons_application");
  });

  it("runs in the order they were asked statements that did not wait for each other", async () => {
    await db.inWork(async ({ tx }) => {
      await tx.execute(sql`create temporary table passages (rang int) on commit drop`);
      const ranks = [1, 2, 3, 4, 5, 6];
      const seen = await Promise.all(
        ranks.map((rank) =>
          rowsOf<{ seen: number }>(
            tx,
            sql`with added as (insert into passages values (${rank}) returning rang)
              select (select count(*)::int from passages) as seen from added`,
          ),
        ),
      );
      expect(seen.flat().map((row) => row.seen)).toEqual([0, 1, 2, 3, 4, 5]);
    });
  });
});
