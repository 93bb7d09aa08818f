import type { TerritoryKind } from "~/domain/indicator/vocabulary";

/** How a figure is printed: its value, its numerator over its denominator, or a percentage. */
export type FigureForm = "count" | "out-of" | "percent";

/**
 * Which imported figures the home page tells, and the words that give each its sense. The numbers
 * themselves, their dates and sources are read from the base: a figure that is not there is not told.
 */
export const homeFigures: readonly {
  readonly indicator: string;
  readonly territoryKind: TerritoryKind;
  readonly territoryCode: string;
  readonly form: FigureForm;
  readonly unit: string;
  readonly text: string;
  /** Another indicator of the same territory, told beside: « soit environ 35 000 élèves ». */
  readonly companion?: string;
  /** What the companion counts, or the numerator where there is no companion. */
  readonly companionNoun?: string;
  readonly isDated: boolean;
}[] = [
  {
    indicator: "label-lycees-premiere-session",
    territoryKind: "region",
    territoryCode: "76",
    form: "count",
    unit: "lycées",
    text: "à la première session commune aux deux académies",
    companion: "label-eleves-premiere-session",
    companionNoun: "environ # élèves",
    isDated: false,
  },
  {
    indicator: "label-lycees-publics",
    territoryKind: "academie",
    territoryCode: "16",
    form: "percent",
    unit: "%",
    text: "des lycées publics de l’académie de Toulouse labellisés",
    isDated: true,
  },
  {
    indicator: "label-lycees",
    territoryKind: "region",
    territoryCode: "76",
    form: "out-of",
    unit: "lycées",
    text: "lycées d’Occitanie labellisés",
    isDated: true,
  },
  {
    indicator: "ecoles-equipees",
    territoryKind: "academie",
    territoryCode: "16",
    form: "percent",
    unit: "%",
    text: "des écoles de l’académie de Toulouse équipées",
    companionNoun: "# écoles",
    isDated: true,
  },
];
