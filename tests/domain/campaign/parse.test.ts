import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import { buildDocumentJson, withQuestions } from "./build-document";

const faultsOf = (json: unknown) => {
  const parsed = parseCampaignDocument(json);
  return parsed.ok ? [] : parsed.faults.map((fault) => `${fault.path}: ${fault.message}`);
};
const yesNo = (id: string, extra: object = {}) => ({ id, kind: "yes-no", title: id, ...extra });
const choice = (id: string, extra: object = {}) => ({
  id,
  kind: "single-choice",
  title: id,
  options: [
    { id: "x", label: "X" },
    { id: "y", label: "Y" },
  ],
  ...extra,
});
const question = (rank: number, field: string) =>
  `questionnaire.sections[0].questions[${rank}]${field}`;

describe("a right document", () => {
  it("is accepted", () => expect(faultsOf(buildDocumentJson())).toEqual([]));
});

describe("faults of meaning", () => {
  it.each<[string, unknown, string]>([
    [
      "unknown question",
      withQuestions([yesNo("a", { visibleWhen: { answer: "nulle" } })]),
      `${question(0, ".visibleWhen.answer")}: question inconnue « nulle »`,
    ],
    [
      "unknown option",
      withQuestions([choice("a"), yesNo("b", { visibleWhen: { eq: [{ answer: "a" }, "z"] } })]),
      `${question(1, ".visibleWhen.eq[1]")}: option inconnue « z »`,
    ],
    [
      "mixed types",
      withQuestions([choice("a"), yesNo("b", { visibleWhen: { eq: [{ answer: "a" }, 3] } })]),
      `${question(1, ".visibleWhen.eq")}: compare un texte et un nombre`,
    ],
    [
      "condition that is a number",
      withQuestions([yesNo("a", { visibleWhen: 3 })]),
      `${question(0, ".visibleWhen")}: l’expression doit donner vrai ou faux`,
    ],
    [
      "circular conditions",
      withQuestions([
        yesNo("a", { visibleWhen: { answer: "b" } }),
        yesNo("b", { visibleWhen: { answer: "a" } }),
      ]),
      `${question(0, "")}: conditions en cercle : a > b > a`,
    ],
    [
      "circular calculation",
      withQuestions([
        { id: "a", kind: "calculated", title: "A", expr: { add: [{ answer: "b" }, 1] } },
        { id: "b", kind: "calculated", title: "B", expr: { add: [{ answer: "a" }, 1] } },
      ]),
      `${question(0, "")}: conditions en cercle : a > b > a`,
    ],
    [
      "never visible, contradictory conditions",
      withQuestions([
        choice("a"),
        yesNo("b", {
          visibleWhen: { and: [{ eq: [{ answer: "a" }, "x"] }, { eq: [{ answer: "a" }, "y"] }] },
        }),
      ]),
      `${question(1, ".visibleWhen")}: la question « b » ne peut jamais apparaître : ses conditions se contredisent`,
    ],
    [
      "never visible, out of the perimeter",
      withQuestions([yesNo("a", { visibleWhen: { eq: [{ school: "kind" }, "college"] } })]),
      `${question(0, ".visibleWhen")}: la question « a » ne peut jamais apparaître : ses conditions se contredisent`,
    ],
    [
      "never visible, through its source",
      withQuestions([
        yesNo("a"),
        yesNo("b", { visibleWhen: { answer: "a" } }),
        yesNo("c", { visibleWhen: { and: [{ answer: "b" }, { not: { answer: "a" } }] } }),
      ]),
      `${question(2, ".visibleWhen")}: la question « c » ne peut jamais apparaître : ses conditions se contredisent`,
    ],
    [
      "same id twice",
      withQuestions([yesNo("a"), yesNo("a")]),
      `${question(1, ".id")}: identifiant de question « a » déjà pris`,
    ],
    [
      "weights that sum to zero",
      buildDocumentJson({
        axes: [
          { id: "a", title: "A", short: "A", weight: 0 },
          { id: "b", title: "B", short: "B", weight: 0 },
        ],
      }),
      "axes: la somme des poids des axes est nulle",
    ],
    [
      "threshold that falls",
      buildDocumentJson({
        levels: [
          { level: 1, title: "1", gates: [{ id: "g", kind: "overall", min: 50, label: "S" }] },
          { level: 2, title: "2", gates: [{ id: "g", kind: "overall", min: 40, label: "S" }] },
        ],
      }),
      "levels[1].gates[0].min: seuil 40 plus bas qu’au niveau 1, qui demande 50",
    ],
    [
      "threshold out of reach",
      buildDocumentJson({
        levels: [
          { level: 1, title: "1", gates: [{ id: "g", kind: "overall", min: 101, label: "S" }] },
        ],
      }),
      "levels[0].gates[0].min: seuil 101 hors d’atteinte : le score va de 0 à 100",
    ],
    [
      "calendar out of order",
      buildDocumentJson({
        calendar: { opensAt: "2026-03-27T18:00:00", closesAt: "2026-03-27T18:00:00" },
      }),
      "calendar.closesAt: cette date doit suivre « opensAt »",
    ],
    [
      "date that does not exist",
      buildDocumentJson({
        calendar: { opensAt: "2026-01-12T08:00:00", closesAt: "2026-02-30T18:00:00" },
      }),
      "calendar.closesAt: cette date n’existe pas : 2026-02-30T18:00:00",
    ],
    [
      "rule that does not fit its question",
      buildDocumentJson({
        axes: [{ id: "a", title: "A", short: "A", weight: 1 }],
        scoringGrid: [{ question: "actif", axis: "a", rule: { kind: "attached", points: 2 } }],
      }),
      "scoringGrid[0].rule.kind: la règle « attached » ne note pas une question « yes-no »",
    ],
    [
      "matrix without rows",
      withQuestions([
        {
          id: "m",
          kind: "matrix",
          title: "M",
          rows: [],
          columns: [
            { id: "x", label: "X" },
            { id: "y", label: "Y" },
          ],
        },
      ]),
      `${question(0, ".rows")}: ajoutez au moins une ligne au tableau`,
    ],
    [
      "unknown operator",
      withQuestions([yesNo("a", { visibleWhen: { eval: "1" } })]),
      `${question(0, ".visibleWhen")}: opérateur inconnu « eval »`,
    ],
  ])("%s", (_name, json, expected) => expect(faultsOf(json)).toContain(expected));

  it("level 2 may keep the threshold of level 1", () => {
    const gate = { id: "g", kind: "overall", min: 50, label: "S" };
    const levels = [1, 2].map((level) => ({ level, title: String(level), gates: [gate] }));
    expect(faultsOf(buildDocumentJson({ levels }))).toEqual([]);
  });
});

