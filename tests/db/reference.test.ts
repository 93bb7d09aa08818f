import { describe, expect, it } from "vitest";
import { communes } from "~db/schema/territory";
import { seedReference } from "~db/seed/reference";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";
import { eq } from "~tests/support/raw-sql";

const db = useTestDatabase();

async function nameOfMillau({ tx }: Work): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: communes.name })
    .from(communes)
    .where(eq(communes.code, "12145"));
  return row?.name;
}

describe("the reference territory at start-up", () => {
  it("is not read again while its sources stand as they were loaded", async () => {
    await db.inWork(async (work) => {
      await work.tx.update(communes).set({ name: "Autre" }).where(eq(communes.code, "12145"));
      expect(await seedReference(work.tx)).toBe(false);
      expect(await nameOfMillau(work)).toBe("Autre");
    });
  });

  it("is read once when its sources have changed", async () => {
    await db.inWork(async (work) => {
      await work.tx.update(communes).set({ name: "Autre" }).where(eq(communes.code, "12145"));
      const changed = async () => "empreinte d’une autre édition";
      expect(await seedReference(work.tx, changed)).toBe(true);
      expect(await nameOfMillau(work)).toBe("Millau");
      expect(await seedReference(work.tx, changed)).toBe(false);
    });
  });
});
