import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatNumber, nbsp, pluralOf } from "~/ui/format";
import type { RolloutLine, RolloutView } from "../rollout-view.server";
import { ChangedHands, SetAside } from "./other-owners";
import { RolloutTotalsSheet } from "./rollout-progress";
import { RolloutTable } from "./rollout-table";

/** One programme: totals, what is late, then every school of the scope. */
export function RolloutPage({ view }: { view: RolloutView }) {
  return (
    <div className="jl-page">
      <Breadcrumb items={[{ to: paths.rollouts(), label: "Déploiement" }, { label: view.title }]} />
      <PageTitle
        kicker={view.ownerName}
        title={view.title}
        lead={`État au ${formatDate(view.today, { weekday: true })}.`}
      />
      <ChangedHands view={view} />
      <RolloutTotalsSheet totals={view.totals} unit={view.unit} />
      {view.late.length > 0 ? <LateSchools view={view} /> : null}
      <RolloutTable view={view} />
      <SetAside view={view} />
    </div>
  );
}

function LateSchools({ view }: { view: RolloutView }) {
  return (
    <Sheet
      title="En retard"
      aside={`${formatNumber(view.late.length)} sur ${formatNumber(view.totals.schools)}`}
    >
      <ul className="jl-overdue">
        {view.late.map((line) => (
          <li key={line.id} className="jl-overdue__line">
            <div>
              <p className="jl-overdue__school">
                {[line.schoolName, line.communeName].filter(Boolean).join(", ")}
              </p>
              <p className="jl-overdue__fact">{lateSentence(line, view.unit)}</p>
            </div>
            {view.mayRecord ? (
              <LinkButton variant="secondary" size="sm" to={paths.rolloutItem(view.slug, line.id)}>
                Saisir
                <span className="fr-sr-only"> pour {line.schoolName}</span>
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function lateSentence(line: RolloutLine, unit: string): string {
  const missing = line.planned - line.delivered;
  const due = line.dueOn ? ` le ${formatDate(line.dueOn)}` : "";
  const last = line.lastDeliveredOn
    ? `Dernière livraison le ${formatDate(line.lastDeliveredOn)}.`
    : "Aucune livraison reçue.";
  return `${formatNumber(missing)}${nbsp}${pluralOf(missing, "attendu")}${due} (${unit}). ${last}`;
}
