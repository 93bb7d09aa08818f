import { describe, expect, inject, it } from "vitest";
import { isDatabaseUnavailable } from "~db/unavailable";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
const endOwnConnection = sql`select pg_terminate_backend(pg_backend_pid())`;
const failed = (task: Promise<unknown>) => task.then(() => undefined).catch((error) => error);

describe.skipIf(inject("testDatabase").engine === "embedded")(
  "a transaction whose connection is lost",
  () => {
    it("fails as a whole, and another connection is soon found", async () => {
      for (let time = 0; time < 10; time += 1) {
        const error = await failed(db.database().asOwner((tx) => tx.execute(endOwnConnection)));
        expect(isDatabaseUnavailable(error)).toBe(true);
        let next: unknown = error;
        for (let attempt = 0; attempt < 20 && next; attempt += 1) {
          next = await failed(db.database().asOwner((tx) => tx.execute(sql`select 1`)));
        }
        expect(next).toBeUndefined();
      }
    });

    it("goes no further: neither its own recovery nor a savepoint's is run in the void", async () => {
      let reached = "";
      const error = await failed(
        db.database().asOwner(async (tx) => {
          await tx
            .transaction(async (nested) => {
              await nested.execute(endOwnConnection);
            })
            .catch(() => undefined);
          reached = "après la perte";
          await tx.execute(sql`select 1`);
        }),
      );
      expect(isDatabaseUnavailable(error)).toBe(true);
      expect(reached).toBe("");
    });

    it("is told when the loss comes between two statements", async () => {
      const error = await failed(
        db.database().asOwner(async (tx) => {
          const { pid } = (
            (await tx.execute(sql`select pg_backend_pid() as pid`)) as unknown as {
              pid: number;
            }[]
          )[0] ?? { pid: 0 };
          await db
            .database()
            .asOwner((other) => other.execute(sql`select pg_terminate_backend(${pid}::int)`));
          for (;;) await tx.execute(sql`select 1`);
        }),
      );
      expect(isDatabaseUnavailable(error)).toBe(true);
    });
  },
);
