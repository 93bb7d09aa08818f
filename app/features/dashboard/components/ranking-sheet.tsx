import { Anchor } from "~/ui/components/anchor";
import { BarWithTarget, DistanceBar } from "~/ui/components/bars";
import { type Column, DataTable } from "~/ui/components/data-table";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { formatCounts, formatFigure, formatGap } from "../format-figure";
import { dashboardAddress } from "../query";

type Row = DashboardView["rows"][number];

/** Every département from the highest to the lowest, with its distance to the whole territory. */
export function RankingSheet({ view }: { view: DashboardView }) {
  const { query, rows, indicator, total, territory } = view;
  const hasGaps = rows.some(({ gap }) => gap !== null);
  const hasCounts = rows.some(({ figure }) => formatCounts(figure) !== null);
  const widest = Math.max(1, ...rows.map(({ gap }) => Math.abs(gap ?? 0)));
  const highest = Math.max(1, ...rows.map(({ figure }) => figure.value ?? 0));
  const columns: Column<Row>[] = [
    {
      key: "rank",
      header: "Rang",
      align: "right",
      phone: "fact",
      cell: ({ rank }) => (rank === null ? "–" : formatNumber(rank)),
    },
    {
      key: "name",
      header: "Département",
      phone: "title",
      cell: ({ code, name }) => (
        <Anchor
          to={dashboardAddress(query, { departement: code })}
          aria-current={code === query.departement ? "true" : undefined}
          preventScrollReset
        >
          {name}
        </Anchor>
      ),
    },
    ...(hasCounts
      ? [
          {
            key: "counts",
            header: "Effectifs",
            align: "right" as const,
            phone: "fact" as const,
            cell: ({ figure }: Row) => formatCounts(figure) ?? "–",
          },
        ]
      : []),
    {
      key: "value",
      header: indicator.unit === "percent" ? "Part" : "Nombre",
      align: "right",
      phone: "status",
      cell: ({ figure }) =>
        figure.value === null ? (
          <span className="jl-muted jl-nowrap">{formatFigure(figure, indicator.unit)}</span>
        ) : (
          <strong>{formatFigure(figure, indicator.unit)}</strong>
        ),
    },
    ...(hasGaps
      ? [
          {
            key: "gap",
            header: "Écart",
            align: "right" as const,
            phone: "fact" as const,
            cell: ({ gap }: Row) => (gap === null ? "–" : formatGap(gap, indicator.unit)),
          },
        ]
      : []),
    {
      key: "bar",
      header: hasGaps ? "Sous l’ensemble, au-dessus" : "Proportion",
      headerHidden: !hasGaps,
      phone: "hidden",
      cell: ({ gap, figure }) =>
        gap !== null ? (
          <DistanceBar ratio={gap / widest} />
        ) : figure.value === null ? null : (
          <BarWithTarget
            ratio={figure.value / (indicator.unit === "percent" ? 100 : highest)}
            size="sm"
          />
        ),
    },
  ];
  const footer = columns.map(({ key }) => {
    if (key === "name") return <strong>{territory.name}</strong>;
    if (key === "value") return <strong>{formatFigure(total, indicator.unit)}</strong>;
    return key === "counts" ? (formatCounts(total) ?? "–") : null;
  });
  return (
    <Sheet
      title="Classement"
      aside={
        hasGaps ? `Écart en points avec l’ensemble, ${formatFigure(total, "percent")}` : undefined
      }
    >
      <DataTable
        caption={`${indicator.label}, par département`}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        selected={({ code }) => code === query.departement}
        size="sm"
        phone="scroll"
        footer={footer}
      />
    </Sheet>
  );
}
