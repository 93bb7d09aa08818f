import { BarWithTarget } from "~/ui/components/bars";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { formatFigure } from "../format-figure";

type Academie = DashboardView["academies"][number];

/** The académies of the région side by side; absent when one académie alone is shown. */
export function AcademieSheet({ view }: { view: DashboardView }) {
  const { academies, indicator, total } = view;
  if (academies.length === 0) return null;
  const highest = Math.max(1, ...academies.map(({ figure }) => figure.value ?? 0));
  return (
    <Sheet title={academies.length === 2 ? "Deux académies" : "Académies"}>
      <div className="jl-stack">
        {academies.map((academie) => (
          <div key={academie.name}>
            {academie.figure.value === null ? (
              <p className="jl-target__head">
                <span>{academie.name}</span>
                <span className="jl-muted">{formatFigure(academie.figure, indicator.unit)}</span>
              </p>
            ) : (
              <BarWithTarget
                label={labelOf(academie)}
                value={formatFigure(academie.figure, indicator.unit)}
                ratio={academie.figure.value / (indicator.unit === "percent" ? 100 : highest)}
                target={
                  indicator.unit === "percent" && total.value !== null
                    ? total.value / 100
                    : undefined
                }
              />
            )}
          </div>
        ))}
        {indicator.unit === "percent" && total.value !== null && (
          <p className="jl-muted jl-md">Le trait marque l’ensemble de la région académique.</p>
        )}
      </div>
    </Sheet>
  );
}

function labelOf({ name, figure }: Academie): string {
  const { numerator, denominator } = figure;
  if (numerator === null || denominator === null) return name;
  return `${name}, ${formatNumber(numerator)} sur ${formatNumber(denominator)}`;
}
