/** What the product holds itself to: the figure, the limit, and the side it must stay on. */
type Target = {
  readonly figure: string;
  readonly label: string;
  readonly limit: number;
  readonly side: "atLeast" | "atMost" | "under";
  readonly unit: string;
};

const targets: readonly Target[] = [
  target("evaluatorVsSurveyCore", "Évaluateur / survey-core", "atLeast", 1000, "×"),
  target("evaluatorVsJsonLogic", "Évaluateur / json-logic-js", "atLeast", 40, "×"),
  target("rescore60kSeconds", "60 000 candidatures recalculées", "under", 1, "s"),
  target("savesVsBareTransaction", "Enregistrements / transaction nue", "atLeast", 0.4, "×"),
  target("saveP99Ms", "Enregistrement, 99ᵉ centile", "under", 25, "ms"),
  target("saveP99MsDuringSignIns", "… pendant les connexions", "under", 100, "ms"),
  target("rollupReadMs", "Lecture des cumuls", "atMost", 2, "ms"),
  target("dashboardVsSql", "Tableau de bord / agrégat complet", "atMost", 0.25, "×"),
  target("exportSeconds", "Export de 25 000 candidatures", "under", 60, "s"),
  target("exportPeakMb", "… mémoire du processus", "under", 300, "Mo"),
  target("pages.questionnaire.jsKb", "Questionnaire, JavaScript", "atMost", 130, "ko"),
  target("pages.questionnaire.cssKb", "Questionnaire, CSS", "atMost", 30, "ko"),
];

function target(
  figure: string,
  label: string,
  side: Target["side"],
  limit: number,
  unit: string,
): Target {
  return { figure, label, side, limit, unit };
}

/** One French line per target among the measured `figures`: the value, the limit, held or not. */
export function describeTargets(figures: Readonly<Record<string, unknown>>): string[] {
  return targets.flatMap(({ figure, label, side, limit, unit }) => {
    const value = at(figures, figure.split("."));
    if (typeof value !== "number") return [];
    const bound = { atLeast: "≥", atMost: "≤", under: "<" }[side];
    const isHeld =
      side === "atLeast" ? value >= limit : side === "atMost" ? value <= limit : value < limit;
    const shown = value.toLocaleString("fr-FR", { maximumSignificantDigits: 4 });
    const asked = `${bound} ${limit.toLocaleString("fr-FR")} ${unit}`;
    return [`${isHeld ? "tenu    " : "NON TENU"} ${label} : ${shown} ${unit} (${asked})`];
  });
}

function at(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  return at((value as Readonly<Record<string, unknown>>)[key], rest);
}
