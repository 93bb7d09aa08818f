import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffAnswers } from "~/domain/questionnaire/diff-answers";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import {
  parseFormAnswer,
  parseFrenchCents,
  parseFrenchNumber,
} from "~/domain/questionnaire/parse-form-answer";
import { buildReader } from "~/domain/questionnaire/read-value";
import { questionSchema } from "~/domain/questionnaire/schema";
import type { Question } from "~/domain/questionnaire/types";
import { validateAnswer } from "~/domain/questionnaire/validate-answer";
import { numberQuestions } from "~/domain/questionnaire/walk";

const option = (id: string) => ({ id, label: id.toUpperCase() });
const ask = (kind: string, extra: object = {}): Question =>
  questionSchema.parse({ id: "q", kind, title: "Q", ...extra });
const choices = { options: [option("a"), option("b"), option("aucun")], exclusive: "aucun" };
const matrix = ask("matrix", {
  rows: [option("r1"), option("r2")],
  columns: [option("jamais"), option("souvent")],
});
const block = ask("repeatable", {
  max: 2,
  questions: [
    { id: "nom", kind: "short-text", title: "Nom", maxLength: 5 },
    { id: "prix", kind: "money", title: "Prix" },
  ],
});
const file = { id: "1", name: "a.PDF", size: 10, sha256: "0" };

const questions: Question[] = [
  ask("short-text", { maxLength: 5 }),
  ask("integer", { notApplicable: true }),
  ask("decimal"),
  ask("money"),
  ask("percentage"),
  ask("date"),
  ask("yes-no"),
  ask("multiple-choice", choices),
  ask("scale", { steps: [option("a"), option("b")] }),
  matrix,
  block,
  ask("file"),
  ask("school"),
  ask("commune"),
  ask("information"),
];

describe("validateAnswer", () => {
  it.each<[Question, unknown, string | true, object?]>([
    [ask("integer"), 1420, "Indiquez un nombre entre 0 et 1\u00a0142.", { min: 0, max: 1142 }],
    [ask("integer"), 1142, true, { min: 0, max: 1142 }],
    [ask("integer"), -1, "Indiquez un nombre d’au moins 0.", { min: 0 }],
    [ask("integer"), 1.5, "Indiquez un nombre entier, en chiffres."],
    [ask("money"), 50, "Indiquez un montant d’au moins 1\u00a0€.", { min: 100 }],
    [ask("percentage"), 100, true],
    [ask("percentage"), 100.5, "Indiquez un taux entre 0\u00a0% et 100\u00a0%."],
    [ask("date"), "2026-02-30", "Indiquez une date qui existe, sous la forme jour, mois, année."],
    [
      ask("date"),
      "2026-02-01",
      "Indiquez une date à partir du 1er\u00a0mars 2026.",
      { min: "2026-03-01" },
    ],
    [ask("short-text", { maxLength: 5 }), "abcde", true],
    [
      ask("short-text", { maxLength: 5 }),
      "abcdef",
      "Raccourcissez ce texte : 5 caractères au plus, 1 de trop.",
    ],
    [ask("multiple-choice", choices), ["a", "aucun"], "Gardez « AUCUN » seul, ou décochez-le."],
    [ask("multiple-choice", choices), ["aucun"], true],
    [ask("school"), "0310036X", "Indiquez un UAI : sept chiffres puis une lettre, comme 0310036M."],
    [ask("commune"), "2A004", true],
    [ask("file"), [file], true],
    [ask("file"), [{ ...file, name: "a.exe" }], "Joignez « a.exe » dans un de ces formats : PDF."],
    [matrix, { r1: "souvent" }, true],
    [matrix, { r3: "souvent" }, "Choisissez, à chaque ligne, une des réponses du tableau."],
    [block, [{ id: "1", values: { nom: "Vidéo" } }], true],
    [
      block,
      [{ id: "1", values: { nom: "Vidéos" } }],
      "Nom : Raccourcissez ce texte : 5 caractères au plus, 1 de trop.",
    ],
    [
      ask("yes-no"),
      { notApplicable: true },
      "Répondez à cette question : « sans objet » n’y est pas prévu.",
    ],
    [ask("yes-no", { notApplicable: true }), { notApplicable: true }, true],
    [ask("yes-no"), null, true],
  ])("%#", (question, value, expected, bounds = {}) => {
    const check = validateAnswer(question, value, { bounds });
    expect(
      check.ok
        ? true
        : check.message
            .replaceAll("\u00a0:", " :")
            .replaceAll("«\u00a0", "« ")
            .replaceAll("\u00a0»", " »"),
    ).toBe(expected);
  });

  it("is total, and what it accepts the evaluator reads as an answer", () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.jsonValue(), (question, value) => {
        const check = validateAnswer(question, value);
        const read = buildReader(question)(value);
        expect(formatAnswer(question, value)).toBeTypeOf("string");
        if (check.ok && check.value === null && question.kind !== "repeatable")
          expect(typeof read).toBe("symbol");
      }),
      { numRuns: 500 },
    );
  });
});

