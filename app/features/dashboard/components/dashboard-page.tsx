import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";
import { formatDate } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { AcademieSheet } from "./academie-sheet";
import { DefinitionStrip } from "./definition-strip";
import { DepartementSheet } from "./departement-sheet";
import { IndicatorCards } from "./indicator-cards";
import { MapSheet } from "./map-sheet";
import { OtherFigures } from "./other-figures";
import { PaceSheet } from "./pace-sheet";
import { QueryForm } from "./query-form";
import { RankingSheet } from "./ranking-sheet";
import { RolloutSheet } from "./rollout-sheet";
import { TotalSheet } from "./total-sheet";

/** The dashboard of one indicator over one territory; everything it shows is in its address. */
export function DashboardPage({ view }: { view: DashboardView }) {
  const { indicator, territory, rollout, paces } = view;
  return (
    <>
      <Breadcrumb
        items={[
          { to: paths.home(), label: "Accueil" },
          { to: paths.dashboard(), label: "Tableau de bord" },
          { label: indicator.label },
        ]}
      />
      <PageTitle
        title={`${indicator.label} ${territory.inPlace}`}
        lead={`${indicator.perimeter}, au ${formatDate(view.observedOn ?? view.day)}.`}
      />
      <div className="jl-page">
        <IndicatorCards view={view} />
        <QueryForm view={view} />
        {view.waiting && (
          <Alert title="Rien à montrer pour l’instant">
            {`${view.waiting} Les départements sont donc marqués « non communiqué ».`.replace(
              /« | »/g,
              (mark) => (mark === "« " ? "«\u00a0" : "\u00a0»"),
            )}
          </Alert>
        )}
        <div className="jl-grid jl-grid--seven-five jl-grid--stretch">
          <MapSheet view={view} />
          <div className="jl-stack">
            <TotalSheet view={view} />
            <DepartementSheet view={view} />
          </div>
        </div>
        <div className="jl-grid jl-grid--seven-five">
          <RankingSheet view={view} />
          <div className="jl-stack">
            {paces.length > 0 && <PaceSheet paces={paces} />}
            <AcademieSheet view={view} />
          </div>
        </div>
        {rollout && rollout.rows.length > 0 && <RolloutSheet rollout={rollout} />}
        <DefinitionStrip view={view} />
        <OtherFigures view={view} />
      </div>
    </>
  );
}
