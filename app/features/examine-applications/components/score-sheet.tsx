import { type Column, DataTable } from "~/ui/components/data-table";
import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatNumber } from "~/ui/format";
import type { ExaminationView } from "../examination-view.server";
import { levelLabel } from "../labels";
import type { AxisScores } from "../score-comparison";

const tenth = (score: number | null) =>
  score === null ? "–" : formatNumber(score, { decimals: 1 });

/** Declared and examined scores, in total and by axis: two columns that are never merged. */
export function ScoreSheet({ view }: { view: ExaminationView }) {
  const { declared, examined } = view.totals;
  const hasLevel = view.levels.length > 0;
  const columns: Column<AxisScores>[] = [
    { key: "axis", header: "Axe", phone: "title", cell: (row) => row.title },
    {
      key: "declared",
      header: "Déclaré, sur\u00a0100",
      align: "right",
      phone: "fact",
      cell: (row) => tenth(row.declared),
    },
    {
      key: "examined",
      header: "Instruit, sur\u00a0100",
      align: "right",
      phone: "fact",
      cell: (row) => {
        if (!examined) return "–";
        const text = tenth(row.examined);
        return row.examined === row.declared ? text : <strong>{text}</strong>;
      },
    },
  ];
  return (
    <Sheet title="Scores">
      <div className="jl-stack">
        <StatRow>
          <Total name="Déclaré par l’établissement" total={declared} hasLevel={hasLevel} />
          {examined ? (
            <Total name="Retenu par l’instruction" total={examined} hasLevel={hasLevel} />
          ) : (
            <StatFigure value="–">L’instruction n’est pas commencée.</StatFigure>
          )}
        </StatRow>
        <DataTable
          caption="Scores par axe, sur 100"
          captionHidden
          columns={columns}
          rows={view.axes}
          rowKey={(row) => row.id}
          size="sm"
          phone="scroll"
        />
      </div>
    </Sheet>
  );
}

type TotalProps = {
  readonly name: string;
  readonly total: { readonly score: number | null; readonly level: number };
  readonly hasLevel: boolean;
};

function Total({ name, total, hasLevel }: TotalProps) {
  return (
    <StatFigure value={tenth(total.score)} unit="sur 100">
      <p>{name}</p>
      {hasLevel ? (
        <LevelMark level={total.level as LevelValue} label={levelLabel(total.level)} />
      ) : null}
    </StatFigure>
  );
}
