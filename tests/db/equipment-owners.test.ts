import { expect, it } from "vitest";
import { loadOwnersOn } from "~db/repositories/equipment-owners.server";
import { insertOwner } from "~tests/factories/equipment-owner";
import { insertSchool } from "~tests/factories/school";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const region = { kind: "region", code: "76" } as const;
const lot = { kind: "departement", code: "46" } as const;

it("gives each school's record of a day: its first day included, its last excluded", async () => {
  await db.inWork(async (work) => {
    const changing = await insertSchool(work, { rank: 701 });
    const nobodys = await insertSchool(work, { rank: 702 });
    const unrecorded = await insertSchool(work, { rank: 703 });
    await insertOwner(work, changing, region, "2026-01-01");
    await insertOwner(work, changing, lot, "2026-09-01");
    await insertOwner(work, nobodys, null, "2026-08-31");
    const on = async (day: string) => {
      const owners = await loadOwnersOn(work.tx, [changing, nobodys, unrecorded, changing], day);
      return [changing, nobodys, unrecorded].map((uai) => owners.get(uai)?.ownerKind);
    };
    expect(await on("2025-12-31")).toEqual([undefined, undefined, undefined]);
    expect(await on("2026-01-01")).toEqual(["region", undefined, undefined]);
    expect(await on("2026-08-31")).toEqual(["region", null, undefined]);
    expect(await on("2026-09-01")).toEqual(["departement", null, undefined]);
    expect(await loadOwnersOn(work.tx, [], "2026-09-01")).toEqual(new Map());
    expect((await loadOwnersOn(work.tx, [changing], "2026-09-01")).get(changing)).toEqual({
      validFrom: "2026-09-01",
      validTo: null,
      ownerKind: "departement",
      ownerCode: "46",
      source: "Convention d’essai",
      overridden: true,
    });
  });
});
