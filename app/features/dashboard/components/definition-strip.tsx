import { paths } from "~/paths";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, nbsp } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { dashboardAddress } from "../query";

/** How the figure is made, where it comes from, when, and its file. */
export function DefinitionStrip({ view }: { view: DashboardView }) {
  const { indicator, observedOn, day, query } = view;
  return (
    <Sheet
      title="Comment ce chiffre est calculé"
      aside={
        <Link
          to={dashboardAddress(query, {}, paths.dashboardData())}
          icon="download"
          reloadDocument
        >
          Télécharger le tableau
        </Link>
      }
    >
      <div className="jl-prose">
        <p>{indicator.definition}</p>
        {indicator.unit === "percent" && (
          <p>
            Le taux d’une académie ou de la région est recalculé à partir des effectifs{nbsp}: ce
            n’est jamais une moyenne de départements.
          </p>
        )}
        <p className="jl-second">
          {`Source${nbsp}: ${indicator.sources.join(" ; ") || "non communiquée"}. Observé le ${formatDate(observedOn ?? day)}.`}
        </p>
      </div>
    </Sheet>
  );
}
