import { plainLevel } from "~/features/application-file/level-name";
import { BarWithTarget } from "~/ui/components/bars";
import { type Column, DataTable } from "~/ui/components/data-table";
import { Radar, RadarLegend } from "~/ui/components/radar";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatNumber, pluralOf } from "~/ui/format";
import type { AxisLine, MaturityProfileView } from "../maturity-profile-view.server";

const written = (score: number | null) =>
  score === null ? "sans objet" : formatNumber(score, { decimals: 1 });

/** The radar and, beside it, the same data as a table. */
export function AxesSheet({ view }: { view: MaturityProfileView }) {
  const { axes, aimed } = view;
  if (axes.length === 0) return null;
  const hasMinimum = axes.some((axis) => axis.minimum !== null);
  const minimumLabel = aimed ? `Minimum du ${plainLevel(aimed.level)}` : "Minimum";
  return (
    <Sheet
      title={pluralOf(axes.length, "Un axe", formatCount(axes.length, "axe"))}
      aside={
        hasMinimum && axes.length >= 3 ? <RadarLegend minimumLabel={minimumLabel} /> : undefined
      }
    >
      <div className="jl-grid jl-grid--two">
        {axes.length >= 3 && (
          <Radar
            axes={axes.map((axis) => ({
              label: axis.title,
              shortLabel: axis.short,
              value: axis.score === null ? "–" : formatNumber(axis.score, { decimals: 0 }),
              ratio: axis.score === null ? null : axis.score / 100,
              minimum: axis.minimum === null ? undefined : axis.minimum / 100,
            }))}
            description={`Scores par axe, sur 100. ${axes
              .map((axis) => `${axis.title} : ${written(axis.score)}`)
              .join(" ; ")}.`.replace(/ ([:;])/g, "\u00a0$1")}
          />
        )}
        <DataTable
          caption="Score de chaque axe et distance au minimum du niveau"
          captionHidden
          columns={columnsOf(hasMinimum)}
          rows={axes}
          rowKey={(axis) => axis.id}
          phone="scroll"
          footer={[
            "Ensemble, pondéré",
            formatNumber(axes.reduce((sum, axis) => sum + axis.weight, 0)),
            written(view.score),
            ...(hasMinimum ? [overallGap(view)] : []),
          ]}
        />
      </div>
    </Sheet>
  );
}

function overallGap({ score, marks, aimed }: MaturityProfileView): string {
  const mark = marks.find(({ level }) => level === aimed?.level);
  if (score === null || !mark) return "";
  return formatNumber(score - mark.min, { decimals: 1, signed: true });
}

function columnsOf(hasMinimum: boolean): Column<AxisLine>[] {
  return [
    { key: "axe", header: "Axe", cell: (axis) => axis.title },
    { key: "poids", header: "Poids", align: "right", cell: (axis) => formatNumber(axis.weight) },
    { key: "score", header: "Score sur 100", cell: (axis) => <ScoreCell axis={axis} /> },
    ...(hasMinimum
      ? [
          {
            key: "ecart",
            header: "Écart au minimum",
            align: "right" as const,
            cell: (axis: AxisLine) => <GapCell axis={axis} />,
          },
        ]
      : []),
  ];
}

function ScoreCell({ axis }: { axis: AxisLine }) {
  if (axis.score === null) return <>sans objet</>;
  return (
    <span className="jl-axis">
      <span>{written(axis.score)}</span>
      <BarWithTarget
        ratio={axis.score / 100}
        target={axis.minimum === null ? undefined : axis.minimum / 100}
        marksBelow
        size="sm"
      />
    </span>
  );
}

function GapCell({ axis }: { axis: AxisLine }) {
  if (axis.score === null || axis.minimum === null) return <>–</>;
  const gap = axis.score - axis.minimum;
  return (
    <span className={gap < 0 ? "jl-below" : undefined}>
      {formatNumber(gap, { decimals: 1, signed: true })}
    </span>
  );
}
