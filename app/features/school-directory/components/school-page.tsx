import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDate } from "~/ui/format";
import { unitKindLabels } from "../labels";
import type { SchoolView } from "../school-view.server";
import { SchoolFacts } from "./school-facts";
import { SchoolRecords } from "./school-records";

/** One school: what the directory knows of it, who owns its equipment, its labels and applications. */
export function SchoolPage({ view, teamTo }: { view: SchoolView; teamTo: string | null }) {
  const { unit, owner, communeName, departementName } = view;
  const place = [communeName, departementName].filter(Boolean).join(", ");
  return (
    <div className="jl-page">
      <Breadcrumb
        items={[{ to: paths.schools(), label: "Établissements" }, { label: unit.name }]}
      />
      <PageTitle
        kicker={unit.kinds.map((kind) => unitKindLabels[kind]).join(" et ")}
        title={unit.name}
        lead={[place, `UAI\u00a0${unit.uai}`, unit.fictitious ? "établissement fictif" : ""]
          .filter(Boolean)
          .join(" · ")}
        aside={
          teamTo ? (
            <LinkButton to={teamTo} variant="secondary">
              Équipe et délégations
            </LinkButton>
          ) : undefined
        }
      />
      <div className="jl-grid jl-grid--two">
        <div className="jl-stack">
          <Sheet title="Propriétaire des équipements">
            {owner ? (
              <>
                <p>
                  <strong>{owner.owner}</strong>, depuis le {formatDate(owner.validFrom)}.
                </p>
                <p className="jl-quiet">{owner.source}</p>
              </>
            ) : (
              <p>Aucun propriétaire n’est enregistré à ce jour.</p>
            )}
            {view.mayRecordOwner ? (
              <p className="jl-after">
                <LinkButton to={paths.schoolOwner(unit.uai)} variant="secondary" size="sm">
                  Historique et nouvelle décision
                </LinkButton>
              </p>
            ) : null}
          </Sheet>
          <SchoolRecords view={view} />
        </div>
        <SchoolFacts view={view} />
      </div>
    </div>
  );
}
