import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { adoptAllocation } from "~/features/allocate-equipment/adopt-allocation.server";
import { allocationListView } from "~/features/allocate-equipment/allocation-list-view.server";
import { allocationView } from "~/features/allocate-equipment/allocation-view.server";
import { proposeAllocation } from "~/features/allocate-equipment/propose-allocation.server";
import { adoptionSchema, proposalSchema } from "~/features/allocate-equipment/schemas";
import { findPlan, listStandingPlans } from "~db/repositories/allocations.server";
import { listJournal } from "~db/repositories/journal.server";
import { listItems, listProgrammes } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertPublishedCampaign } from "~tests/factories/published-campaign";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const nbsp = "\u00a0";
const now = new Date("2026-07-10T10:00:00Z");
const regionOfficer = { role: "region-officer", scopeKind: "region", scopeCode: "76" } as const;
const form = { envelope: 10_500_000, unitPrice: 42_000, method: "ranking" } as const;
const vote = {
  number: "CP-2026-07/112",
  votedOn: "2026-07-09",
  dueOn: "2026-10-31",
  isConfirmed: "oui",
} as const;

/** Five labelled lycées: 60 + 100 + 100 + unknown + 60 pupils of seconde; one in support. */
async function prepare(work: Work, firstRank?: number, slug = "label-essai") {
  const { campaign, uais } = await insertPublishedCampaign(
    work,
    [
      { level: 2, pupilsSeconde: 160 },
      { level: 2, pupilsSeconde: 100 },
      { level: 2, pupilsSeconde: 150 },
      { level: 2, pupilsSeconde: null },
      { level: 1, pupilsSeconde: 60 },
      { level: 0 },
    ],
    { firstRank, document: { slug } },
  );
  const officer = await insertActor(work, [regionOfficer]);
  const acting = { ...work, actor: officer };
  return {
    campaign,
    uais,
    acting,
    target: { slug: campaign.slug, entitlementId: null },
    propose: scopeFor(officer, "allocation.propose"),
    adopt: scopeFor(officer, "allocation.adopt"),
    read: scopeFor(officer, "allocation.read"),
  };
}

