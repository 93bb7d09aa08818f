import { describe, expect, it } from "vitest";
import { compileQuestionnaire } from "~/domain/maturity/compile-questionnaire";
import { questionSchema } from "~/domain/questionnaire/schema";
import { markName } from "~/features/answer-questionnaire/form-names";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { saveSection } from "~/features/answer-questionnaire/save-section.server";
import { readSection } from "~/features/answer-questionnaire/section-state";
import { typedOfAnswer } from "~/features/answer-questionnaire/typed-fields";
import { accept } from "~tests/domain/campaign/build-document";
import { buildDraft } from "~tests/factories/draft-application";
import { buildQuestionnaireDocument } from "~tests/factories/questionnaire-campaign";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

/** A block whose fields are bounded by their row, by another answer and by the school. */
const block = {
  id: "lots",
  kind: "repeatable",
  title: "Lots",
  questions: [
    { id: "recus", kind: "integer", title: "Reçus", max: { school: "pupils.total" } },
    {
      id: "prets",
      kind: "integer",
      title: "Prêtés",
      min: { answer: "plancher" },
      max: { field: "recus" },
    },
    {
      id: "motif",
      kind: "short-text",
      title: "Motif",
      maxLength: 5,
      visibleWhen: { lt: [{ field: "prets" }, { field: "recus" }] },
    },
  ],
};
const document = {
  kind: "contract",
  questionnaire: {
    revision: 1,
    sections: [
      {
        id: "s",
        title: "S",
        questions: [{ id: "plancher", kind: "integer", title: "Plancher" }, block],
      },
    ],
  },
  axes: [],
  scoringGrid: [],
  levels: [],
};

const readBlock = () => questionSchema.parse(block);
/** Mark of a form that showed nothing there yet. */
const unseen = `0:${"0".repeat(16)}`;

type Lot = { recus: number; prets: number; motif?: string };
const rowsOf = (lots: readonly Lot[]) =>
  lots.map((values, index) => ({ id: `r${index}`, values: { ...values } }));

// The school has 1,142 pupils, and the answer « plancher » is 2.
const cases: [string, Lot[], string | null][] = [
  ["within every bound", [{ recus: 1142, prets: 1142 }], null],
  ["at the least", [{ recus: 2, prets: 2 }], null],
  ["above the school’s pupils", [{ recus: 1143, prets: 2 }], "r0.recus"],
  [
    "above its own row, not another",
    [
      { recus: 9, prets: 9 },
      { recus: 3, prets: 4 },
    ],
    "r1.prets",
  ],
  [
    "below another answer",
    [
      { recus: 9, prets: 9 },
      { recus: 3, prets: 1 },
    ],
    "r1.prets",
  ],
  ["a field shown is checked", [{ recus: 9, prets: 8, motif: "trop long" }], "r0.motif"],
  ["a field hidden is not", [{ recus: 9, prets: 9, motif: "trop long" }], null],
];

describe("bounds of the fields of a row", () => {
  it.each(cases)("in the browser: %s", (_name, lots, expected) => {
    const { questionnaire } = accept(buildQuestionnaireDocument(document));
    const [section] = questionnaire.sections;
    if (!section) throw new Error("Section d’essai absente.");
    const { faults } = readSection(
      compileQuestionnaire({ questionnaire }),
      { section, school: { pupils: { total: 1142 } }, otherAnswers: {} },
      { plancher: { "q.plancher": ["2"] }, lots: typedOfAnswer(readBlock(), rowsOf(lots), {}) },
      {},
    );
    const fault = faults.lots;
    expect(fault ? `${fault.rowId}.${fault.fieldId}` : null).toBe(expected);
  });

  it.each(cases)("on the server: %s", async (_name, lots, expected) => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 1, document);
      const save = (questionId: string, value: unknown) =>
        saveAnswer(work, draft.scope, {
          applicationId: draft.applicationId,
          questionId,
          value,
          baseVersion: 0,
        });
      await save("plancher", 2);
      const result = await save("lots", rowsOf(lots));
      const refused = !result.ok && "rowId" in result ? `${result.rowId}.${result.fieldId}` : null;
      expect([result.ok, refused]).toEqual([expected === null, expected]);
    });
  });

  it.each(cases)("in a form without JavaScript: %s", async (_name, lots, expected) => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work, 1, document);
      const result = await saveSection(work, draft.scope, {
        applicationId: draft.applicationId,
        sectionId: "s",
        entries: [
          ["q.plancher", "2"],
          ...Object.entries(typedOfAnswer(readBlock(), rowsOf(lots), {})).flatMap(([name, texts]) =>
            texts.map((text) => [name, text] as const),
          ),
          [markName("plancher"), unseen],
          [markName("lots"), unseen],
        ],
      });
      const [problem] = result.ok || !("problems" in result) ? [] : result.problems;
      const refused = problem ? `${problem.rowId}.${problem.fieldId}` : null;
      expect([result.ok, refused]).toEqual([expected === null, expected]);
    });
  });
});
