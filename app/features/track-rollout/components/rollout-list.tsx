import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { DeliveryLegend } from "~/ui/components/bars";
import { CellTitle, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatDate, formatNumber } from "~/ui/format";
import type { RolloutListView } from "../rollout-list-view.server";
import { ProgressBar } from "./rollout-progress";

/** The programmes whose schools a person follows, with the totals of these schools. */
export function RolloutList({ view }: { view: RolloutListView }) {
  return (
    <div className="jl-page">
      <PageTitle
        title="Déploiement"
        lead={`Ce qui est commandé, livré et installé dans vos établissements. État au ${formatDate(view.today, { weekday: true })}.`}
      />
      {view.programmes.length === 0 ? (
        <Sheet>
          <EmptyState title="Aucun programme à suivre">
            Un programme s’ouvre quand une dotation est adoptée pour au moins un de vos
            établissements.
          </EmptyState>
        </Sheet>
      ) : (
        <Sheet title="Programmes" aside={<DeliveryLegend />} padding="flush">
          <DataTable
            caption="Programmes de déploiement"
            captionHidden
            rows={view.programmes}
            rowKey={(programme) => programme.slug}
            columns={[
              {
                key: "title",
                header: "Programme",
                phone: "title",
                cell: (programme) => (
                  <CellTitle
                    title={<Link to={paths.rollout(programme.slug)}>{programme.title}</Link>}
                    detail={`${programme.ownerName} · ${formatCount(programme.totals.schools, "établissement")}`}
                  />
                ),
              },
              {
                key: "late",
                header: "Retards",
                phone: "status",
                cell: ({ totals }) =>
                  totals.lateSchools > 0 ? (
                    <Badge tone="error" icon="clock">
                      {formatCount(
                        totals.lateSchools,
                        "établissement en retard",
                        "établissements en retard",
                      )}
                    </Badge>
                  ) : (
                    <Badge tone="success" icon="check">
                      Aucun retard
                    </Badge>
                  ),
              },
              {
                key: "progress",
                header: "Avancement",
                phone: "hidden",
                wideOnly: true,
                cell: ({ totals }) => <ProgressBar quantities={totals} />,
              },
              ...(["planned", "ordered", "delivered", "installed"] as const).map((key) => ({
                key,
                header: {
                  planned: "Prévu",
                  ordered: "Commandé",
                  delivered: "Livré",
                  installed: "Installé",
                }[key],
                align: "right" as const,
                phone: "fact" as const,
                cell: ({ totals }: RolloutListView["programmes"][number]) =>
                  formatNumber(totals[key]),
              })),
            ]}
          />
        </Sheet>
      )}
    </div>
  );
}
