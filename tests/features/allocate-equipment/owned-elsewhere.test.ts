import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import type { Collectivite } from "~/domain/directory/equipment-owner";
import { adoptAllocation } from "~/features/allocate-equipment/adopt-allocation.server";
import { allocationView } from "~/features/allocate-equipment/allocation-view.server";
import { proposeAllocation } from "~/features/allocate-equipment/propose-allocation.server";
import { rolloutItemView } from "~/features/track-rollout/rollout-item-view.server";
import { readRolloutQuery } from "~/features/track-rollout/rollout-query";
import { rolloutView } from "~/features/track-rollout/rollout-view.server";
import { listJournal } from "~db/repositories/journal.server";
import { listItems, listProgrammes } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { insertOwner } from "~tests/factories/equipment-owner";
import { insertActor } from "~tests/factories/person";
import { insertPublishedCampaign } from "~tests/factories/published-campaign";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const nbsp = "\u00a0";
const now = new Date("2026-07-10T10:00:00Z");
const occitanie = { kind: "region", code: "76" } as const;
const lot = { kind: "departement", code: "46" } as const;
const form = { envelope: 100_000_000, unitPrice: 42_000, method: "ranking" } as const;
const vote = {
  number: "CP-2026-07/112",
  votedOn: "2026-07-09",
  dueOn: "2026-10-31",
  isConfirmed: "oui",
} as const;

type Owned = { readonly owner: Collectivite | null; readonly from: string } | undefined;

/** Lycées A, B, C… each with its owner's record, before the région's officer, on 10 July 2026. */
async function given(
  owners: readonly Owned[],
  task: (given: Awaited<ReturnType<typeof prepare>>) => Promise<void>,
): Promise<void> {
  await db.inWork(async (work) => task(await prepare(work, owners)), undefined, now);
}

async function prepare(work: Work, owners: readonly Owned[]) {
  const { campaign, uais } = await insertPublishedCampaign(
    work,
    owners.map(() => ({ level: 2 })),
    { document: { slug: "label-essai" } },
  );
  for (const [index, owned] of owners.entries()) {
    if (owned) await insertOwner(work, uais[index] ?? "", owned.owner, owned.from);
  }
  const actor = await insertActor(work, [
    { role: "region-officer", scopeKind: "region", scopeCode: "76" },
  ]);
  const acting = { ...work, actor };
  const target = { slug: campaign.slug, entitlementId: null };
  return {
    campaign,
    uais,
    acting,
    propose: async () => {
      const done = await proposeAllocation(
        acting,
        scopeFor(actor, "allocation.propose"),
        target,
        form,
      );
      if (!done.ok) throw new Error(done.reason);
      return done.plan.id;
    },
    adopt: (planId: string, change: Partial<typeof vote> | { votedOn: string } = {}) =>
      adoptAllocation(acting, scopeFor(actor, "allocation.adopt"), target, {
        ...vote,
        ...change,
        planId,
      }),
    look: () => allocationView(acting, scopeFor(actor, "allocation.read"), campaign.slug, null),
    follow: async () => {
      const scope = scopeFor(actor, "rollout.read");
      const [programme] = await listProgrammes(work.tx, scope);
      const { id, slug } = programme ?? { id: "", slug: "" };
      const query = readRolloutQuery(new URLSearchParams());
      const view = await rolloutView(acting, scope, slug, query);
      const lookAt = async (uai = "") => {
        const item = (await listItems(work.tx, scope, id)).find((one) => one.uai === uai);
        return rolloutItemView(acting, scope, slug, item?.id ?? "");
      };
      return { view, lookAt };
    },
  };
}

