import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { applicationsView } from "~/features/create-application/applications-view.server";
import { insertApplication } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { askFor, recordOn } from "~tests/factories/formal-file";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

/** How many statements a page sends. */
async function countOf(page: () => Promise<unknown>): Promise<number> {
  const before = db.statementCount();
  await page();
  return db.statementCount() - before;
}

/** A head of `count` lycées, each with an application. */
async function headOf(work: Work, count: number) {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign());
  const uais: string[] = [];
  for (let rank = 1; rank <= count; rank += 1) {
    const uai = await insertSchool(work, { rank });
    uais.push(uai);
  }
  const head = await insertActor(
    work,
    uais.map((scopeCode) => ({ role: "head", scopeKind: "school", scopeCode }) as const),
  );
  for (const uai of uais) {
    const made = { applicantKind: "school", applicantCode: uai } as const;
    const application = { ...made, campaignId: campaign.id, createdBy: head.personId };
    await insertApplication(work.tx, application, [uai]);
  }
  return head;
}

describe("the statements of a page", () => {
  it("« Mes candidatures » sends as many for 50 applications as for one", async () => {
    const costs: number[] = [];
    for (const count of [1, 50]) {
      await db.inWork(async (work) => {
        const head = await headOf(work, count);
        const actor = { ...work, actor: head };
        const scope = scopeFor(head, "application.read");
        const cost = await countOf(async () => {
          const { applications } = await applicationsView(actor, scope);
          expect(applications).toHaveLength(count);
        });
        costs.push(cost);
      });
    }
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeLessThanOrEqual(8);
  });

  it("the home of a draft sends few, whatever its sections and its team", async () => {
    await db.inWork(async (work) => {
      const { applicationId, head, uai } = await insertStarted(work);
      const cost = () =>
        countOf(() =>
          applicationHomeView(
            { ...work, actor: head },
            scopeFor(head, "application.read"),
            applicationId,
          ),
        );
      const alone = await cost();
      for (let rank = 0; rank < 12; rank += 1) {
        await insertActor(work, [{ role: "school-member", scopeKind: "school", scopeCode: uai }]);
      }
      expect(await cost()).toBe(alone);
      expect(alone).toBeLessThanOrEqual(12);
    });
  });

  it("the home of a draft that owes an act and an opinion sends one more, whatever is there", async () => {
    await db.inWork(async (work) => {
      const formalActs = { deliberation: "required", endorsement: "required" };
      const { applicationId, head } = await insertStarted(work, { campaign: { formalActs } });
      const acting = { ...work, actor: head };
      const scope = scopeFor(head, "application.read");
      const cost = () => countOf(() => applicationHomeView(acting, scope, applicationId));
      const empty = await cost();
      expect((await recordOn(acting, applicationId)).ok).toBe(true);
      expect((await askFor(acting, applicationId)).ok).toBe(true);
      expect(await cost()).toBe(empty);
      expect(empty).toBeLessThanOrEqual(13);
    });
  });
});
