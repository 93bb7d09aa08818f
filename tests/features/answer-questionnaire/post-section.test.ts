import { describe, expect, it } from "vitest";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { listAnswers } from "~db/repositories/applications.server";
import { buildDraft } from "~tests/factories/draft-application";
import { useTestDatabase } from "~tests/support/database";

import { formOf, post, section, valuesOf } from "~tests/support/section-form";

const db = useTestDatabase();

describe("the form of a section, sent without JavaScript", () => {
  it("saves what changed, in one go, and leads to the next section", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const form = await formOf(work, draft, {
        "q.intitule": " Ondes du Tarn ",
        "q.budget": "12 400,50 €",
        "q.part": "22,5",
        "q.projet": "no",
        "q.services.cahier": "tous",
        "q.frequence.na": "on",
        "q.actions.0._id": "ligne-1",
        "q.actions.0.titre": "Webradio",
        "q.actions.0.classes": "3",
      });
      form.append("q.membres", "direction");
      form.append("q.membres", "enseignants");
      const result = await post(work, draft, form);
      expect(result).toEqual({ ok: true, to: section(draft, "suite") });
      expect(await valuesOf(work, draft)).toEqual({
        intitule: "Ondes du Tarn",
        budget: 1_240_050,
        part: 22.5,
        projet: false,
        services: { cahier: "tous" },
        frequence: { notApplicable: true },
        actions: [{ id: "ligne-1", values: { titre: "Webradio", classes: 3 } }],
        membres: ["direction", "enseignants"],
      });
    });
  });

  it("writes nothing when nothing changed, even when somebody wrote meanwhile", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const save = (value: string, baseVersion: number) =>
        saveAnswer(work, draft.scope, {
          applicationId: draft.applicationId,
          questionId: "intitule",
          value,
          baseVersion,
        });
      await save("Première", 0);
      const form = await formOf(work, draft, { "q.resume": "Autre chose" });
      await save("Deuxième", 1);
      const result = await post(work, draft, form);
      expect(result.ok).toBe(true);
      const rows = await listAnswers(work.tx, draft.applicationId);
      expect(rows.map(({ questionId, value, version }) => [questionId, value, version])).toEqual([
        ["intitule", "Deuxième", 2],
        ["resume", "Autre chose", 1],
      ]);
    });
  });

  it("gives back both versions of what somebody else changed, then keeps the one chosen", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const mine = { ...work, actor: draft.head };
      const form = await formOf(mine, draft, { "q.intitule": "La mienne", "q.resume": "Résumé" });
      const theirs = { ...work, actor: draft.colleague };
      await saveAnswer(theirs, draft.scope, {
        applicationId: draft.applicationId,
        questionId: "intitule",
        value: "Celle de Karim",
        baseVersion: 0,
      });
      const result = await post(mine, draft, form);
      expect(result).toMatchObject({ ok: false, reason: "to-correct", status: 409 });
      if (result.ok || result.reason !== "to-correct") throw new Error("conflit attendu");
      const [problem] = result.problems;
      expect(problem).toMatchObject({
        questionId: "intitule",
        typed: { "q.intitule": ["La mienne"] },
        conflict: { author: "Karim Benslimane", mine: "La mienne", theirs: "Celle de Karim" },
      });
      // The other answer of the form was saved; the disputed one was not overwritten.
      expect(await valuesOf(work, draft)).toEqual({
        intitule: "Celle de Karim",
        resume: "Résumé",
      });
      const choice = { "v.intitule": problem?.mark ?? "", "q.intitule": "La mienne" };
      const theirsKept = await formOf(mine, draft, { ...choice, "choix.intitule": "theirs" });
      expect((await post(mine, draft, theirsKept)).ok).toBe(true);
      expect((await valuesOf(work, draft)).intitule).toBe("Celle de Karim");
      const mineKept = await formOf(mine, draft, { ...choice, "choix.intitule": "mine" });
      expect((await post(mine, draft, mineKept)).ok).toBe(true);
      expect((await valuesOf(work, draft)).intitule).toBe("La mienne");
    });
  });

  it("gives back what cannot be kept as it was typed, and saves the rest", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const form = await formOf(work, draft, {
        "q.projet": "yes",
        "q.eleves": "1 420",
        "q.budget": "beaucoup",
        "q.intitule": "Gardé",
      });
      const result = await post(work, draft, form);
      if (result.ok || result.reason !== "to-correct") throw new Error("correction attendue");
      expect(result.status).toBe(422);
      expect(
        result.problems.map(({ questionId, message, typed }) => [questionId, message, typed]),
      ).toEqual([
        ["eleves", "Indiquez un nombre entre 0 et 1\u00a0142.", { "q.eleves": ["1 420"] }],
        [
          "budget",
          "Indiquez un montant en euros, avec deux décimales au plus.",
          { "q.budget": ["beaucoup"] },
        ],
      ]);
      expect(await valuesOf(work, draft)).toEqual({ projet: true, intitule: "Gardé" });
    });
  });

  it("stays where new questions are asked, and then goes on", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const first = await formOf(work, draft, { "q.bilan": "yes" }, "suite");
      expect(await post(work, draft, first, "suite")).toEqual({
        ok: true,
        to: `${section(draft, "suite")}?suite#question-bilan-public`,
      });
      const second = await formOf(work, draft, { "q.bilan-public": "no" }, "suite");
      expect(await post(work, draft, second, "suite")).toEqual({
        ok: true,
        to: `/candidatures/${draft.applicationId}/relire`,
      });
    });
  });

  it("adds and removes a row with the form's own buttons", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const rows = {
        "q.actions.0._id": "ligne-1",
        "q.actions.0.titre": "Webradio",
        "q.actions.1._id": "ligne-2",
        "q.actions.1.titre": "Cartographie",
      };
      const adding = await formOf(work, draft, { ...rows, _ajouter: "actions" });
      expect(await post(work, draft, adding)).toMatchObject({
        ok: true,
        to: `${section(draft, "pilotage")}?ligne=actions#question-actions`,
      });
      const removing = await formOf(work, draft, { _retirer: "actions:0" });
      expect((await post(work, draft, removing)).ok).toBe(true);
      expect((await valuesOf(work, draft)).actions).toEqual([
        { id: "ligne-2", values: { titre: "Cartographie" } },
      ]);
    });
  });

  it("finds a commune by its name, and asks which when several bear it", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const one = await formOf(work, draft, { "q.commune": "millau" });
      expect((await post(work, draft, one)).ok).toBe(true);
      expect((await valuesOf(work, draft)).commune).toBe("12145");
      const several = await formOf(work, draft, { "q.commune": "Saint-Denis" });
      const result = await post(work, draft, several);
      if (result.ok || result.reason !== "to-correct") throw new Error("choix attendu");
      expect(result.problems[0]?.message).toContain("Saint-Denis (93066)");
      expect((await valuesOf(work, draft)).commune).toBe("12145");
      const unknown = await formOf(work, draft, { "q.commune": "Nulle-Part-sur-Rien" });
      expect(await post(work, draft, unknown)).toMatchObject({ reason: "to-correct", status: 422 });
    });
  });

  it("survives a form that is not ours", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const form = new FormData();
      for (const id of ["intitule", "eleves", "actions", "services", "commune", "inconnue"]) {
        form.set(`v.${id}`, "n’importe quoi");
        form.set(`q.${id}`, "\0\ud800");
        form.set(`q.${id}.0.titre`, "\0");
        form.set(`q.${id}.cahier`, "inconnu");
      }
      form.set("_retirer", "::::");
      form.set("_ajouter", "../..");
      form.set("_retirer-preuve", "'; drop table proofs");
      const result = await post(work, draft, form);
      expect(result).toMatchObject({ ok: false, reason: "to-correct", status: 422 });
      expect(await post(work, draft, form, "inconnue")).toMatchObject({ reason: "not-found" });
    });
  });
});
