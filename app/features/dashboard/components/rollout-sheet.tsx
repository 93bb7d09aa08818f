import { DeliveryBar, DeliveryLegend } from "~/ui/components/bars";
import { type Column, DataTable } from "~/ui/components/data-table";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber } from "~/ui/format";
import type { RolloutTotals } from "../rollout-totals";

type Row = RolloutTotals["rows"][number];
type Quantities = RolloutTotals["total"];

const steps = [
  ["planned", "Prévus"],
  ["ordered", "Commandés"],
  ["delivered", "Livrés"],
  ["installed", "Installés"],
] as const;

function Bar({ planned, ordered, delivered, installed, size }: Quantities & { size?: "lg" }) {
  if (planned === 0) return null;
  return (
    <DeliveryBar
      installed={installed / planned}
      delivered={(delivered - installed) / planned}
      ordered={(ordered - delivered) / planned}
      size={size}
    />
  );
}

/** How far the roll-out has come: ordered, delivered, installed units, by département. */
export function RolloutSheet({ rollout }: { rollout: RolloutTotals }) {
  const columns: Column<Row>[] = [
    { key: "name", header: "Département", phone: "title", cell: ({ name }) => name },
    ...steps.map(([key, header]) => ({
      key,
      header,
      align: "right" as const,
      phone: "fact" as const,
      cell: (row: Row) => formatNumber(row[key]),
    })),
    {
      key: "bar",
      header: "Avancement",
      headerHidden: true,
      phone: "hidden",
      cell: (row) => <Bar {...row} />,
    },
  ];
  return (
    <Sheet
      title="Commandes, livraisons, installations"
      aside={`${rollout.title}, en ${rollout.unit}`}
    >
      <div className="jl-stack">
        <Bar {...rollout.total} size="lg" />
        <DeliveryLegend />
        <DataTable
          caption="Déploiement par département"
          captionHidden
          columns={columns}
          rows={rollout.rows}
          rowKey={({ code }) => code}
          size="sm"
          phone="scroll"
          footer={[
            <strong key="name">Ensemble</strong>,
            ...steps.map(([key]) => <strong key={key}>{formatNumber(rollout.total[key])}</strong>),
            null,
          ]}
        />
      </div>
    </Sheet>
  );
}
