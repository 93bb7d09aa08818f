import type { CampaignDocument } from "~/domain/campaign/document";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import type { Expr } from "~/domain/expression/types";

/**
 * The campaign that the benchmark evaluates: ten axes of ten questions, all of them scored, thirty
 * conditions in chains of three (each reads a question that is itself conditional) and three levels.
 * Real enough to pass `parseCampaignDocument`; written by loops so that anyone can read its size.
 */
const axisCount = 10;

export function buildBenchmarkCampaign(): CampaignDocument {
  const axes = Array.from({ length: axisCount }, (_none, index) => index);
  const json = {
    schemaVersion: 1,
    slug: "banc-d-essai",
    title: "Banc d’essai",
    edition: "2026",
    kind: "label",
    partners: [{ id: "region", name: "Région", kind: "region" }],
    controllers: [{ name: "Région", dpo: { email: "dpd@region.example" } }],
    applicants: { roles: ["head"] },
    perimeter: { kinds: ["lycee"] },
    calendar: { opensAt: "2026-01-12T08:00:00", closesAt: "2026-03-27T18:00:00" },
    questionnaire: { revision: 1, sections: axes.map(section) },
    axes: axes.map((axis) => ({
      id: axisId(axis),
      title: `Axe ${axis}`,
      short: `Axe ${axis}`,
      weight: 1 + (axis % 3),
    })),
    scoringGrid: axes.flatMap(criteria),
    levels: levels(),
  };
  const parsed = parseCampaignDocument(json);
  if (!parsed.ok) throw new Error(parsed.faults.map((f) => `${f.path}: ${f.message}`).join("\n"));
  return parsed.document;
}

const axisId = (axis: number) => `axe-${axis}`;
const id = (axis: number, name: string) => `a${axis}-${name}`;
const choices = (ids: readonly string[]) => ids.map((option) => ({ id: option, label: option }));

function section(axis: number) {
  const ask = (name: string, kind: string, extra: object = {}) => ({
    id: id(axis, name),
    kind,
    title: `Question ${name} de l’axe ${axis}`,
    ...extra,
  });
  const conditions = chain(axis);
  const steps = choices(["jamais", "annuel", "trimestriel", "mensuel"]);
  return {
    id: `section-${axis}`,
    title: `Section ${axis}`,
    axisId: axisId(axis),
    questions: [
      ask("charte", "yes-no"),
      ask("couverture", "single-choice", {
        options: choices(["aucune", "quelques", "majorite", "toutes"]),
        visibleWhen: conditions.couverture,
      }),
      ask("rythme", "scale", { steps, visibleWhen: conditions.rythme }),
      ask("postes", "integer", { min: 0, max: 400, visibleWhen: conditions.postes }),
      ask("formes", "percentage"),
      ask("publics", "multiple-choice", {
        options: choices(["eleves", "enseignants", "familles", "agents", "partenaires"]),
      }),
      ask("debit", "single-choice", { options: choices(["faible", "moyen", "fort"]) }),
      ask("referent", "yes-no"),
      ask("projets", "integer", { min: 0, max: 20 }),
      ask("bilan", "scale", { steps }),
    ],
  };
}

/** Three conditions, each upon the question before it; odd axes also look at the axis before. */
function chain(axis: number): Record<"couverture" | "rythme" | "postes", Expr> {
  const isOpen: Expr = { eq: [{ answer: id(axis, "charte") }, true] };
  const before = axis % 2 === 1 ? axis - 1 : undefined;
  return {
    couverture:
      before === undefined
        ? isOpen
        : { or: [isOpen, { gte: [{ answer: id(before, "postes") }, 150] }] },
    rythme: { in: [{ answer: id(axis, "couverture") }, ["quelques", "majorite", "toutes"]] },
    postes: {
      and: [
        { ne: [{ answer: id(axis, "rythme") }, "jamais"] },
        { gte: [{ answer: id(axis, "formes") }, 10] },
      ],
    },
  };
}

function criteria(axis: number) {
  const criterion = (name: string, rule: object) => ({
    question: id(axis, name),
    axis: axisId(axis),
    rule,
  });
  const options = (points: Record<string, number>) => ({ kind: "options", points });
  const linear = (at: number, points: number) => ({
    kind: "linear",
    from: { at: 0, points: 0 },
    to: { at, points },
  });
  const steps = { jamais: 0, annuel: 1, trimestriel: 2, mensuel: 4 };
  return [
    criterion("charte", options({ no: 0, yes: 3 })),
    criterion("couverture", options({ aucune: 0, quelques: 1, majorite: 3, toutes: 5 })),
    criterion("rythme", options(steps)),
    criterion("postes", linear(300, 6)),
    criterion("formes", linear(80, 5)),
    criterion("publics", {
      kind: "checked",
      points: { eleves: 2, enseignants: 2, familles: 1, agents: 1, partenaires: 1 },
      cap: 5,
    }),
    criterion("debit", options({ faible: 0, moyen: 2, fort: 4 })),
    criterion("referent", options({ no: 0, yes: 2 })),
    criterion("projets", linear(8, 4)),
    criterion("bilan", options(steps)),
  ];
}

function levels() {
  const overall = (min: number) => ({ id: `note-${min}`, kind: "overall", min, label: "Note" });
  const every = (min: number) => ({ id: `axes-${min}`, kind: "every-axis", min, label: "Axes" });
  return [
    { level: 1, title: "Niveau 1", gates: [overall(35), every(5)] },
    { level: 2, title: "Niveau 2", gates: [overall(50), every(20)] },
    {
      level: 3,
      title: "Niveau 3",
      gates: [
        overall(65),
        every(35),
        { id: "pilotage", kind: "axis", axis: axisId(0), min: 50, label: "Axe 0" },
        {
          id: "referents",
          kind: "expression",
          label: "Référents",
          expr: { or: [{ answer: id(0, "referent") }, { answer: id(1, "referent") }] },
        },
      ],
    },
  ];
}
