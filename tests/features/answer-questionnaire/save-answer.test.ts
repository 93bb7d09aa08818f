import { describe, expect, it } from "vitest";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { listSignedAnswers } from "~db/repositories/answers.server";
import { listAnswers, updateApplication } from "~db/repositories/applications.server";
import { listJournal } from "~db/repositories/journal.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

const answerOf = (draft: Draft, questionId: string, value: unknown, baseVersion = 0) => ({
  applicationId: draft.applicationId,
  questionId,
  value,
  baseVersion,
});

describe("saveAnswer", () => {
  it("creates, replaces and clears an answer, one version each time, with its journal", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const mine = { ...work, actor: draft.head };
      const results = [
        await saveAnswer(mine, draft.scope, answerOf(draft, "intitule", "Ondes du Tarn")),
        await saveAnswer(mine, draft.scope, answerOf(draft, "intitule", "Ondes", 1)),
        await saveAnswer(mine, draft.scope, answerOf(draft, "intitule", "", 2)),
      ];
      expect(results.map((result) => result.ok && result.version)).toEqual([1, 2, 3]);
      const [answer] = await listSignedAnswers(work.tx, draft.applicationId);
      expect(answer).toMatchObject({ value: null, version: 3, author: "Hélène Castagné" });
      const lines = await listJournal(work.tx, {
        kind: "answer",
        id: `${draft.applicationId}/intitule`,
      });
      expect(lines.map(({ action, before, after }) => [action, before, after])).toEqual([
        ["answer.saved", { value: null, version: 0 }, { value: "Ondes du Tarn", version: 1 }],
        ["answer.saved", { value: "Ondes du Tarn", version: 1 }, { value: "Ondes", version: 2 }],
        ["answer.saved", { value: "Ondes", version: 2 }, { value: null, version: 3 }],
      ]);
    });
  });

  it.each(["2026", "true", "null", '{"a":1}', '"entre guillemets"', "l’été"])(
    "gives back the text %s as a text, never as what it looks like",
    async (text) => {
      await db.inWork(async (work) => {
        const draft = await buildDraft(work);
        await saveAnswer(work, draft.scope, answerOf(draft, "intitule", "avant"));
        await saveAnswer(work, draft.scope, answerOf(draft, "intitule", text, 1));
        const [answer] = await listAnswers(work.tx, draft.applicationId);
        expect(answer?.value).toBe(text);
      });
    },
  );

  it("refuses a stale save with both what is there and who wrote it", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const theirs = { ...work, actor: draft.colleague };
      const mine = { ...work, actor: draft.head };
      await saveAnswer(theirs, draft.scope, answerOf(draft, "intitule", "Version de Karim"));
      const stale = await saveAnswer(mine, draft.scope, answerOf(draft, "intitule", "La mienne"));
      const beyond = await saveAnswer(
        mine,
        draft.scope,
        answerOf(draft, "intitule", "La mienne", 7),
      );
      for (const result of [stale, beyond]) {
        expect(result).toEqual({
          ok: false,
          reason: "stale",
          current: {
            value: "Version de Karim",
            version: 1,
            author: "Karim Benslimane",
            isYours: false,
            savedAt: work.now.toISOString(),
          },
        });
      }
    });
  });

  it("says that nothing is there to who starts from a version that never was", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const result = await saveAnswer(work, draft.scope, answerOf(draft, "intitule", "Seul", 3));
      expect(result).toMatchObject({ ok: false, reason: "stale", current: { version: 0 } });
    });
  });

  it.each([
    ["eleves", 1143, "Indiquez un nombre entre 0 et 1\u00a0142."],
    ["eleves", "beaucoup", "Indiquez un nombre entier, en chiffres."],
    ["intitule", "x".repeat(81), "Raccourcissez ce texte"],
    ["intitule", "nul\u0000ici", "Retirez les caractères illisibles"],
    ["intitule", "moitié \ud800", "Retirez les caractères illisibles"],
    ["membres", ["aucun", "direction"], "Gardez « Personne » seul"],
    ["preuve", [], "Joignez ou retirez les fichiers"],
    ["moitie-du-budget", 12, "Cette ligne ne se remplit pas"],
  ])("refuses %s = %j and says what to do", async (questionId, value, message) => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const result = await saveAnswer(work, draft.scope, answerOf(draft, questionId, value));
      expect(result).toMatchObject({ ok: false, reason: "invalid" });
      expect(result.ok === false && "message" in result && result.message).toContain(message);
      expect(await listAnswers(work.tx, draft.applicationId)).toEqual([]);
    });
  });

  it("accepts the bound itself, and a value that another answer allows", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const result = await saveAnswer(work, draft.scope, answerOf(draft, "eleves", 1142));
      expect(result).toMatchObject({ ok: true, version: 1, value: 1142 });
    });
  });

  it("knows neither the questions nor the files of others", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 1);
      const other = await buildDraft(work, 2);
      const results = [
        await saveAnswer(work, draft.scope, answerOf(draft, "inconnue", "x")),
        await saveAnswer(work, draft.scope, answerOf(other, "intitule", "x")),
        await saveAnswer(work, [], answerOf(draft, "intitule", "x")),
        await saveAnswer(work, draft.scope, {
          ...answerOf(draft, "intitule", "x"),
          applicationId: "pas-un-identifiant",
        }),
      ];
      for (const result of results) expect(result).toEqual({ ok: false, reason: "not-found" });
    });
  });

  it("keeps a draft after the deadline, and refuses once it is submitted", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const late = { ...work, now: new Date("2027-01-01T00:00:00Z") };
      const kept = await saveAnswer(late, draft.scope, answerOf(draft, "intitule", "Tard"));
      expect(kept.ok).toBe(true);
      await updateApplication(work.tx, draft.applicationId, {
        status: "submitted",
        submittedAt: work.now,
      });
      const refused = await saveAnswer(late, draft.scope, answerOf(draft, "intitule", "Trop", 1));
      expect(refused).toEqual({ ok: false, reason: "closed" });
    });
  });
});

describe("fifty saves of the same answer from the same version", () => {
  it.each([0, 1])("base version %i: exactly one wins, and is what is kept", async (baseVersion) => {
    const draft = await db.committed((work) => buildDraft(work, 10 + baseVersion));
    if (baseVersion === 1) {
      await db.committed((work) => saveAnswer(work, draft.scope, answerOf(draft, "intitule", "0")));
    }
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, rank) =>
        db.committed((work) =>
          saveAnswer(work, draft.scope, answerOf(draft, "intitule", `essai ${rank}`, baseVersion)),
        ),
      ),
    );
    const winners = results.filter((result) => result.ok);
    expect(winners).toHaveLength(1);
    const [winner] = winners;
    const kept = await db.committed((work) => listAnswers(work.tx, draft.applicationId));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      value: winner?.ok ? winner.value : "personne",
      version: baseVersion + 1,
    });
    for (const result of results) {
      if (!result.ok)
        expect(result).toMatchObject({ reason: "stale", current: { version: baseVersion + 1 } });
    }
    const lines = await db.committed((work) =>
      listJournal(work.tx, { kind: "answer", id: `${draft.applicationId}/intitule` }),
    );
    expect(lines).toHaveLength(baseVersion + 1);
  });
});