describe("proposing an allocation", () => {
  it("lists every entitled school with its reason, ranking beside optimum", async () => {
    const view = await db.inWork(async (work) => {
      const { acting, target, propose, read } = await prepare(work);
      await proposeAllocation(acting, propose, target, form);
      return allocationView(acting, read, target.slug, null);
    });
    expect(view).toMatchObject({ entitledSchools: 5, mayPropose: true, mayAdopt: true });
    expect(view?.plan?.lines.map((line) => [line.name, line.quantity, line.reason])).toEqual([
      ["Lycée A", 160, `Servi${nbsp}: rang 1, niveau${nbsp}2`],
      ["Lycée B", 0, `Non servi${nbsp}: il manquait 4${nbsp}200${nbsp}€ dans l’enveloppe`],
      ["Lycée C", 0, `Non servi${nbsp}: il manquait 25${nbsp}200${nbsp}€ dans l’enveloppe`],
      ["Lycée D", 0, `Non servi${nbsp}: effectif de seconde non communiqué`],
      ["Lycée E", 60, `Servi${nbsp}: rang 5, niveau${nbsp}1`],
    ]);
    expect(view?.plan?.summaries.ranking).toMatchObject({
      schools: 2,
      units: 220,
      amountCents: 9_240_000,
      remainderCents: 1_260_000,
      leftOut: { schools: 2, units: 250, amountCents: 10_500_000 },
    });
    expect(view?.plan?.summaries.optimum).toMatchObject({ units: 250, remainderCents: 0 });
    expect(view?.plan).toMatchObject({ isOptimumProven: true, uncountedSchools: 1 });
  });

  it("replaces the proposal before it, which the journal keeps", async () => {
    await db.inWork(async (work) => {
      const { campaign, acting, target, propose } = await prepare(work);
      const first = await proposeAllocation(acting, propose, target, form);
      const second = await proposeAllocation(acting, propose, target, {
        ...form,
        method: "optimum",
      });
      if (!first.ok || !second.ok) throw new Error("Proposition refusée.");
      const standing = await listStandingPlans(work.tx, [campaign.id]);
      expect(standing.map(({ id, method }) => [id, method])).toEqual([[second.plan.id, "optimum"]]);
      expect((await findPlan(work.tx, first.plan.id))?.status).toBe("discarded");
      const lines = await listJournal(work.tx, { kind: "allocation-plan", id: first.plan.id });
      expect(lines.map((line) => line.action)).toEqual([
        "allocation.proposed",
        "allocation.discarded",
      ]);
    });
  });

  it("is not there before publication, for another région, nor for another role", async () => {
    await db.inWork(async (work) => {
      const { acting, campaign, propose, read } = await prepare(work);
      const other = await insertActor(work, [{ ...regionOfficer, scopeCode: "75" }]);
      const elsewhere = scopeFor(other, "allocation.propose");
      const target = { slug: campaign.slug, entitlementId: null };
      const refused = { ok: false, reason: "not-found" };
      expect(await proposeAllocation(acting, elsewhere, target, form)).toEqual(refused);
      expect(await proposeAllocation(acting, [], target, form)).toEqual(refused);
      expect(await allocationView(acting, elsewhere, campaign.slug, null)).toBeUndefined();
      expect((await allocationListView(acting, elsewhere)).entries).toEqual([]);
      const unknown = { slug: campaign.slug, entitlementId: "inconnu" };
      expect(await proposeAllocation(acting, propose, unknown, form)).toEqual(refused);
      const draft = await insertCampaignDocument(work, buildSmallCampaign({ slug: "pas-publiee" }));
      expect(await allocationView(acting, read, draft.slug, null)).toBeUndefined();
      expect((await allocationListView(acting, read)).entries.map(({ slug }) => slug)).toEqual([
        campaign.slug,
      ]);
    });
  });
});

