import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCampaign } from "~/domain/maturity/compile-campaign";
import { evaluate } from "~/domain/maturity/evaluate";
import { score } from "~/domain/maturity/score";
import type { Answers } from "~/domain/questionnaire/types";
import { accept, buildDocumentJson } from "../campaign/build-document";
import { anyAnswers, readSeed, school } from "./seed-answers";

const isOpen = { eq: [{ answer: "ouvert" }, true] };
const options = [
  { id: "fibre", label: "Fibre" },
  { id: "satellite-geostationnaire", label: "Satellite" },
];

/** A section that another's answer shows, a parent, a calculation, a block, a file and a matrix. */
const document = accept(
  buildDocumentJson({
    questionnaire: {
      revision: 1,
      sections: [
        {
          id: "accueil",
          title: "Accueil",
          questions: [
            { id: "ouvert", kind: "yes-no", title: "Ouvert ?" },
            { id: "salles", kind: "integer", title: "Salles", notApplicable: true },
            {
              id: "double",
              kind: "calculated",
              title: "2 ×",
              expr: { mul: [{ answer: "salles" }, 2] },
            },
            { id: "preuve", kind: "file", title: "Preuve" },
          ],
        },
        {
          id: "detail",
          title: "Détail",
          visibleWhen: isOpen,
          questions: [
            { id: "acces", kind: "single-choice", title: "Accès", options, notApplicable: true },
            { id: "usages", kind: "multiple-choice", title: "Usages", options, parent: "acces" },
            {
              id: "postes",
              kind: "repeatable",
              title: "Postes",
              questions: [{ id: "nombre", kind: "integer", title: "Nombre" }],
            },
            {
              id: "grille",
              kind: "matrix",
              title: "Grille",
              rows: [{ id: "nord", label: "Nord" }],
              columns: [
                { id: "oui", label: "Oui" },
                { id: "sans", label: "Sans objet", notApplicable: true },
              ],
              visibleWhen: { gte: [{ sum: { of: "postes", value: { field: "nombre" } } }, 2] },
            },
          ],
        },
      ],
    },
    scoringGrid: [
      {
        question: "salles",
        axis: "a",
        rule: { kind: "linear", from: { at: 0, points: 0 }, to: { at: 7, points: 3 } },
      },
      {
        question: "acces",
        axis: "b",
        rule: { kind: "options", points: { fibre: 2.3, "satellite-geostationnaire": 1.1 } },
      },
      {
        question: "usages",
        axis: "b",
        rule: { kind: "checked", points: { fibre: 0.7, "satellite-geostationnaire": 0.1 } },
        proof: "preuve",
      },
      { question: "grille", axis: "b", rule: { kind: "matrix", points: { oui: 1.7 } } },
    ],
  }),
);

const someRows = fc.array(
  fc.record({ id: fc.constantFrom("1", "2"), values: fc.record({ nombre: fc.nat(3) }) }),
  { maxLength: 3 },
);
const someAnswers: fc.Arbitrary<Answers> = fc
  .tuple(anyAnswers(document), fc.option(someRows, { nil: undefined }), fc.boolean())
  .map(([answers, postes, isTurned]) => {
    const entries = Object.entries(postes === undefined ? answers : { ...answers, postes });
    // Keys in another order than the one that the working memory has learnt.
    return Object.fromEntries(isTurned ? entries.reverse() : entries);
  });

describe("working memory of a compiled campaign", () => {
  it("shows again a section that the evaluation before had hidden", () => {
    const compiled = compileCampaign(document);
    const ask = (ouvert: boolean) =>
      evaluate(compiled, { school, answers: { ouvert, acces: "fibre" } });
    expect(ask(true).visibleSections).toEqual(new Set(["accueil", "detail"]));
    expect(ask(false).visibleSections).toEqual(new Set(["accueil"]));
    const shown = ask(true);
    expect(shown.visibleSections).toEqual(new Set(["accueil", "detail"]));
    expect(shown.visible.has("acces")).toBe(true);
    // The grid asks for rows of which there are none: hidden, it takes nothing from the maximum.
    expect(shown.axes.b).toEqual({ points: 2.3, max: 3.1, score: 74.2 });
    expect(ask(false).axes.b?.score).toBeNull();
  });

  it("keeps nothing of one evaluation for the next", () => {
    const used = compileCampaign(document);
    fc.assert(
      fc.property(someAnswers, someAnswers, fc.boolean(), (first, second, isFull) => {
        if (isFull) evaluate(used, { school, answers: first, proofs: { preuve: 1 } });
        else score(used, { school, answers: first });
        const input = { school, answers: second };
        expect(evaluate(used, input)).toEqual(evaluate(compileCampaign(document), input));
      }),
    );
  });

  it("keeps nothing of one evaluation for the next, on a whole label", () => {
    const label = accept(readSeed("label-lycee-numerique.json"));
    const used = compileCampaign(label);
    fc.assert(
      fc.property(anyAnswers(label), anyAnswers(label), (first, second) => {
        score(used, { school, answers: first });
        const input = { school, answers: second };
        expect(evaluate(used, input)).toEqual(evaluate(compileCampaign(label), input));
      }),
      { numRuns: 20 },
    );
  });

  it("gives the same scores whether a correction is there or not", () => {
    const compiled = compileCampaign(document);
    fc.assert(
      fc.property(someAnswers, (answers) => {
        // A correction of no question: every criterion then goes by the long way.
        const corrected = score(compiled, { school, answers, corrections: { inconnue: 1 } });
        expect(corrected).toEqual(score(compiled, { school, answers }));
      }),
    );
  });

  it.each(["", "inconnue", "constructor", "toString", "accueil"])(
    "leaves aside an answer to « %s », which is no question",
    (key) => {
      const compiled = compileCampaign(document);
      const answers = { ouvert: true, salles: 7, acces: "fibre" };
      const alone = evaluate(compileCampaign(document), { school, answers });
      for (const stray of [true, 3, "fibre", ["fibre"], { notApplicable: true }, null]) {
        for (const given of [
          { [key]: stray, ...answers },
          { ...answers, [key]: stray },
        ]) {
          expect(evaluate(compiled, { school, answers: given })).toEqual(alone);
        }
      }
      expect(evaluate(compiled, { school, answers })).toEqual(alone);
    },
  );
});
