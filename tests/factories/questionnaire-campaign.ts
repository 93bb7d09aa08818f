type Json = Record<string, unknown>;

const yesNo = (id: string, title: string, more: Json = {}): Json => ({
  id,
  kind: "yes-no",
  title,
  ...more,
});

/** A small campaign whose first section holds every kind of question, for tests of the questionnaire. */
export function buildQuestionnaireDocument(overrides: Json = {}): Json {
  return {
    schemaVersion: 1,
    slug: "essai-du-questionnaire",
    title: "Essai du questionnaire",
    edition: "2026",
    kind: "label",
    partners: [{ id: "region", name: "Région Occitanie", kind: "region", territory: "76" }],
    controllers: [{ name: "Région Occitanie", dpo: { email: "dpd@exemple.fr" } }],
    applicants: { roles: ["head"] },
    perimeter: { kinds: ["lycee"] },
    calendar: { opensAt: "2026-01-05T08:00:00", closesAt: "2026-03-27T18:00:00" },
    questionnaire: { revision: 1, sections: [everyKind, dependent] },
    axes: [{ id: "pilotage", title: "Pilotage", short: "Pilotage", weight: 1 }],
    scoringGrid: [
      {
        question: "projet",
        axis: "pilotage",
        rule: { kind: "options", points: { yes: 4, no: 0 } },
        proof: "preuve",
      },
    ],
    levels: [
      {
        level: 1,
        title: "Niveau 1",
        gates: [{ id: "axe-pilotage", label: "Pilotage", kind: "axis", axis: "pilotage", min: 50 }],
      },
    ],
    ...overrides,
  };
}

const everyKind: Json = {
  id: "pilotage",
  title: "Pilotage",
  axisId: "pilotage",
  questions: [
    yesNo("projet", "Un projet numérique est-il écrit ?"),
    {
      id: "eleves",
      kind: "integer",
      parent: "projet",
      title: "Combien d’élèves sont concernés ?",
      unit: "élèves",
      min: 0,
      max: { school: "pupils.total" },
      visibleWhen: { eq: [{ answer: "projet" }, true] },
    },
    { id: "intitule", kind: "short-text", title: "Quel est son intitulé ?", maxLength: 80 },
    {
      id: "resume",
      kind: "long-text",
      title: "Que change-t-il ?",
      required: false,
      maxLength: 600,
    },
    { id: "debit", kind: "decimal", title: "Quel débit, en gigabits par seconde ?" },
    { id: "budget", kind: "money", title: "Quel montant y est consacré ?" },
    { id: "part", kind: "percentage", title: "Quelle part des classes participe ?" },
    { id: "debut", kind: "date", title: "Depuis quel jour ?" },
    {
      id: "rythme",
      kind: "single-choice",
      title: "À quel rythme se réunit le groupe ?",
      options: [
        { id: "mois", label: "Chaque mois" },
        { id: "trimestre", label: "Chaque trimestre" },
      ],
    },
    {
      id: "membres",
      kind: "multiple-choice",
      title: "Qui en est membre ?",
      options: [
        { id: "direction", label: "Direction" },
        { id: "enseignants", label: "Enseignants" },
        { id: "aucun", label: "Personne" },
      ],
      exclusive: "aucun",
    },
    {
      id: "frequence",
      kind: "scale",
      title: "À quelle fréquence l’ENT est-il ouvert en classe ?",
      notApplicable: true,
      steps: [
        { id: "jamais", label: "Jamais" },
        { id: "semaine", label: "Chaque semaine" },
      ],
    },
    {
      id: "services",
      kind: "matrix",
      title: "Quelle part des enseignants utilise chaque service ?",
      rows: [
        { id: "cahier", label: "Cahier de textes" },
        { id: "notes", label: "Notes" },
      ],
      columns: [
        { id: "moitie", label: "La moitié" },
        { id: "tous", label: "Tous" },
        { id: "sans-objet", label: "Sans objet", notApplicable: true },
      ],
    },
    {
      id: "actions",
      kind: "repeatable",
      title: "Quelles actions avez-vous menées ?",
      required: false,
      max: 3,
      rowLabel: "Action",
      questions: [
        { id: "titre", kind: "short-text", title: "Intitulé", maxLength: 80 },
        { id: "classes", kind: "integer", title: "Classes concernées", min: 0, required: false },
      ],
    },
    {
      id: "preuve",
      kind: "file",
      title: "Joignez le projet",
      formats: ["pdf", "png"],
      maxFiles: 2,
      maxBytes: 200_000,
      required: false,
    },
    { id: "partenaire", kind: "school", title: "Avec quel établissement ?", required: false },
    { id: "commune", kind: "commune", title: "Dans quelle commune ?", required: false },
    {
      id: "moitie-du-budget",
      kind: "calculated",
      title: "Moitié du montant",
      expr: { div: [{ answer: "budget" }, 2] },
      display: "money",
    },
    { id: "rappel", kind: "information", title: "Gardez le projet sous la main." },
  ],
};

const dependent: Json = {
  id: "suite",
  title: "Suite",
  questions: [
    yesNo("bilan", "Un bilan est-il prévu ?"),
    yesNo("bilan-public", "Sera-t-il public ?", {
      visibleWhen: { eq: [{ answer: "bilan" }, true] },
      parent: "bilan",
    }),
  ],
};
