import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { EmptyState } from "~/ui/components/empty-state";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { JuryView } from "../jury-view.server";
import { BandList } from "./band-list";
import { SessionStrip } from "./session-strip";

/** The session of a jury: how far it has gone, and every examined file in rank order. */
export function SessionPage({ view }: { view: JuryView }) {
  return (
    <div className="jl-page">
      <Breadcrumb items={[{ to: paths.juries(), label: "Jury" }, { label: view.campaign }]} />
      <PageTitle
        kicker={view.campaign}
        title="Séance du jury"
        lead="Le jury propose, les autorités de décision décident. Tout reste un projet jusqu’à la publication, commune à tous."
      />
      <div className="jl-stack">
        <SessionStrip session={view} />
        <Sheet>
          {view.total === 0 ? (
            <EmptyState
              title="Aucun dossier instruit"
              action={
                <LinkButton to={paths.juries()} variant="secondary">
                  Revenir aux campagnes
                </LinkButton>
              }
            >
              Un dossier apparaît ici, à son rang, dès que son instruction est close.
            </EmptyState>
          ) : (
            <BandList session={view} hasHints />
          )}
        </Sheet>
      </div>
    </div>
  );
}