describe("adopting an allocation", () => {
  it("locks the plan and opens the région's programme with the schools served", async () => {
    await db.inWork(
      async (work) => {
        const { acting, target, propose, adopt, read, uais } = await prepare(work);
        const proposed = await proposeAllocation(acting, propose, target, form);
        if (!proposed.ok) throw new Error("Proposition refusée.");
        const planId = proposed.plan.id;
        const adopted = await adoptAllocation(acting, adopt, target, { ...vote, planId });
        expect(adopted).toEqual({ ok: true, programmeSlug: "label-essai-lordi" });
        const rollout = scopeFor(acting.actor, "rollout.read");
        const [programme] = await listProgrammes(work.tx, rollout);
        expect(programme).toMatchObject({
          ownerName: "Région Occitanie",
          unit: "ordinateur",
          planId,
        });
        const items = await listItems(work.tx, rollout, programme?.id ?? "");
        expect(items.map(({ uai, planned, dueOn }) => [uai, planned, dueOn])).toEqual([
          [uais[0], 160, "2026-10-31"],
          [uais[4], 60, "2026-10-31"],
        ]);
        expect(await proposeAllocation(acting, propose, target, form)).toEqual({
          ok: false,
          reason: "already-adopted",
        });
        const view = await allocationView(acting, read, target.slug, "lordi");
        expect(view).toMatchObject({ mayPropose: false, mayAdopt: false });
        expect(view?.plan).toMatchObject({
          status: "adopted",
          vote: { number: vote.number, votedOn: vote.votedOn },
          programmeSlug: "label-essai-lordi",
        });
        const lines = await listJournal(work.tx, { kind: "allocation-plan", id: planId });
        expect(lines.at(-1)).toMatchObject({
          action: "allocation.adopted",
          after: { voteNumber: vote.number, votedOn: vote.votedOn },
        });
      },
      undefined,
      now,
    );
  });

  it.each([
    [{ votedOn: "2026-07-11" }, "vote-in-future"],
    [{ dueOn: "2026-07-09" }, "due-before-vote"],
    [{ planId: "pas-un-identifiant" }, "plan-changed"],
    [{ planId: "00000000-0000-0000-0000-000000000000" }, "plan-changed"],
  ] as const)("refuses %j: %s, and nothing moves", async (change, reason) => {
    await db.inWork(
      async (work) => {
        const { acting, target, propose, adopt } = await prepare(work);
        const proposed = await proposeAllocation(acting, propose, target, form);
        if (!proposed.ok) throw new Error("Proposition refusée.");
        const planId = proposed.plan.id;
        const refused = await adoptAllocation(acting, adopt, target, {
          ...vote,
          planId,
          ...change,
        });
        expect(refused).toEqual({ ok: false, reason });
        expect((await findPlan(work.tx, planId))?.status).toBe("proposed");
        expect(await listProgrammes(work.tx, scopeFor(acting.actor, "rollout.read"))).toEqual([]);
      },
      undefined,
      now,
    );
  });

  it("refuses a proposal that another one replaced, and one that serves nobody", async () => {
    await db.inWork(
      async (work) => {
        const { acting, target, propose, adopt } = await prepare(work);
        const first = await proposeAllocation(acting, propose, target, form);
        const empty = await proposeAllocation(acting, propose, target, { ...form, envelope: 1 });
        if (!first.ok || !empty.ok) throw new Error("Proposition refusée.");
        const adoptPlan = (planId: string) =>
          adoptAllocation(acting, adopt, target, { ...vote, planId });
        expect(await adoptPlan(first.plan.id)).toEqual({ ok: false, reason: "plan-changed" });
        expect(await adoptPlan(empty.plan.id)).toEqual({ ok: false, reason: "nothing-served" });
      },
      undefined,
      now,
    );
  });

  it("lets one of fifty concurrent votes through", async () => {
    const prepared = await db.committed(
      (work) => prepare(work, 600, "label-concurrent"),
      undefined,
      now,
    );
    const { target, propose, adopt } = prepared;
    const { actor } = prepared.acting;
    const proposed = await db.committed(
      (work) => proposeAllocation(work, propose, target, form),
      actor,
      now,
    );
    if (!proposed.ok) throw new Error("Proposition refusée.");
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        db.committed(
          (work) =>
            adoptAllocation(work, adopt, target, {
              ...vote,
              planId: proposed.plan.id,
              number: `Vote ${index}`,
            }),
          actor,
          now,
        ),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "plan-changed")).toHaveLength(
      49,
    );
    const programmes = await db.committed((work) =>
      listProgrammes(work.tx, scopeFor(actor, "rollout.read")),
    );
    expect(programmes.map(({ slug }) => slug)).toEqual(["label-concurrent-lordi"]);
  });
});

describe("forms", () => {
  it("read amounts as they are typed, and say what to do of the others", () => {
    const typed = { envelope: "3 800 000", unitPrice: "412,50 €", method: "ranking" };
    expect(proposalSchema.parse(typed)).toEqual({
      envelope: 380_000_000,
      unitPrice: 41_250,
      method: "ranking",
    });
    for (const wrong of [
      { unitPrice: "0" },
      { unitPrice: "" },
      { envelope: "beaucoup" },
      { method: "x" },
    ]) {
      expect(proposalSchema.safeParse({ ...typed, ...wrong }).success).toBe(false);
    }
  });

  it("want a real day, a number and a confirmation", () => {
    const typed = { ...vote, planId: "x" };
    expect(adoptionSchema.safeParse(typed).success).toBe(true);
    for (const wrong of [
      { number: " " },
      { votedOn: "2026-02-30" },
      { dueOn: "" },
      { isConfirmed: undefined },
    ]) {
      expect(adoptionSchema.safeParse({ ...typed, ...wrong }).success).toBe(false);
    }
  });
});
