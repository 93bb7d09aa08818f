import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatDate, formatNumber } from "~/ui/format";
import type { ExaminationCampaignsView } from "../examination-campaigns-view.server";

/** The campaigns to examine, with what is left to do in each. */
export function CampaignsPage({ view: { campaigns } }: { view: ExaminationCampaignsView }) {
  return (
    <div className="jl-page">
      <PageTitle
        title="Instruction"
        lead="Lire les candidatures de votre périmètre, vérifier les preuves, corriger et donner un avis."
      />
      <div className="jl-stack">
        {campaigns.length === 0 ? (
          <Sheet>
            <EmptyState title="Aucune campagne annoncée">
              Une campagne apparaît ici dès que ses organisateurs l’annoncent.
            </EmptyState>
          </Sheet>
        ) : (
          campaigns.map((campaign) => (
            <Sheet
              isLandmark={false}
              key={campaign.slug}
              title={campaign.title}
              aside={<State campaign={campaign} />}
            >
              <p>{todoOf(campaign)}</p>
              <p>
                <Link to={paths.examinationList(campaign.slug)} icon="arrow">
                  {`Ouvrir la liste, ${campaign.title}`}
                </Link>
              </p>
            </Sheet>
          ))
        )}
      </div>
    </div>
  );
}

type Campaign = ExaminationCampaignsView["campaigns"][number];

function State({ campaign }: { campaign: Campaign }) {
  if (campaign.isPublished) {
    return (
      <Badge tone="success" icon="check">
        Publiée
      </Badge>
    );
  }
  return (
    <Badge
      tone={campaign.isClosed ? "neutral" : "info"}
      icon={campaign.isClosed ? "lock" : "clock"}
    >
      {`${campaign.isClosed ? "Close depuis le" : "Ouverte jusqu’au"} ${formatDate(campaign.closesAt)}`}
    </Badge>
  );
}

function todoOf({ submitted, toExamine }: Campaign): string {
  if (submitted === 0) return "Aucune candidature transmise dans votre périmètre.";
  const sent = formatCount(submitted, "candidature transmise", "candidatures transmises");
  return toExamine === 0
    ? `${sent}, toutes instruites.`
    : `${sent}, dont ${formatNumber(toExamine)} à instruire.`;
}
