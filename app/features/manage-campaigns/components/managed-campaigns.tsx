import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { EmptyState } from "~/ui/components/empty-state";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TaskList } from "~/ui/components/task-list";
import { formatDateTime } from "~/ui/format";
import { phaseLabels } from "../labels";
import type { ManagedCampaign } from "../manage-view.server";

/** The campaigns that a manager runs, each leading to its calendar. */
export function ManagedCampaigns({
  campaigns,
}: {
  readonly campaigns: readonly ManagedCampaign[];
}) {
  return (
    <>
      <PageTitle
        title="Gestion des campagnes"
        lead="Annoncer une campagne, modifier son calendrier&nbsp;: chaque changement reste au journal avec son motif."
      />
      {campaigns.length === 0 ? (
        <EmptyState title="Aucune campagne dans votre périmètre">
          Une campagne apparaît ici dès que son document est importé.
        </EmptyState>
      ) : (
        <Sheet>
          <TaskList
            title="Campagnes"
            titleLevel={2}
            tasks={campaigns.map((campaign) => ({
              to: paths.manageCalendar(campaign.slug),
              title: campaign.title,
              detail: `Du ${formatDateTime(campaign.opensAt)} au ${formatDateTime(campaign.closesAt)}`,
              badge: <Badge>{phaseLabels[campaign.phase]}</Badge>,
            }))}
          />
        </Sheet>
      )}
    </>
  );
}
