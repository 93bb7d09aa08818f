import { describe, expect, it } from "vitest";
import { findQuestions, longestQuery } from "~/domain/questionnaire/find-questions";
import { questionSchema } from "~/domain/questionnaire/schema";

const question = (number: string, given: Record<string, unknown>) => ({
  number,
  question: questionSchema.parse({
    id: `q${number.replace(/\./g, "-")}`,
    kind: "yes-no",
    ...given,
  }),
});

const all = [
  question("1.1", { title: "Une entreprise est-elle associée ?" }),
  question("1.2", { title: "Un pilote est-il nommé ?", help: "Il suit l’équipement et l’ENT." }),
  question("4.1", { title: "Des élèves utilisent-ils un équipement individuel ?" }),
  question("4.1.1", { title: "Combien d’élèves sont concernés ?", help: "À la rentrée." }),
  question("4.7", {
    kind: "matrix",
    title: "Quelle part des enseignants utilise chaque service de l’ENT ?",
    rows: [{ id: "cahier", label: "Cahier de textes" }],
    columns: [
      { id: "moitie", label: "La moitié" },
      { id: "tous", label: "Tous" },
    ],
  }),
  question("5.1", {
    kind: "repeatable",
    title: "Quels projets avez-vous menés ?",
    questions: [
      { id: "nom", kind: "short-text", title: "Intitulé" },
      {
        id: "lieu",
        kind: "single-choice",
        title: "Lieu",
        options: [{ id: "cdi", label: "Au CDI", help: "Centre de documentation" }],
      },
    ],
  }),
  question("6.1", { title: "Le cœur de réseau est-il redondé ?" }),
];

const found = (query: string) => findQuestions(all, query).map(({ number }) => number);

describe("finding a question by word", () => {
  it.each([
    ["an accent or a capital more or less", "EQUIPEMENT", ["4.1", "1.2"]],
    ["the beginning of a word, never its middle", "quip", []],
    ["a plural for a singular", "équipements", ["4.1", "1.2"]],
    ["a short word, whole", "ENT", ["4.7", "1.2"]],
    ["an elided word", "l’ENT", ["4.7", "1.2"]],
    ["every word at once", "élèves concernés", ["4.1.1"]],
    ["words of the title and of the help", "élèves rentrée", ["4.1.1"]],
    ["the label of a row", "cahier", ["4.7"]],
    ["the label of a column", "moitié", ["4.7"]],
    ["a field of a block", "intitulé", ["5.1"]],
    ["the help of a choice inside a block", "documentation", ["5.1"]],
    ["a ligature", "coeur", ["6.1"]],
    ["a number, and those under it", "4.1", ["4.1", "4.1.1"]],
    ["one word that is nowhere", "équipement licorne", []],
    ["nothing", "  ", []],
    ["punctuation alone", "« ? »", []],
  ])("%s", (_case, query, numbers) => {
    expect(found(query)).toEqual(numbers);
  });

  it("puts titles before labels, and labels before helps", () => {
    const texts = [
      question("1.1", { title: "Autre chose", help: "Le wifi." }),
      question("1.2", {
        kind: "single-choice",
        title: "Quel accès ?",
        options: [{ id: "a", label: "Par le wifi" }],
      }),
      question("1.3", { title: "Le wifi est-il ouvert ?" }),
      question("1.4", { title: "Le wifi est-il filtré ?" }),
    ];
    const numbers = findQuestions(texts, "wifi").map(({ number }) => number);
    expect(numbers).toEqual(["1.3", "1.4", "1.2", "1.1"]);
  });

  it("leaves out what comes after 300 characters", () => {
    const padded = `pilote ${" ".repeat(longestQuery)} licorne`;
    expect(found(padded)).toEqual(["1.2"]);
    expect(found("pilote licorne")).toEqual([]);
  });
});