describe("forms", () => {
  it.each([
    ["12 400,50", 12400.5],
    ["12\u00a0400", 12400],
    ["1\u202f374\u202f238 €", 1374238],
    ["−3", -3],
    ["22,5 %", 22.5],
    ["douze", undefined],
    ["1,2,3", undefined],
    ["", undefined],
  ])("reads %s as %s", (text, expected) => expect(parseFrenchNumber(text)).toBe(expected));

  it.each([
    ["12 400,50", 1240050],
    ["0,07", 7],
    ["1,1 €", 110],
    ["1,005", undefined],
  ])("reads %s as %s cents", (text, expected) => expect(parseFrenchCents(text)).toBe(expected));

  it.each<[Question, [string, string][], unknown]>([
    [ask("money"), [["q.q", "12 400,50"]], 1240050],
    [ask("yes-no"), [["q.q", "no"]], false],
    [ask("date"), [["q.q", "27/3/2026"]], "2026-03-27"],
    [
      ask("multiple-choice", choices),
      [
        ["q.q", ""],
        ["q.q", "a"],
        ["q.q", "b"],
      ],
      ["a", "b"],
    ],
    [
      ask("integer", { notApplicable: true }),
      [
        ["q.q", "3"],
        ["q.q.na", "on"],
      ],
      { notApplicable: true },
    ],
    [matrix, [["q.q.r1", "souvent"]], { r1: "souvent" }],
    [
      block,
      [
        ["q.q.0.nom", "Vidéo"],
        ["q.q.0._id", "k7"],
        ["q.q.0.prix", "3,5"],
        ["q.q.1.nom", ""],
      ],
      [{ id: "k7", values: { nom: "Vidéo", prix: 350 } }],
    ],
    [ask("long-text"), [["q.q", "un\r\ndeux "]], "un\ndeux"],
    [ask("integer"), [], null],
  ])("%#", (question, entries, value) => {
    expect(parseFormAnswer(question, entries)).toEqual({ ok: true, value });
  });

  it("keeps what was typed when it cannot be read", () => {
    const answer = parseFormAnswer(ask("integer"), [
      ["q.q", "beaucoup"],
      ["autre", "x"],
    ]);
    expect(answer).toMatchObject({ ok: false, typed: { "q.q": ["beaucoup"] } });
  });
});

describe("French texts", () => {
  it.each<[Question, unknown, string]>([
    [ask("money"), 137423800, "1\u00a0374\u00a0238\u00a0€"],
    [ask("money"), 1250, "12,50\u00a0€"],
    [ask("percentage"), 22.5, "22,5\u00a0%"],
    [ask("integer", { unit: "élèves" }), 1142, "1\u00a0142\u00a0élèves"],
    [ask("decimal"), -0.5, "−0,5"],
    [ask("date"), "2026-03-01", "1er\u00a0mars 2026"],
    [ask("yes-no"), false, "Non"],
    [ask("multiple-choice", choices), ["a", "b"], "A\u00a0; B"],
    [matrix, { r2: "jamais" }, "R2\u00a0: JAMAIS"],
    [ask("yes-no", { notApplicable: true }), { notApplicable: true }, "Sans objet"],
    [ask("file"), [file, null], "a.PDF (10\u00a0octets)"],
    [ask("yes-no"), null, ""],
  ])("%#", (question, value, expected) => expect(formatAnswer(question, value)).toBe(expected));
});

describe("differences and numbers", () => {
  it("names what was added, removed and changed", () => {
    expect(diffAnswers({ a: 1, b: [], c: "x" }, { a: 2, b: null, d: true })).toEqual([
      { questionId: "a", kind: "changed", before: 1, after: 2 },
      { questionId: "c", kind: "removed", before: "x", after: null },
      { questionId: "d", kind: "added", before: null, after: true },
    ]);
  });

  it("numbers a question under its parent, and no information", () => {
    const list = [
      ask("yes-no", { id: "a" }),
      ask("information", { id: "i" }),
      ask("yes-no", { id: "b", parent: "a" }),
      ask("yes-no", { id: "c" }),
    ];
    const numbers = numberQuestions({
      revision: 1,
      sections: [{ id: "s", title: "S", questions: list }],
    });
    expect([...numbers]).toEqual([
      ["a", "1.1"],
      ["b", "1.1.1"],
      ["c", "1.2"],
    ]);
  });
});
