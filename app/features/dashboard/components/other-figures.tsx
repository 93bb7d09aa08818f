import { DataTable } from "~/ui/components/data-table";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatNumber } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { formatFigure } from "../format-figure";

/** Figures published for the territory as a whole, without a map. */
export function OtherFigures({ view }: { view: DashboardView }) {
  if (view.others.length === 0) return null;
  return (
    <Sheet title="Autres chiffres publiés">
      <DataTable
        caption={`Autres chiffres publiés ${view.territory.inPlace}`}
        captionHidden
        columns={[
          { key: "label", header: "Indicateur", phone: "title", cell: (row) => row.label },
          {
            key: "count",
            header: "Nombre",
            align: "right",
            phone: "fact",
            cell: ({ figure: { numerator, denominator } }) =>
              numerator === null
                ? "–"
                : denominator === null
                  ? formatNumber(numerator)
                  : `${formatNumber(numerator)} sur ${formatNumber(denominator)}`,
          },
          {
            key: "value",
            header: "Valeur",
            align: "right",
            phone: "status",
            cell: (row) => <strong>{formatFigure(row.figure, row.unit)}</strong>,
          },
          {
            key: "date",
            header: "Date",
            phone: "fact",
            cell: (row) => (row.observedOn ? formatDate(row.observedOn) : "–"),
          },
          { key: "source", header: "Source", phone: "fact", cell: (row) => row.source },
        ]}
        rows={view.others}
        rowKey={(row) => row.label}
        size="sm"
      />
    </Sheet>
  );
}
