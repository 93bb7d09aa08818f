import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { extensionsView } from "~/features/extend-deadline/extensions-view.server";
import { findCampaignBySlug, updateCampaign } from "~db/repositories/campaigns.server";
import { closed, extend, managerOf, school, slug, submit } from "~tests/factories/extension";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { inDays } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("recording a decision", () => {
  it("asks before it replaces one for the same place, and keeps both", async () => {
    await db.inWork(async (work) => {
      const { uai, applicationId, head } = await insertStarted(work, { campaign: closed });
      const manager = await managerOf(work);
      const first = await extend(work, manager, school(uai));
      if (!first.ok) throw new Error(first.reason);
      const again = { until: inDays(9), reason: "La panne a duré plus longtemps." };
      expect(await extend(work, manager, school(uai), again)).toMatchObject({
        ok: false,
        reason: "place-has-one",
        standing: { id: first.extension.id },
      });
      const replaces = first.extension.id;
      // Less time is a withdrawal, said with its reason: a replacement gives as much or more.
      const less = { until: inDays(1), reason: "Moins de temps.", replaces };
      expect(await extend(work, manager, school(uai), less)).toEqual({
        ok: false,
        reason: "earlier-than-standing",
      });
      const second = await extend(work, manager, school(uai), { ...again, replaces });
      expect(second).toMatchObject({ ok: true });
      // Agreeing to replace one that was replaced meanwhile asks again.
      expect(await extend(work, manager, school(uai), { ...again, replaces })).toMatchObject({
        reason: "place-has-one",
      });
      const scope = scopeFor(manager, "campaign.manage");
      const view = await extensionsView({ ...work, actor: manager }, scope, slug);
      expect(view?.extensions.map(({ state }) => state).sort()).toEqual(["replaced", "standing"]);
      expect(await submit(work, head, applicationId)).toMatchObject({ ok: true });
    });
  });

  it("is refused outside the scope, in the past, and to whoever does not manage the campaign", async () => {
    await db.inWork(async (work) => {
      const { uai } = await insertStarted(work, { campaign: closed });
      const everywhere = await managerOf(work);
      const reasons = [];
      for (const [place, rest] of [
        [school("0000000A"), {}],
        [{ placeKind: "region", placeCode: "99" }, {}],
        [school(uai), { until: inDays(-0.5) }],
        [school(uai), { until: inDays(-2) }],
        [school(uai), { until: "2026-02-30T10:00:00" }],
      ] as const) {
        const result = await extend(work, everywhere, place, rest);
        reasons.push(result.ok || result.reason);
      }
      expect(reasons).toEqual([
        "place-not-covered",
        "place-not-covered",
        "already-passed",
        "not-after-closing",
        "no-such-instant",
      ]);
      const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }]);
      expect(await extend(work, head, school(uai))).toEqual({ ok: false, reason: "not-found" });
    });
  });

  it("stops at the places that a manager's own scope covers whole", async () => {
    await db.inWork(async (work) => {
      const partners = [{ id: "academie", name: "Académie", kind: "academie", territory: "16" }];
      const { uai } = await insertStarted(work, { campaign: { ...closed, partners } });
      const place = { communeCode: "75056", departementCode: "75", academieCode: "01" };
      const paris = await insertSchool(work, { rank: 9, ...place, regionCode: "11" });
      const manager = await managerOf(work, "academic-region");
      expect(await extend(work, manager, school(paris))).toMatchObject({
        reason: "place-not-covered",
      });
      expect(await extend(work, manager, { placeKind: "region", placeCode: "11" })).toMatchObject({
        reason: "place-not-covered",
      });
      expect(await extend(work, manager, school(uai))).toMatchObject({ ok: true });
      expect(await extend(work, manager, { placeKind: "academie", placeCode: "16" })).toMatchObject(
        { ok: true },
      );
    });
  });

  it("is refused once the examination is over", async () => {
    await db.inWork(async (work) => {
      const { uai } = await insertStarted(work, { campaign: closed });
      const campaign = await findCampaignBySlug(work.tx, slug);
      if (!campaign) throw new Error("Campagne d’essai introuvable.");
      await updateCampaign(work.tx, campaign, { examinationClosedAt: work.now });
      expect(await extend(work, await managerOf(work), school(uai))).toMatchObject({
        reason: "campaign-not-running",
      });
    });
  });

  it("by fifty at once for one place keeps one standing, and asks the others", async () => {
    const { uai, manager } = await db.committed(async (work) => ({
      uai: (await insertStarted(work, { campaign: closed, rank: 60 })).uai,
      manager: await managerOf(work),
    }));
    const results = await Promise.all(
      Array.from({ length: 50 }, () => db.committed((work) => extend(work, manager, school(uai)))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok && result.reason === "place-has-one"),
    ).toHaveLength(49);
  });
});
