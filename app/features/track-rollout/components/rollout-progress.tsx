import { PackageOpen, ShoppingCart, Wrench } from "lucide-react";
import type { ItemState, Quantities, RolloutTotals } from "~/domain/rollout/progress";
import { Badge, type badgeIcons } from "~/ui/components/badge";
import { DeliveryBar, DeliveryLegend } from "~/ui/components/bars";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatCount, formatNumber, formatPercent, pluralOf } from "~/ui/format";
import { stateSentence, stateTones } from "../labels";

/** The delivery bar of some quantities; the figures stand beside. */
export function ProgressBar({ quantities, size }: { quantities: Quantities; size?: "sm" | "lg" }) {
  const { planned, ordered, delivered, installed } = quantities;
  const share = (units: number) => (planned === 0 ? 0 : units / planned);
  return (
    <DeliveryBar
      size={size}
      installed={share(installed)}
      delivered={share(delivered - installed)}
      ordered={share(ordered - delivered)}
    />
  );
}

const stateIcons: Readonly<Record<ItemState, keyof typeof badgeIcons | typeof Wrench>> = {
  late: "clock",
  "to-order": "inbox",
  "partly-ordered": ShoppingCart,
  ordered: ShoppingCart,
  "partly-delivered": PackageOpen,
  delivered: PackageOpen,
  installing: Wrench,
  installed: "check",
};

/** Where a school stands, in words. */
export function StateBadge({ state, daysLate }: { state: ItemState; daysLate: number }) {
  return (
    <Badge tone={stateTones[state]} icon={stateIcons[state]}>
      {stateSentence(state, daysLate)}
    </Badge>
  );
}

/** The figures of a programme over the schools of the scope. */
export function RolloutTotalsSheet({ totals, unit }: { totals: RolloutTotals; unit: string }) {
  const share = (units: number) =>
    totals.planned === 0 ? "" : `, soit ${formatPercent(units / totals.planned)}`;
  return (
    <Sheet>
      <h2 className="fr-sr-only">Ensemble</h2>
      <div className="jl-stack jl-stack--tight">
        <StatRow>
          <StatFigure value={formatNumber(totals.planned)}>
            {`${pluralOf(totals.planned, "prévu")} (${unit}), dans ${formatCount(totals.schools, "établissement")}`}
          </StatFigure>
          <StatFigure value={formatNumber(totals.ordered)}>
            {`${pluralOf(totals.ordered, "commandé")}${share(totals.ordered)}`}
          </StatFigure>
          <StatFigure value={formatNumber(totals.delivered)}>
            {`${pluralOf(totals.delivered, "livré")}${share(totals.delivered)}`}
          </StatFigure>
          <StatFigure value={formatNumber(totals.installed)}>
            {`${pluralOf(totals.installed, "installé")}${share(totals.installed)}`}
          </StatFigure>
          <StatFigure
            value={formatNumber(totals.lateSchools)}
            tone={totals.lateSchools > 0 ? "err" : "neutral"}
          >
            {totals.lateSchools > 0
              ? `${pluralOf(totals.lateSchools, "établissement")} en retard, ${formatNumber(totals.lateUnits)} ${pluralOf(totals.lateUnits, "attendu")}`
              : "établissement en retard"}
          </StatFigure>
        </StatRow>
        <ProgressBar quantities={totals} size="lg" />
        <DeliveryLegend />
      </div>
    </Sheet>
  );
}
