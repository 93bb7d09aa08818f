import { Alert } from "~/ui/components/alert";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure } from "~/ui/components/stat-figure";
import { formatDate, formatNumber, nbsp } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { formatFigure } from "../format-figure";
import { unitWords } from "../labels";

/** The figure of the whole territory with its denominator and date, or why there is none. */
export function TotalSheet({ view }: { view: DashboardView }) {
  const { total, indicator, territory, observedOn, day } = view;
  if (total.basis === "not-poolable") {
    const isRate = indicator.unit === "percent";
    return (
      <Alert title={`Non recalculable ${territory.inPlace}`}>
        {isRate
          ? `Seuls les pourcentages des départements sont connus, sans les effectifs. Leur moyenne serait fausse${nbsp}: la plateforme ne la calcule pas.`
          : `Des départements n’ont pas communiqué leur chiffre. Une somme partielle passerait pour un total${nbsp}: la plateforme ne la calcule pas.`}
      </Alert>
    );
  }
  const date = formatDate(observedOn ?? day);
  if (total.value === null) {
    return (
      <Sheet title={territory.name}>
        <p>{`Non communiqué au ${date}.`}</p>
      </Sheet>
    );
  }
  const number = formatFigure(total, indicator.unit).replace(/\u00a0(%|€|jours?)$/, "");
  return (
    <Sheet title={territory.name}>
      <StatFigure value={number} unit={unitWords[indicator.unit] || undefined}>
        {[
          countsOf(view),
          `Au ${date}, ${total.basis === "published" ? "tel que publié" : "recalculé à partir des effectifs"}.`,
        ]
          .filter(Boolean)
          .join(" ")}
      </StatFigure>
    </Sheet>
  );
}

function countsOf({ total, indicator }: DashboardView): string {
  const { numerator, denominator } = total;
  if (numerator === null) return "";
  if (denominator === null) {
    return indicator.unit === "percent"
      ? `${formatNumber(numerator)} au numérateur${nbsp}; dénominateur non communiqué.`
      : "";
  }
  return `${formatNumber(numerator)} sur ${formatNumber(denominator)}.`;
}
