import { describe, expect, it } from "vitest";
import { everywhere } from "~/domain/access/permissions";
import { readRolloutQuery, rolloutSearch } from "~/features/track-rollout/rollout-query";
import { rolloutView } from "~/features/track-rollout/rollout-view.server";
import { correctionSchema, stepSchema } from "~/features/track-rollout/schemas";
import type { Work } from "~db/work.server";
import { insertRollout } from "~tests/factories/rollout-programme";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const now = new Date("2026-10-15T10:00:00Z");
const plain = readRolloutQuery(new URLSearchParams());
const inOctober = (task: (work: Work) => Promise<void>) => db.inWork(task, undefined, now);

describe("a programme's page", () => {
  const prepare = (work: Work) =>
    insertRollout(work, [
      { name: "Lycée Émile-Borel", ordered: 10, delivered: 4, dueOn: "2026-10-14" },
      { name: "Lycée de la Têt", planned: 9, dueOn: "2026-09-30" },
      { name: "Lycée Zola", ordered: 10, delivered: 10, installed: 10 },
      { name: "Lycée du Grand-Rond", planned: 100, ordered: 100, dueOn: "2026-12-01" },
    ]);

  it("puts late schools first, the latest before, and sums everything", async () => {
    await inOctober(async (work) => {
      await prepare(work);
      const view = await rolloutView(work, everywhere, "lordi-2026", plain);
      expect(view?.totals).toEqual({
        ...{ schools: 4, planned: 129, ordered: 120, delivered: 14, installed: 10 },
        ...{ lateSchools: 2, lateUnits: 15 },
      });
      expect(view?.late.map((line) => [line.schoolName, line.daysLate])).toEqual([
        ["Lycée de la Têt", 15],
        ["Lycée Émile-Borel", 1],
      ]);
      expect(view?.stateCounts).toMatchObject({ late: 2, installed: 1, ordered: 1, "to-order": 0 });
    });
  });

  it.each([
    ["", ["Lycée de la Têt", "Lycée du Grand-Rond", "Lycée Émile-Borel", "Lycée Zola"]],
    ["sens=desc", ["Lycée Zola", "Lycée Émile-Borel", "Lycée du Grand-Rond", "Lycée de la Têt"]],
    ["tri=planned", ["Lycée de la Têt", "Lycée Émile-Borel", "Lycée Zola", "Lycée du Grand-Rond"]],
    ["tri=state&etat=late", ["Lycée de la Têt", "Lycée Émile-Borel"]],
    ["q=emile+borel", ["Lycée Émile-Borel"]],
    ["q=tet&etat=installed", []],
    [
      "tri=inconnu&etat=inconnu&page=99",
      ["Lycée de la Têt", "Lycée du Grand-Rond", "Lycée Émile-Borel", "Lycée Zola"],
    ],
  ])("« %s » shows %j", async (search, names) => {
    await inOctober(async (work) => {
      await prepare(work);
      const query = readRolloutQuery(new URLSearchParams(search));
      const view = await rolloutView(work, everywhere, "lordi-2026", query);
      expect(view?.lines.map((line) => line.schoolName)).toEqual(names);
      expect(view?.filteredTotals.schools).toBe(names.length);
    });
  });

  it("pages by twenty, and its address says what it shows", async () => {
    await inOctober(async (work) => {
      await insertRollout(work, Array(21).fill({}));
      const query = { ...plain, page: 2 };
      const view = await rolloutView(work, everywhere, "lordi-2026", query);
      expect([view?.pageCount, view?.lines.length, view?.firstShown]).toEqual([2, 1, 21]);
      const sorted = { sort: "planned", isDescending: true } as const;
      expect(rolloutSearch(query, sorted)).toBe("?tri=planned&sens=desc");
      expect(readRolloutQuery(new URLSearchParams(rolloutSearch(query, { page: 2 })))).toEqual(
        query,
      );
    });
  });
});

describe("forms", () => {
  const typed = { step: "delivered", quantity: "1 024", occurredOn: "2026-10-01", version: "3" };
  it("read whole numbers as they are typed", () => {
    expect(stepSchema.parse(typed)).toEqual({
      ...{ step: "delivered", quantity: 1024, occurredOn: "2026-10-01", note: "", version: 3 },
    });
  });

  it.each([
    { step: "lost" },
    { quantity: "-1" },
    { quantity: "1,5" },
    { quantity: "" },
    { quantity: "99999999" },
    { occurredOn: "2026-02-30" },
    { version: "" },
    { note: "x".repeat(501) },
  ])("refuse %j", (wrong) => {
    expect(stepSchema.safeParse({ ...typed, ...wrong }).success).toBe(false);
  });

  it("want a reason for a correction", () => {
    const correction = {
      eventId: "x",
      rightQuantity: "0",
      reason: "Erreur",
      correctedVersion: "1",
    };
    expect(correctionSchema.safeParse(correction).success).toBe(true);
    expect(correctionSchema.safeParse({ ...correction, reason: " " }).success).toBe(false);
  });
});
