import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { composeUai } from "~/domain/directory/uai";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { rebuildRollups } from "~/features/verify-rollups/rebuild-rollups.server";
import { verifyRollups } from "~/features/verify-rollups/verify-rollups.server";
import { rowsOf } from "~db/client.server";
import { insertApplication, updateApplication } from "~db/repositories/applications.server";
import { readDashboardCounts } from "~db/repositories/dashboard-counts.server";
import { listJournal } from "~db/repositories/journal.server";
import { freezeReads } from "~db/repositories/journal-verify.server";
import { findOrCreateOrganisation } from "~db/repositories/people.server";
import { buildMissingRollups, foldRollups } from "~db/repositories/rollups.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { region } from "~tests/factories/rollout-programme";
import { insertSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { completeAnswers, saveAnswers } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";
import { operation, run, schoolCount } from "./random-operations";
import { move, openCampaign, type Story } from "./random-writes";

const db = useTestDatabase();

async function beginStory(work: Work): Promise<Story> {
  const owner = await findOrCreateOrganisation(work.tx, region);
  const story: Story = {
    uais: Array.from({ length: schoolCount }, (_, index) => composeUai(9_991_700 + index)),
    campaigns: [],
    applications: [],
    items: [],
    owner: owner.id,
    labelled: new Set(),
    made: 0,
  };
  for (let index = 0; index < schoolCount; index += 1) await move(work, index, index % 3, true);
  await openCampaign(work, story, 1);
  return story;
}

const countRows = async ({ tx }: Work, table: "rollup_deltas" | "rollup_totals") => {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from ${sql.identifier(table)}`,
  );
  return row?.count ?? 0;
};

describe("the roll-ups equal a fresh aggregate", () => {
  it("after any sequence of operations, and a recount finds nothing to mend", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 25, maxLength: 50 }), async (drawn) => {
        await db.inWork(async (work) => {
          const story = await beginStory(work);
          for (const each of drawn) await run(work, story, each);
          expect((await verifyRollups(work)).differences).toEqual([]);
          expect(await rebuildRollups(work)).toBe(0);
        });
      }),
      { numRuns: 6 },
    );
  }, 240_000);

  it("after fifty submissions at once in one département, while schools of it move and close", async () => {
    const drafts = await db.committed(async (work) => {
      const campaign = await insertCampaignDocument(
        work,
        buildSmallCampaign({ slug: "label-concurrent" }),
      );
      const made = [];
      for (let rank = 0; rank < 50; rank += 1) {
        const uai = await insertSchool(work, { rank: 600 + rank });
        const head = await insertActor(
          work,
          [{ role: "head", scopeKind: "school", scopeCode: uai }],
          { email: `direction-${uai.toLowerCase()}@exemple.fr` },
        );
        const application = await insertApplication(
          work.tx,
          {
            campaignId: campaign.id,
            applicantKind: "school",
            applicantCode: uai,
            createdBy: head.personId,
          },
          [uai],
        );
        if (!application) throw new Error("Candidature d’essai non créée.");
        await saveAnswers(work, application.id, completeAnswers, head.personId);
        made.push({ head, uai, applicationId: application.id });
      }
      return { campaign, made };
    });
    const submissions = drafts.made.map(({ head, applicationId }) =>
      db.committed(
        (work) =>
          submitApplication(work, scopeFor(head, "application.submit"), {
            applicationId,
            declared: true,
          }),
        head,
      ),
    );
    const imports = Array.from({ length: 10 }, (_, index) =>
      db.committed((work) =>
        insertSchool(work, {
          rank: 600 + index,
          ...(index % 2 === 0
            ? { departementCode: "30", communeCode: "30007", academieCode: "11" }
            : { open: false, state: "ferme" as const }),
        }),
      ),
    );
    const folds = Array.from({ length: 5 }, () => db.committed(({ tx }) => foldRollups(tx)));
    const results = await Promise.all(submissions);
    await Promise.all([...imports, ...folds]);
    expect(results.filter((result) => result.ok)).toHaveLength(50);
    await db.committed(async (work) => {
      await freezeReads(work.tx);
      const { campaigns, differences } = await verifyRollups(work);
      expect(campaigns).toBeGreaterThan(0);
      expect(differences).toEqual([]);
      const { facts } = await readDashboardCounts(work.tx, {
        regionCode: "76",
        campaignId: drafts.campaign.id,
        planId: null,
        programmeId: null,
        day: "2026-06-01",
      });
      const counted = facts.filter(({ schools }) => schools > 0);
      expect(counted.map(({ code, schools, submitted }) => [code, schools, submitted])).toEqual([
        ["12", 40, 40],
        ["30", 5, 5],
      ]);
    });
  }, 120_000);
});

describe("a school that moves while its application is being submitted", () => {
  it("is counted where it then stands", async () => {
    const gard = { departementCode: "30", communeCode: "30007", academieCode: "11" };
    const { id } = await db.committed(async (work) => {
      const slug = "label-deplacement";
      const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
      const uai = await insertSchool(work, { rank: 690 });
      const { personId: createdBy } = work.actor;
      const applicant = { applicantKind: "school", applicantCode: uai, createdBy } as const;
      const file = await insertApplication(work.tx, { campaignId: campaign.id, ...applicant }, [
        uai,
      ]);
      if (!file) throw new Error("Candidature d’essai non créée.");
      return file;
    });
    let letMoveBegin: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      letMoveBegin = resolve;
    });
    const submission = db.committed(async (work) => {
      await updateApplication(work.tx, id, { status: "submitted", submittedAt: work.now });
      letMoveBegin();
      // Long enough for a move that would not wait to read and write everything.
      await new Promise((resolve) => setTimeout(resolve, 1500));
    });
    await written;
    await db.committed((work) => insertSchool(work, { rank: 690, ...gard }));
    await submission;
    const { differences } = await db.committed((work) => verifyRollups(work));
    expect(differences).toEqual([]);
  }, 60_000);
});

describe("a delta", () => {
  it("is not written by a save, nor by a status that counts nothing else", async () => {
    await db.inWork(async (work) => {
      const story = await beginStory(work);
      await run(work, story, { what: "apply", school: 0, small: 0 });
      const [application] = story.applications;
      if (!application) throw new Error("Candidature d’essai non créée.");
      const before = await countRows(work, "rollup_deltas");
      await saveAnswers(work, application.id, completeAnswers, work.actor.personId);
      expect(await countRows(work, "rollup_deltas")).toBe(before);
      const submittedAt = new Date("2026-03-02T10:00:00Z");
      await updateApplication(work.tx, application.id, { status: "submitted", submittedAt });
      expect(await countRows(work, "rollup_deltas")).toBe(before + 1);
      await updateApplication(work.tx, application.id, { status: "examined", examinedScore: 80 });
      expect(await countRows(work, "rollup_deltas")).toBe(before + 1);
    });
  });

  it("is folded without changing a figure, and never rewritten by the application", async () => {
    await db.inWork(async (work) => {
      await beginStory(work);
      const waiting = await countRows(work, "rollup_deltas");
      expect(waiting).toBeGreaterThan(0);
      expect(await foldRollups(work.tx)).toBe(waiting);
      expect(await countRows(work, "rollup_deltas")).toBe(0);
      expect(await foldRollups(work.tx)).toBe(0);
      expect((await verifyRollups(work)).differences).toEqual([]);
    });
  });

  it.each([
    ["rewrite a delta", sql`update rollup_deltas set amount = 0`],
    ["delete a delta", sql`delete from rollup_deltas`],
    [
      "add to the totals",
      sql`insert into rollup_totals select subject_id, departement_code, measure, day, amount from rollup_deltas`,
    ],
    ["rewrite a total", sql`update rollup_totals set amount = 0`],
    ["rewrite a sum that is read", sql`update rollup_sums set amount = 0`],
    ["rewrite a day that is read", sql`delete from rollup_paces`],
  ])("the application’s role may not %s", async (_what, statement) => {
    await expect(db.inWork(({ tx }) => tx.execute(statement))).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied/) },
    });
  });
});

describe("verification and recounting", () => {
  it("name a wrong figure, mend it and journal how many were wrong", async () => {
    await db.inWork(async (work) => {
      const story = await beginStory(work);
      const campaignId = story.campaigns[0]?.id ?? "";
      expect((await verifyRollups(work)).differences).toEqual([]);
      await work.tx.execute(sql`insert into rollup_deltas (subject_id, departement_code, measure, amount, cause)
        values (${campaignId}::uuid, '12', 'schools', 7, 'directory')`);
      const { differences } = await verifyRollups(work);
      expect(differences).toMatchObject([{ place: "12", measure: "schools" }]);
      expect((differences[0]?.rolledUp ?? 0) - (differences[0]?.fresh ?? 0)).toBe(7);
      expect(await rebuildRollups(work)).toBe(1);
      expect((await verifyRollups(work)).differences).toEqual([]);
      const [entry] = await listJournal(work.tx, { kind: "rollups", id: "all" });
      expect(entry).toMatchObject({ action: "rollups.rebuilt" });
    });
  });

  it("write what is read anew when it no longer follows the totals", async () => {
    await db.inWork(async (work) => {
      const story = await beginStory(work);
      await run(work, story, { what: "apply", school: 0, small: 0 });
      await foldRollups(work.tx);
      await work.tx.execute(sql`reset role`);
      await work.tx.execute(
        sql`update rollup_sums set amount = amount + 1 where measure = 'schools'`,
      );
      await work.tx.execute(sql`delete from rollup_paces`);
      const { differences } = await verifyRollups(work);
      const measures = new Set(differences.map(({ measure }) => measure.split(" ")[0]));
      expect(measures).toEqual(new Set(["schools", "submitted"]));
      expect(await rebuildRollups(work)).toBeGreaterThan(0);
      expect((await verifyRollups(work)).differences).toEqual([]);
      expect(await rebuildRollups(work)).toBe(0);
    });
  });

  it("fill the roll-ups of a base older than them, and leave others alone", async () => {
    await db.inWork(async (work) => {
      await beginStory(work);
      await work.tx.execute(sql`reset role`);
      await work.tx.execute(sql`delete from rollup_deltas`);
      await work.tx.execute(sql`delete from rollup_totals`);
      await buildMissingRollups(work.tx);
      expect((await verifyRollups(work)).differences).toEqual([]);
      const built = await countRows(work, "rollup_deltas");
      expect(built).toBeGreaterThan(0);
      await buildMissingRollups(work.tx);
      expect(await countRows(work, "rollup_deltas")).toBe(built);
    });
  });
});
