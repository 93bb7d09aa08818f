import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { CellTitle, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatMoney } from "~/ui/format";
import type { AllocationListView } from "../allocation-list-view.server";
import { planStatusLabels } from "../labels";

/** The published campaigns that give a right to equipment. */
export function AllocationList({ view }: { view: AllocationListView }) {
  return (
    <div className="jl-page">
      <PageTitle
        title="Dotation"
        lead="Transformer les niveaux décidés en équipement, dans une enveloppe, puis enregistrer le vote."
      />
      {view.entries.length === 0 ? (
        <Sheet>
          <EmptyState title="Aucune dotation à préparer">
            Une dotation se prépare quand les résultats d’une campagne sont publiés.
          </EmptyState>
        </Sheet>
      ) : (
        <Sheet title="Campagnes publiées" padding="flush">
          <DataTable
            caption="Dotations par campagne"
            captionHidden
            rows={view.entries}
            rowKey={(entry) => `${entry.slug}/${entry.entitlementId}`}
            columns={[
              {
                key: "right",
                header: "Dotation",
                phone: "title",
                cell: (entry) => (
                  <CellTitle
                    title={
                      <Link to={`${paths.allocation(entry.slug)}?droit=${entry.entitlementId}`}>
                        {entry.entitlementLabel}
                      </Link>
                    }
                    detail={entry.campaignTitle}
                  />
                ),
              },
              {
                key: "status",
                header: "État",
                phone: "status",
                cell: ({ status }) => (
                  <Badge
                    tone={status === "adopted" ? "success" : status ? "info" : "neutral"}
                    icon={status === "adopted" ? "check" : status ? "pencil" : "clock"}
                  >
                    {status ? planStatusLabels[status] : "À calculer"}
                  </Badge>
                ),
              },
              {
                key: "published",
                header: "Résultats publiés",
                phone: "fact",
                cell: (entry) => formatDate(entry.publishedAt),
              },
              {
                key: "envelope",
                header: "Enveloppe",
                align: "right",
                phone: "fact",
                cell: (entry) => formatMoney(entry.envelopeCents),
              },
            ]}
          />
        </Sheet>
      )}
    </div>
  );
}
