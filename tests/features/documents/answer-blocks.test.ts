import { describe, expect, it } from "vitest";
import { questionSchema } from "~/domain/questionnaire/schema";
import { answerBlocks } from "~/features/documents/answer-blocks";

const question = (fields: Record<string, unknown>) =>
  questionSchema.parse({ id: "q", title: "Question", ...fields });
const choices = [
  { id: "a", label: "Direction ; vie scolaire" },
  { id: "b", label: "Enseignants" },
];
const paragraph = (text: string) => ({ kind: "paragraph", text });

describe("an answer in a document", () => {
  it.each([
    ["no answer", { kind: "short-text" }, undefined, []],
    ["a cleared answer", { kind: "short-text" }, "", []],
    [
      "a number with its unit",
      { kind: "integer", unit: "élèves" },
      1142,
      ["1\u00a0142\u00a0élèves"],
    ],
    [
      "« sans objet »",
      { kind: "yes-no", notApplicable: true },
      { notApplicable: true },
      ["Sans objet"],
    ],
    ["a text in paragraphs", { kind: "long-text" }, "Un.\n\n Deux.\n", ["Un.", " Deux."]],
    [
      "what a computation gives",
      { kind: "calculated", expr: 1, display: "money" },
      125_000,
      ["1\u00a0250\u00a0€"],
    ],
  ] as const)("%s", (_case, fields, value, texts) => {
    expect(answerBlocks(question(fields), value, [])).toEqual(texts.map(paragraph));
  });

  it("several choices are a list, whatever their labels hold", () => {
    const several = question({ kind: "multiple-choice", options: choices });
    expect(answerBlocks(several, ["a", "b"], [])).toEqual([
      { kind: "list", items: ["Direction ; vie scolaire", "Enseignants"] },
    ]);
  });

  it("a table of choices is a table, without the rows that have no answer", () => {
    const matrix = question({
      kind: "matrix",
      rows: [...choices, { id: "c", label: "Parents" }],
      columns: [
        { id: "oui", label: "Oui" },
        { id: "non", label: "Non" },
      ],
    });
    expect(answerBlocks(matrix, { a: "oui", b: "non" }, [])).toEqual([
      {
        kind: "table",
        rows: [
          ["Direction ; vie scolaire", "Oui"],
          ["Enseignants", "Non"],
        ],
      },
    ]);
  });

  it("repeated rows are a list, one item a row", () => {
    const rows = question({
      kind: "repeatable",
      questions: [
        { id: "titre", kind: "short-text", title: "Intitulé" },
        { id: "classes", kind: "integer", title: "Classes" },
      ],
    });
    const value = [
      { id: "1", values: { titre: "Webradio", classes: 3 } },
      { id: "2", values: { titre: "Fablab" } },
    ];
    expect(answerBlocks(rows, value, [])).toEqual([
      {
        kind: "list",
        items: ["Intitulé\u00a0: Webradio\u00a0; Classes\u00a0: 3", "Intitulé\u00a0: Fablab"],
      },
    ]);
  });

  it("files are told by name, size and what the antivirus said, never « sain »", () => {
    const files = question({ kind: "file" });
    const proof = { name: "projet.pdf", size: 12_400, signature: null } as const;
    expect(
      answerBlocks(files, undefined, [
        { ...proof, scan: "clear" },
        { ...proof, scan: "unscanned" },
        { ...proof, scan: "waiting" },
        { ...proof, scan: "infected", signature: "Eicar" },
      ]),
    ).toEqual([
      {
        kind: "list",
        items: [
          "projet.pdf, 12\u00a0ko. Analyse antivirus\u00a0: rien détecté",
          "projet.pdf, 12\u00a0ko. Non analysé",
          "projet.pdf, 12\u00a0ko. Analyse antivirus en cours",
          "projet.pdf, 12\u00a0ko. Refusé\u00a0: l’antivirus a reconnu «\u00a0Eicar\u00a0»",
        ],
      },
    ]);
    expect(answerBlocks(files, undefined, [])).toEqual([]);
  });
});
