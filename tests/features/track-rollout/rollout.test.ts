import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { correctEvent, recordStep } from "~/features/track-rollout/record-step.server";
import { rolloutItemView } from "~/features/track-rollout/rollout-item-view.server";
import { rolloutListView } from "~/features/track-rollout/rollout-list-view.server";
import { readRolloutQuery } from "~/features/track-rollout/rollout-query";
import { rolloutView } from "~/features/track-rollout/rollout-view.server";
import { listJournal } from "~db/repositories/journal.server";
import { rolloutTotalsByDepartement } from "~db/repositories/rollout-totals.server";
import { findItem, insertEvents, listEvents } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertRollout, lotCouncil } from "~tests/factories/rollout-programme";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const now = new Date("2026-10-15T10:00:00Z");
const plain = readRolloutQuery(new URLSearchParams());
const inOctober = (task: (work: Work) => Promise<void>) => db.inWork(task, undefined, now);

const officerOf = (work: Work, departement: string, organisationId: string | null = null) =>
  insertActor(work, [
    { role: "rollout-officer", scopeKind: "departement", scopeCode: departement, organisationId },
  ]);

async function oneSchool(work: Work, item: Parameters<typeof insertRollout>[1][number] = {}) {
  const programme = await insertRollout(work, [item]);
  const actor = await officerOf(work, "12", programme.ownerId);
  const address = { programme: programme.slug, itemId: programme.items[0]?.id ?? "" };
  return { acting: { ...work, actor }, scope: scopeFor(actor, "rollout.record"), address };
}

const stepForm = (
  step: "ordered" | "delivered" | "installed",
  quantity: number,
  version: number,
) => ({
  step,
  quantity,
  occurredOn: "2026-10-01",
  note: "",
  version,
});

describe("recording", () => {
  it("moves a school from ordered to installed, part by part, and journals each", async () => {
    await inOctober(async (work) => {
      const { acting, scope, address } = await oneSchool(work);
      const steps = [
        ["ordered", 10],
        ["delivered", 4],
        ["delivered", 6],
        ["installed", 9],
      ] as const;
      for (const [index, [step, quantity]] of steps.entries()) {
        const form = {
          ...stepForm(step, quantity, index + 1),
          note: index === 1 ? "Carton 1" : "",
        };
        expect(await recordStep(acting, scope, address, form)).toEqual({ ok: true });
      }
      const view = await rolloutItemView(acting, scope, address.programme, address.itemId);
      expect(view).toMatchObject({
        ...{ ordered: 10, delivered: 10, installed: 9, version: 5, state: "installing" },
        ...{ most: { ordered: 0, delivered: 0, installed: 1 }, offeredStep: "installed" },
      });
      expect(view?.events).toHaveLength(4);
      expect(view?.events.find((event) => event.note === "Carton 1")).toMatchObject({
        quantity: 4,
        recordedByName: acting.actor.name,
      });
      const journal = await listJournal(work.tx, { kind: "rollout-item", id: address.itemId });
      expect(journal.map((line) => line.action)).toEqual(Array(4).fill("rollout.recorded"));
      expect(journal[1]).toMatchObject({ before: { delivered: 0 }, after: { delivered: 4 } });
    });
  });

  it.each([
    [stepForm("delivered", 1, 1), { reason: "too-many", most: 0 }],
    [stepForm("ordered", 11, 1), { reason: "too-many", most: 10 }],
    [{ ...stepForm("ordered", 1, 1), occurredOn: "2026-10-16" }, { reason: "date-in-future" }],
    [stepForm("ordered", 1, 2), { reason: "stale" }],
  ] as const)("refuses %j: %j, and nothing moves", async (form, refusal) => {
    await inOctober(async (work) => {
      const { acting, scope, address } = await oneSchool(work);
      expect(await recordStep(acting, scope, address, form)).toEqual({ ok: false, ...refusal });
      const item = await findItem(work.tx, scope, address.programme, address.itemId);
      expect(item).toMatchObject({ ordered: 0, version: 1 });
      expect(await listEvents(work.tx, address.itemId)).toEqual([]);
    });
  });

  it("corrects by a compensating event that bears its reason", async () => {
    await inOctober(async (work) => {
      const { acting, scope, address } = await oneSchool(work);
      await recordStep(acting, scope, address, stepForm("ordered", 10, 1));
      await recordStep(acting, scope, address, stepForm("delivered", 8, 2));
      const events = await listEvents(work.tx, address.itemId);
      const delivery = events.find((event) => event.step === "delivered");
      const form = {
        eventId: delivery?.id ?? "",
        rightQuantity: 6,
        reason: "Deux postes repris",
        correctedVersion: 3,
      };
      expect(await correctEvent(acting, scope, address, { ...form, correctedVersion: 2 })).toEqual({
        ok: false,
        reason: "stale",
      });
      expect(await correctEvent(acting, scope, address, form)).toEqual({ ok: true });
      const corrected = await listEvents(work.tx, address.itemId);
      expect(corrected.find((event) => event.correctsId)).toMatchObject({
        quantity: -2,
        correctsId: delivery?.id,
        note: "Deux postes repris",
      });
      const view = await rolloutItemView(acting, scope, address.programme, address.itemId);
      expect(view).toMatchObject({ delivered: 6, version: 4 });
      expect(view?.events.find((event) => event.id === delivery?.id)?.netQuantity).toBe(6);
      const journal = await listJournal(work.tx, { kind: "rollout-item", id: address.itemId });
      expect(journal.at(-1)?.action).toBe("rollout.corrected");
    });
  });

  it("is backed by the database: neither an order broken nor a bare negative event gets in", async () => {
    await expect(
      db.inWork((work) => insertRollout(work, [{ ordered: 2, delivered: 3 }])),
    ).rejects.toMatchObject({ cause: { code: "23514" } });
    await expect(
      db.inWork(async (work) => {
        const { address } = await oneSchool(work);
        const event = {
          itemId: address.itemId,
          step: "ordered" as const,
          occurredOn: "2026-10-01",
        };
        await insertEvents(work.tx, [{ ...event, quantity: -1, recordedBy: work.actor.personId }]);
      }),
    ).rejects.toMatchObject({ cause: { code: "23514" } });
  });
});