describe("every fault at once", () => {
  it("gives faults of form and of meaning together", () => {
    const json = {
      ...buildDocumentJson({
        axes: [
          { id: "a", title: "A", short: "A", weight: 0 },
          { id: "b", title: "B", short: "B", weight: 0 },
        ],
        calendar: { opensAt: "2026-05-01T08:00:00", closesAt: "2026-03-27T18:00:00" },
      }),
      title: "",
      surprise: true,
      questionnaire: {
        revision: 1,
        sections: [
          {
            id: "s1",
            title: "Section",
            questions: [
              yesNo("actif"),
              { id: "nombre", kind: "integer" },
              { id: "autre", kind: "inconnu", title: "Autre" },
              yesNo("perdue", { visibleWhen: { answer: "nulle" } }),
              yesNo("suite", { visibleWhen: { gt: [{ answer: "nombre" }, 3] } }),
            ],
          },
        ],
      },
    };
    expect(faultsOf(json)).toEqual([
      "title: texte attendu, ce champ est vide",
      `${question(1, ".title")}: champ obligatoire absent`,
      `${question(2, ".kind")}: valeur de « kind » absente ou inconnue`,
      "document: clé inconnue : « surprise »",
      "questionnaire.sections[0].questions[1].visibleWhen.answer: question inconnue « nulle »",
      "axes: la somme des poids des axes est nulle",
      "calendar.closesAt: cette date doit suivre « opensAt »",
    ]);
  });

  it("never throws, whatever JSON it is given", () => {
    const base = buildDocumentJson();
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(base)),
        fc.jsonValue(),
        fc.jsonValue(),
        (key, value, whole) => {
          expect(parseCampaignDocument(whole).ok).toBe(false);
          const parsed = parseCampaignDocument({ ...base, [key]: value });
          if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});
