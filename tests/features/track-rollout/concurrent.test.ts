import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { recordStep } from "~/features/track-rollout/record-step.server";
import { findItem } from "~db/repositories/rollouts.server";
import { insertActor } from "~tests/factories/person";
import { insertRollout } from "~tests/factories/rollout-programme";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const now = new Date("2026-10-15T10:00:00Z");

describe("fifty people at once", () => {
  const prepare = (slug: string, firstRank: number) =>
    db.committed(async (work) => {
      const item = { ordered: 20, delivered: 10, planned: 20 };
      const programme = await insertRollout(work, [item], { slug, firstRank });
      const membership = {
        role: "rollout-officer",
        scopeKind: "departement",
        scopeCode: "12",
      } as const;
      const actor = await insertActor(work, [{ ...membership, organisationId: programme.ownerId }]);
      const address = { programme: slug, itemId: programme.items[0]?.id ?? "" };
      return { actor, scope: scopeFor(actor, "rollout.record"), address };
    });
  type Prepared = Awaited<ReturnType<typeof prepare>>;
  const deliver = ({ actor, scope, address }: Prepared, version: number) =>
    db.committed(
      (work) =>
        recordStep(work, scope, address, {
          ...{ step: "delivered", quantity: 1, occurredOn: "2026-10-01", note: "", version },
        }),
      actor,
      now,
    );
  const read = ({ scope, address }: Prepared) =>
    db.committed((work) => findItem(work.tx, scope, address.programme, address.itemId));

  it("who saw the same quantities: one is accepted, the others are told to look again", async () => {
    const prepared = await prepare("lordi-perime", 820);
    const results = await Promise.all(Array.from({ length: 50 }, () => deliver(prepared, 1)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "stale")).toHaveLength(49);
    expect(await read(prepared)).toMatchObject({ delivered: 11, version: 2 });
  });

  it("who look again and insist: exactly the ten that remain are accepted", async () => {
    const prepared = await prepare("lordi-concurrent", 821);
    const insist = async (): Promise<string> => {
      for (;;) {
        const result = await deliver(prepared, (await read(prepared))?.version ?? 0);
        if (result.ok) return "accepted";
        if (result.reason !== "stale") return result.reason;
      }
    };
    const results = await Promise.all(Array.from({ length: 50 }, insist));
    expect(results.filter((result) => result === "accepted")).toHaveLength(10);
    expect(results.filter((result) => result === "too-many")).toHaveLength(40);
    expect(await read(prepared)).toMatchObject({ delivered: 20, version: 11 });
  }, 60_000);
});
