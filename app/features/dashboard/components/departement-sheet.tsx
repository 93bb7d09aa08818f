import { isComputedCode } from "~/domain/indicator/computed";
import { paths } from "~/paths";
import { BarWithTarget } from "~/ui/components/bars";
import { DefinitionList } from "~/ui/components/definition-list";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber, nbsp, pluralOf } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { formatCounts, formatFigure, formatGap } from "../format-figure";

/** Facts of the département chosen on the map or in the ranking. */
export function DepartementSheet({ view }: { view: DashboardView }) {
  const { query, rows, indicator, total, territory } = view;
  const row = rows.find(({ code }) => code === query.departement);
  if (!row) {
    return (
      <Sheet title="Un département">
        <p className="jl-second">
          Choisissez un département sur la carte ou dans le classement pour lire ses chiffres.
        </p>
      </Sheet>
    );
  }
  const { figure, rank, gap } = row;
  const ranked = rows.filter((other) => other.rank !== null).length;
  const counts = formatCounts(figure);
  return (
    <Sheet title={row.name} id="departement" aside={`Département ${row.code}`}>
      <div className="jl-stack">
        <DefinitionList
          items={[
            { term: indicator.label, value: formatFigure(figure, indicator.unit) },
            ...(counts ? [{ term: "Effectifs", value: counts }] : []),
            ...(rank === null
              ? []
              : [{ term: "Rang", value: `${rank === 1 ? "1er" : `${rank}e`} sur ${ranked}` }]),
            ...(gap === null
              ? []
              : [
                  {
                    term: `Écart à l’ensemble`,
                    value: `${formatGap(gap, "percent")}${nbsp}${pluralOf(Math.round(gap * 10) / 10, "point")}`,
                  },
                ]),
          ]}
        />
        {indicator.unit === "percent" && figure.value !== null && (
          <>
            <BarWithTarget
              label={row.name}
              value={formatFigure(figure, "percent")}
              ratio={figure.value / 100}
              target={total.value === null ? undefined : total.value / 100}
            />
            {total.value !== null && (
              <BarWithTarget
                label={`${territory.name}, repère du trait`}
                value={formatFigure(total, "percent")}
                ratio={total.value / 100}
                target={total.value / 100}
              />
            )}
          </>
        )}
        {view.published && isComputedCode(indicator.code) && (
          <Link to={`${paths.results(view.published.slug)}?departement=${row.code}`} icon="arrow">
            {`Voir les établissements labellisés${nbsp}: ${row.name}`}
          </Link>
        )}
        {figure.value === null && figure.denominator !== null && (
          <p>{`Effectif du périmètre${nbsp}: ${formatNumber(figure.denominator)}.`}</p>
        )}
      </div>
    </Sheet>
  );
}
