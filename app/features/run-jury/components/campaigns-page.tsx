import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatNumber } from "~/ui/format";
import type { JuryCampaignsView } from "../jury-view.server";

/** The campaigns whose jury this person sits in, with how far each has gone. */
export function JuryCampaignsPage({ view: { campaigns } }: { view: JuryCampaignsView }) {
  return (
    <div className="jl-page">
      <PageTitle
        title="Jury"
        lead="Lire les dossiers instruits, classés par score, et proposer un niveau pour chacun."
      />
      <div className="jl-stack">
        {campaigns.length === 0 ? (
          <Sheet>
            <EmptyState title="Aucune campagne annoncée">
              Une campagne apparaît ici dès que ses organisateurs l’annoncent.
            </EmptyState>
          </Sheet>
        ) : (
          campaigns.map(({ slug, title, isPublished, files, proposed }) => (
            <Sheet
              isLandmark={false}
              key={slug}
              title={title}
              aside={
                isPublished ? (
                  <Badge tone="success" icon="check">
                    Publiée
                  </Badge>
                ) : undefined
              }
            >
              <p>
                {files === 0
                  ? "Aucun dossier instruit pour l’instant."
                  : `${formatCount(files, "dossier instruit", "dossiers instruits")}, niveau proposé pour ${formatNumber(proposed)}.`}
              </p>
              <p>
                <Link to={paths.jury(slug)} icon="arrow">{`Ouvrir la séance, ${title}`}</Link>
              </p>
            </Sheet>
          ))
        )}
      </div>
    </div>
  );
}
