import { Check, Grid2x2 } from "lucide-react";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/components/button";
import { DepartementMap } from "~/ui/components/departement-map";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber, nbsp } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { formatFigure } from "../format-figure";
import { dashboardAddress } from "../query";

/** The map by département, with its legend, the patterns switch and the download. */
export function MapSheet({ view }: { view: DashboardView }) {
  const { query, indicator, territory, rows, legend } = view;
  const hasPatterns = query.motifs === "oui";
  return (
    <Sheet
      title="Par département"
      aside={
        <div className="jl-actions">
          <LinkButton
            to={dashboardAddress(query, { motifs: hasPatterns ? undefined : "oui" })}
            variant={hasPatterns ? "secondary" : "tertiary-no-outline"}
            size="sm"
            icon={hasPatterns ? Check : Grid2x2}
            aria-current={hasPatterns ? "true" : undefined}
            preventScrollReset
          >
            Motifs
          </LinkButton>
          <Link
            to={dashboardAddress(query, {}, paths.dashboardData())}
            icon="download"
            reloadDocument
          >
            Données ouvertes (CSV)
          </Link>
        </div>
      }
    >
      <DepartementMap
        label={`${indicator.label} ${territory.inPlace}, par département`}
        entries={rows.map(({ code, name, figure, class: mapClass }) => ({
          code,
          name,
          class: mapClass,
          value: figure.value === null ? "n. c." : formatFigure(figure, indicator.unit),
          shortValue: figure.value === null ? "n. c." : formatNumber(Math.round(figure.value)),
          to: dashboardAddress(query, { departement: code }),
          selected: code === query.departement,
        }))}
        legend={legend.map((item) => ({
          class: item.class,
          label: item.label,
          count: formatNumber(item.count),
        }))}
        note={`À droite de chaque classe, le nombre de départements. «${nbsp}n. c.${nbsp}»${nbsp}: non communiqué.`}
        patterns={hasPatterns}
      />
    </Sheet>
  );
}