describe("a proposal", () => {
  it("leaves out the schools of another collectivité, with their owner and since when", async () => {
    await given(
      [
        { owner: lot, from: "2026-01-01" },
        { owner: occitanie, from: "2026-01-01" },
        { owner: null, from: "2026-01-01" },
        undefined,
        { owner: lot, from: "2026-07-11" },
        { owner: { kind: "sivos", code: "200012345" }, from: "2026-07-10" },
      ],
      async ({ propose, look, acting, uais }) => {
        const planId = await propose();
        const view = await look();
        expect(view?.plan?.lines.map((line) => [line.name, line.quantity, line.reason])).toEqual([
          [
            "Lycée A",
            0,
            `Équipement d’une autre collectivité${nbsp}: Lot (département), depuis le 1er${nbsp}janvier 2026`,
          ],
          ["Lycée B", 100, `Servi${nbsp}: rang 2, niveau${nbsp}2`],
          ["Lycée C", 100, `Servi${nbsp}: rang 3, niveau${nbsp}2`],
          ["Lycée D", 100, `Servi${nbsp}: rang 4, niveau${nbsp}2`],
          ["Lycée E", 100, `Servi${nbsp}: rang 5, niveau${nbsp}2`],
          [
            "Lycée F",
            0,
            `Équipement d’une autre collectivité${nbsp}: SIVOS, SIREN 200012345, depuis le 10${nbsp}juillet 2026`,
          ],
        ]);
        expect(view).toMatchObject({
          entitledSchools: 6,
          plan: {
            uncountedSchools: 2,
            changedHands: [],
            summaries: { ranking: { schools: 4, leftOut: { schools: 0 } } },
          },
        });
        const journal = await listJournal(acting.tx, { kind: "allocation-plan", id: planId });
        expect(journal[0]).toMatchObject({
          after: {
            ownedElsewhere: [
              [uais[0], "departement:46", "2026-01-01"],
              [uais[5], "sivos:200012345", "2026-07-10"],
            ],
          },
        });
      },
    );
  });

  it("serves a school whose commune applied for it: it is an aid to the owner, on every page", async () => {
    await given(
      [{ owner: { kind: "commune", code: "12145" }, from: "2026-01-01" }],
      async ({ campaign, acting, propose, adopt, look, follow, uais }) => {
        await propose();
        expect((await look())?.plan?.lines[0]?.isServed).toBe(false);
        await acting.tx.execute(
          `update applications set applicant_kind = 'commune', applicant_code = '12145' where campaign_id = '${campaign.id}'`,
        );
        const planId = await propose();
        expect((await look())?.plan?.lines).toMatchObject([{ uai: uais[0], isServed: true }]);
        expect((await adopt(planId)).ok).toBe(true);
        const { view } = await follow();
        expect(view).toMatchObject({ changedHands: [], setAside: [], totals: { schools: 1 } });
      },
    );
  });

  it("warns when a school that it serves has changed hands since", async () => {
    await given([undefined, undefined], async ({ acting, uais, propose, look }) => {
      await propose();
      expect((await look())?.plan?.changedHands).toEqual([]);
      await insertOwner(acting, uais[0] ?? "", lot, "2026-07-01");
      expect((await look())?.plan?.changedHands).toEqual([
        {
          uai: uais[0],
          name: "Lycée A",
          other: { name: "Lot (département)", since: "2026-07-01" },
        },
      ]);
      await propose();
      expect((await look())?.plan?.changedHands).toEqual([]);
    });
  });
});

describe("a vote", () => {
  it.each([
    ["the day before the vote", "2026-07-08", false],
    ["the day of the vote", "2026-07-09", false],
    ["the day after", "2026-07-10", true],
  ])("when a school served changes hands %s: adopted %s → %s", async (_title, day, isAdopted) => {
    await given([undefined, undefined], async ({ acting, uais, propose, adopt }) => {
      const planId = await propose();
      await insertOwner(acting, uais[0] ?? "", lot, day);
      expect(await adopt(planId)).toEqual(
        isAdopted
          ? { ok: true, programmeSlug: "label-essai-lordi" }
          : { ok: false, reason: "owned-elsewhere" },
      );
    });
  });

  it("adopts a school that was another's on that day and is the région's by now", async () => {
    await given(
      [{ owner: lot, from: "2026-01-01" }],
      async ({ acting, uais, propose, adopt, look }) => {
        await insertOwner(acting, uais[0] ?? "", occitanie, "2026-07-10");
        const planId = await propose();
        expect((await adopt(planId)).ok).toBe(true);
        expect((await look())?.plan?.lines[0]).toMatchObject({ isServed: true, quantity: 100 });
      },
    );
  });

  it("is not undone by a later decision: the roll-out warns, and goes on", async () => {
    await given([undefined, undefined], async ({ acting, uais, propose, adopt, look, follow }) => {
      await adopt(await propose());
      const before = (await look())?.plan?.lines;
      await insertOwner(acting, uais[1] ?? "", lot, "2026-07-10");
      expect((await look())?.plan).toMatchObject({ lines: before, changedHands: [] });
      const { view, lookAt } = await follow();
      expect(view?.totals).toMatchObject({ schools: 2, planned: 200 });
      expect(view?.setAside).toEqual([]);
      const otherOwner = { standing: "voted", name: "Lot (département)", since: "2026-07-10" };
      expect(view?.changedHands).toMatchObject([{ uai: uais[1], otherOwner }]);
      expect(await lookAt(uais[1])).toMatchObject({ otherOwner });
      expect(await lookAt(uais[0])).toMatchObject({ otherOwner: null });
    });
  });
});
