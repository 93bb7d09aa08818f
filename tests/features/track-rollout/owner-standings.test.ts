import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import type { Collectivite } from "~/domain/directory/equipment-owner";
import { correctEvent, recordStep } from "~/features/track-rollout/record-step.server";
import { rolloutItemView } from "~/features/track-rollout/rollout-item-view.server";
import { rolloutListView } from "~/features/track-rollout/rollout-list-view.server";
import { readRolloutQuery } from "~/features/track-rollout/rollout-query";
import { rolloutView } from "~/features/track-rollout/rollout-view.server";
import { listEvents } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { insertOwner } from "~tests/factories/equipment-owner";
import { insertActor } from "~tests/factories/person";
import { insertRollout, lotCouncil } from "~tests/factories/rollout-programme";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const now = new Date("2026-10-15T10:00:00Z");
const occitanie = { kind: "region", code: "76" } as const;
const lot = { kind: "departement", code: "46" } as const;

type College = {
  readonly name: string;
  readonly ordered?: number;
  readonly owner?: Collectivite | null;
  readonly from?: string;
};

/** The council's programme for its collèges, before its officer, on 15 October 2026. */
function given(
  colleges: readonly College[],
  task: (given: Awaited<ReturnType<typeof prepare>>) => Promise<void>,
): Promise<void> {
  return db.inWork(async (work) => task(await prepare(work, colleges)), undefined, now);
}

async function prepare(work: Work, colleges: readonly College[]) {
  const programme = await insertRollout(
    work,
    colleges.map(({ name, ordered = 0 }) => ({
      name,
      ordered,
      kind: "college" as const,
      departementCode: "46",
      communeCode: "46042",
    })),
    { slug: "colleges-46", owner: lotCouncil },
  );
  const items = programme.items.map((item, index) => ({ ...item, ...colleges[index] }));
  for (const { uai, owner, from } of items) {
    if (owner !== undefined) await insertOwner(work, uai, owner, from ?? "2026-01-01");
  }
  const actor = await insertActor(work, [
    {
      role: "rollout-officer",
      scopeKind: "departement",
      scopeCode: "46",
      organisationId: programme.ownerId,
    },
  ]);
  const acting = { ...work, actor };
  const scope = scopeFor(actor, "rollout.record");
  const addressOf = (index: number) => ({
    programme: programme.slug,
    itemId: items[index]?.id ?? "",
  });
  return {
    acting,
    scope,
    items,
    addressOf,
    look: (query = "") =>
      rolloutView(acting, scope, programme.slug, readRolloutQuery(new URLSearchParams(query))),
    lookAt: (index: number) =>
      rolloutItemView(acting, scope, programme.slug, addressOf(index).itemId),
    order: (index: number, occurredOn: string, version = 1) =>
      recordStep(acting, scope, addressOf(index), {
        step: "ordered",
        quantity: 4,
        occurredOn,
        note: "",
        version,
      }),
  };
}

describe("a council's programme", () => {
  it("lists its own schools and those it began; the others are set aside, out of every figure", async () => {
    await given(
      [
        { name: "Collège A", owner: lot },
        { name: "Collège B" },
        { name: "Collège C", owner: null },
        { name: "Collège D introuvable", owner: occitanie },
        { name: "Collège E", owner: occitanie, ordered: 3 },
        { name: "Collège F", owner: occitanie, from: "2026-10-15" },
        { name: "Collège G", owner: occitanie, from: "2026-10-16" },
      ],
      async ({ acting, scope, look }) => {
        const names = (lines: readonly { schoolName: string }[] = []) =>
          lines.map(({ schoolName }) => schoolName.charAt(8)).join("");
        const view = await look();
        expect(names(view?.lines)).toBe("ABCEG");
        expect(names(view?.setAside)).toBe("DF");
        expect(view?.changedHands).toMatchObject([
          {
            schoolName: "Collège E",
            otherOwner: { standing: "started", name: "Occitanie (région)", since: "2026-01-01" },
          },
        ]);
        expect(view?.totals).toMatchObject({ schools: 5, planned: 50, ordered: 3, lateSchools: 5 });
        expect(view?.stateCounts.late).toBe(5);
        expect(names(view?.late)).toBe("ABCEG");
        expect(names((await look("q=introuvable"))?.lines)).toBe("");
        const list = await rolloutListView(acting, scope);
        expect(list.programmes).toMatchObject([{ totals: { schools: 5, planned: 50 } }]);
      },
    );
  });

  it("starts nothing in a school from the day it is another's, and finishes what it ordered before", async () => {
    await given(
      [{ name: "Collège A", owner: occitanie, from: "2026-10-01" }],
      async ({ order, look, lookAt }) => {
        expect((await lookAt(0))?.otherOwner).toEqual({
          standing: "set-aside",
          name: "Occitanie (région)",
          since: "2026-10-01",
        });
        for (const day of ["2026-10-01", "2026-10-15"]) {
          expect(await order(0, day)).toEqual({
            ok: false,
            reason: "owned-elsewhere",
            name: "Occitanie (région)",
            since: "2026-10-01",
          });
        }
        expect((await look())?.totals).toMatchObject({ schools: 0, ordered: 0 });
        expect(await order(0, "2026-09-30")).toEqual({ ok: true });
        expect(await order(0, "2026-10-15", 2)).toEqual({ ok: true });
        expect((await lookAt(0))?.otherOwner?.standing).toBe("started");
        expect((await look())?.totals).toMatchObject({ schools: 1, ordered: 8 });
      },
    );
  });

  it("does not start again by a correction what a correction had cancelled", async () => {
    await given([{ name: "Collège A" }], async ({ acting, scope, items, addressOf, order }) => {
      expect(await order(0, "2026-10-10")).toEqual({ ok: true });
      await insertOwner(acting, items[0]?.uai ?? "", occitanie, "2026-10-05");
      const [event] = await listEvents(acting.tx, items[0]?.id ?? "");
      const correct = (rightQuantity: number, correctedVersion: number) =>
        correctEvent(acting, scope, addressOf(0), {
          eventId: event?.id ?? "",
          rightQuantity,
          reason: "Erreur de saisie",
          correctedVersion,
        });
      expect(await correct(0, 2)).toEqual({ ok: true });
      expect(await correct(4, 3)).toMatchObject({ ok: false, reason: "owned-elsewhere" });
    });
  });
});
