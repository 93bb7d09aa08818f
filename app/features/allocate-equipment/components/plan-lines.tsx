import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { LevelMark } from "~/ui/components/level-mark";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatMoney, formatNumber } from "~/ui/format";
import type { AllocationLineView, PlanView } from "../allocation-view.server";

const levelOf = (level: number) => (level === 3 ? 3 : level === 2 ? 2 : 1);

const columns = (last: Column<AllocationLineView>[]): Column<AllocationLineView>[] => [
  {
    key: "school",
    header: "Établissement",
    phone: "title",
    cell: (line) => (
      <CellTitle
        title={line.name}
        detail={[line.communeName, line.uai].filter(Boolean).join(" · ")}
      />
    ),
  },
  { key: "rank", header: "Rang", align: "right", phone: "fact", cell: (line) => line.rank },
  {
    key: "level",
    header: "Niveau",
    phone: "status",
    cell: (line) => (
      <LevelMark size="sm" level={levelOf(line.level)} label={`Niveau ${line.level}`} />
    ),
  },
  {
    key: "score",
    header: "Score d’instruction",
    align: "right",
    phone: "hidden",
    wideOnly: true,
    cell: (line) =>
      line.score === "" ? "Non communiqué" : formatNumber(Number(line.score), { decimals: 1 }),
  },
  ...last,
  { key: "reason", header: "Motif", phone: "fact", cell: (line) => line.reason },
];

const quantity = (
  key: "quantity" | "entitledQuantity",
  header: string,
): Column<AllocationLineView> => ({
  key,
  header,
  align: "right",
  phone: "fact",
  cell: (line) => (line[key] === 0 ? "–" : formatNumber(line[key])),
});

/** The schools served, then those that are not, each with its reason. */
export function PlanLines({ plan }: { plan: PlanView }) {
  const served = plan.lines.filter((line) => line.isServed);
  const others = plan.lines.filter((line) => !line.isServed);
  const amount = (header: string, of: (line: AllocationLineView) => number) => ({
    key: "amount",
    header,
    align: "right" as const,
    phone: "fact" as const,
    cell: (line: AllocationLineView) => (of(line) === 0 ? "–" : formatMoney(of(line))),
  });
  return (
    <>
      <Sheet title="Servis" aside={formatCount(served.length, "établissement")} padding="flush">
        <DataTable
          caption="Établissements servis"
          captionHidden
          size="sm"
          rows={served}
          rowKey={(line) => line.uai}
          columns={columns([
            quantity("quantity", "Quantité"),
            amount("Montant", (line) => line.amountCents),
          ])}
        />
      </Sheet>
      {others.length > 0 ? (
        <Sheet
          title="Non servis"
          aside={formatCount(others.length, "établissement")}
          padding="flush"
        >
          <DataTable
            caption="Établissements non servis"
            captionHidden
            size="sm"
            rows={others}
            rowKey={(line) => line.uai}
            columns={columns([
              quantity("entitledQuantity", "Besoin"),
              amount("Coût", (line) => line.entitledQuantity * plan.unitPriceCents),
            ])}
          />
        </Sheet>
      ) : null}
    </>
  );
}
