import type { Figure } from "~/domain/indicator/figure";
import type { DashboardView } from "./dashboard-view.server";

const bases: Readonly<Record<Figure["basis"], string>> = {
  published: "publié",
  computed: "calculé",
  "not-communicated": "non communiqué",
  "not-poolable": "non recalculable",
};

/** Decimals kept in a file: enough to recompute, without the noise of binary fractions. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(4)));

/** The figures of the dashboard as a table to download, the whole territory last. */
export function dashboardTable(view: DashboardView) {
  const { indicator, observedOn, day } = view;
  const line = (kind: string, code: string, name: string, figure: Figure) => [
    indicator.code,
    kind,
    code,
    name,
    observedOn ?? day,
    figure.numerator,
    figure.denominator,
    rounded(figure.value),
    indicator.unit,
    bases[figure.basis],
    indicator.sources.join(" ; "),
  ];
  return {
    header: [
      "indicateur",
      "niveau",
      "code",
      "territoire",
      "date",
      "numerateur",
      "denominateur",
      "valeur",
      "unite",
      "origine",
      "source",
    ],
    rows: [
      ...view.rows.map(({ code, name, figure }) => line("departement", code, name, figure)),
      line(view.territory.kind, view.territory.code, view.territory.name, view.total),
    ],
  };
}
