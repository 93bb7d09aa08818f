import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { searchQuestionsView } from "~/features/search-questions/search-questions-view.server";
import type { Work } from "~db/work.server";
import { buildDraft } from "~tests/factories/draft-application";
import { insertActor } from "~tests/factories/person";
import { saveAnswers } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

const search = (work: Work, actor: Actor, id: string, query: string) =>
  searchQuestionsView({ ...work, actor }, scopeFor(actor, "application.read"), id, query);

describe("finding a question of a file", () => {
  it("gives each with its section, its number, whether it is answered, and where", async () => {
    await db.inWork(async (work) => {
      const { applicationId, head } = await buildDraft(work);
      await saveAnswers(work, applicationId, { part: 40, debit: 1.5 }, head.personId);
      const view = await search(work, head, applicationId, "  quelle PART  ");
      expect(view?.query).toBe("quelle PART");
      const to = (id: string) => `/candidatures/${applicationId}/section/pilotage#question-${id}`;
      expect(view?.sections).toEqual([
        {
          id: "pilotage",
          number: 1,
          title: "Pilotage",
          questions: [
            {
              id: "part",
              number: "1.6",
              title: "Quelle part des classes participe ?",
              state: "answered",
              to: to("part"),
            },
            {
              id: "services",
              number: "1.11",
              title: "Quelle part des enseignants utilise chaque service ?",
              state: "missing",
              to: to("services"),
            },
          ],
        },
      ]);
    });
  });

  it("finds only what is asked of this file", async () => {
    await db.inWork(async (work) => {
      const { applicationId, head } = await buildDraft(work);
      const found = async () => (await search(work, head, applicationId, "élèves"))?.sections;
      expect(await found()).toEqual([]);
      await saveAnswers(work, applicationId, { projet: true }, head.personId);
      expect(await found()).toMatchObject([{ questions: [{ id: "eleves", number: "1.1.1" }] }]);
    });
  });

  it("leads whoever does not write a section to its reading", async () => {
    await db.inWork(async (work) => {
      const { applicationId, campaignId, uai } = await buildDraft(work);
      const officer = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]);
      const limited = await insertActor(work, [
        {
          role: "school-member",
          scopeKind: "school",
          scopeCode: uai,
          campaignId,
          sections: ["suite"],
        },
      ]);
      const firstOf = async (actor: Actor, query: string) =>
        (await search(work, actor, applicationId, query))?.sections[0]?.questions[0]?.to;
      expect(await firstOf(officer, "bilan")).toMatch(/\/relire#reponse-bilan$/);
      expect(await firstOf(limited, "bilan")).toMatch(/\/section\/suite#question-bilan$/);
      expect(await firstOf(limited, "budget montant")).toBeUndefined();
      expect(await firstOf(limited, "montant")).toMatch(/\/relire#reponse-budget$/);
    });
  });

  it("finds nothing for nothing, and is not there out of scope", async () => {
    await db.inWork(async (work) => {
      const { applicationId, head } = await buildDraft(work);
      const view = await search(work, head, applicationId, "");
      expect(view).toMatchObject({ query: "", sections: [] });
      expect(view?.questionCount).toBeGreaterThan(10);
      const stranger = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: "0120001A" },
      ]);
      expect(await search(work, stranger, applicationId, "budget")).toBeUndefined();
    });
  });
});
