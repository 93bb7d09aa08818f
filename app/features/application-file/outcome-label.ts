import type { DecisionScale } from "~/domain/jury/vocabulary";

/** « Niveau 2 » or « Accompagnement »; « Retenu » or « Non retenu » where there are no levels. */
export function outcomeLabel(scale: DecisionScale, level: number): string {
  if (scale === "retention") return level > 0 ? "Retenu" : "Non retenu";
  return level === 0 ? "Accompagnement" : `Niveau\u00a0${level}`;
}