describe("who sees what", () => {
  it("keeps the région's programme and the council's apart in one département", async () => {
    await inOctober(async (work) => {
      const lycees = await insertRollout(work, [
        { name: "Lycée des Causses" },
        { name: "Lycée du Quercy", departementCode: "46", communeCode: "46042" },
      ]);
      const colleges = await insertRollout(
        work,
        [{ name: "Collège du Lot", kind: "college", departementCode: "46", communeCode: "46042" }],
        { slug: "colleges-46", owner: lotCouncil, firstRank: 810 },
      );
      const seenBy = async (actor: Actor) => {
        const scope = scopeFor(actor, "rollout.read");
        const { programmes } = await rolloutListView({ ...work, actor }, scope);
        return programmes.map(({ slug, totals }) => [slug, totals.schools]);
      };
      expect(await seenBy(await officerOf(work, "12", lycees.ownerId))).toEqual([
        ["lordi-2026", 1],
      ]);
      expect(await seenBy(await officerOf(work, "46", lycees.ownerId))).toEqual([
        ["lordi-2026", 1],
      ]);
      const council = await officerOf(work, "46", colleges.ownerId);
      expect(await seenBy(council)).toEqual([["colleges-46", 1]]);
      expect(await seenBy(await officerOf(work, "31", lycees.ownerId))).toEqual([]);
      const officer = { role: "region-officer", scopeKind: "region", scopeCode: "76" } as const;
      const regional = await insertActor(work, [{ ...officer, organisationId: lycees.ownerId }]);
      expect(await seenBy(regional)).toEqual([["lordi-2026", 2]]);

      const scope = scopeFor(council, "rollout.record");
      const address = { programme: "lordi-2026", itemId: lycees.items[1]?.id ?? "" };
      const refused = await recordStep(work, scope, address, stepForm("ordered", 1, 1));
      expect(refused).toEqual({ ok: false, reason: "not-found" });
      expect(await rolloutView(work, scope, "lordi-2026", plain)).toBeUndefined();
      expect(await rolloutItemView(work, scope, "lordi-2026", address.itemId)).toBeUndefined();
      expect(await rolloutItemView(work, scope, "colleges-46", "pas-un-uuid")).toBeUndefined();
      expect(await seenBy({ ...council, memberships: [] })).toEqual([]);
      const view = await rolloutItemView(
        { ...work, actor: regional },
        scopeFor(regional, "rollout.read"),
        "lordi-2026",
        address.itemId,
      );
      expect(view).toMatchObject({ schoolName: "Lycée du Quercy", mayRecord: false });
    });
  });

  it("adds up by département", async () => {
    await inOctober(async (work) => {
      const { id } = await insertRollout(work, [
        { ordered: 10, delivered: 5 },
        { planned: 7, ordered: 7, delivered: 7, installed: 7 },
        { departementCode: "46", communeCode: "46042" },
      ]);
      expect(await rolloutTotalsByDepartement(work.tx, { programmeId: id })).toEqual([
        {
          departementCode: "12",
          schools: 2,
          planned: 17,
          ordered: 17,
          delivered: 12,
          installed: 7,
        },
        { departementCode: "46", schools: 1, planned: 10, ordered: 0, delivered: 0, installed: 0 },
      ]);
    });
  });
});
