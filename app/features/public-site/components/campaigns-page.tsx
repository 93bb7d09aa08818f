import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { CampaignsView } from "../campaign-view.server";
import { kindLabels, phaseLabels } from "../labels";

/** Every announced campaign, the newest first. */
export function CampaignsPage({ view }: { view: CampaignsView }) {
  return (
    <>
      <Breadcrumb items={[{ to: paths.home(), label: "Accueil" }, { label: "Campagnes" }]} />
      <PageTitle
        title="Campagnes"
        lead="Les règles, le calendrier et la grille de chaque campagne sont publics dès son annonce."
      />
      <div className="jl-page">
        {view.campaigns.length === 0 && (
          <Sheet>
            <EmptyState title="Aucune campagne annoncée">
              La prochaine campagne apparaîtra ici dès que ses organisateurs l’annonceront.
            </EmptyState>
          </Sheet>
        )}
        {view.campaigns.map((campaign) => (
          <Sheet
            isLandmark={false}
            key={campaign.slug}
            title={campaign.title}
            aside={
              <Badge tone={campaign.phase === "open" ? "success" : "neutral"}>
                {phaseLabels[campaign.phase]}
              </Badge>
            }
          >
            <div className="jl-stack jl-stack--tight">
              <p className="jl-second">{`${kindLabels[campaign.kind]}. ${campaign.state}.`}</p>
              {campaign.summary && <p className="jl-measure">{campaign.summary}</p>}
              <ul className="jl-link-row">
                <li>
                  <Link to={paths.campaign(campaign.slug)} icon="arrow">
                    Présentation<span className="fr-sr-only"> de {campaign.title}</span>
                  </Link>
                </li>
                <li>
                  <Link to={paths.grid(campaign.slug)} icon="arrow">
                    Grille publique<span className="fr-sr-only"> de {campaign.title}</span>
                  </Link>
                </li>
                <li>
                  <Link to={paths.results(campaign.slug)} icon="arrow">
                    Résultats<span className="fr-sr-only"> de {campaign.title}</span>
                  </Link>
                </li>
              </ul>
            </div>
          </Sheet>
        ))}
      </div>
    </>
  );
}
