import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Badge, type BadgeTone } from "~/ui/components/badge";
import { LinkButton } from "~/ui/components/button";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatDate, formatDateTime, formatDaysUntil, formatList } from "~/ui/format";
import type { ApplicationsView, ListedApplication } from "../applications-view.server";
import { applicantStatusLabels } from "../labels";
import type { Opening } from "../openings.server";

const tones: Readonly<Record<ApplicationStatus, BadgeTone>> = {
  draft: "info",
  submitted: "success",
  "under-examination": "info",
  examined: "info",
  proposed: "info",
  decided: "success",
  withdrawn: "neutral",
};

/** « Mes candidatures »: what I may begin, then every application of my schools. */
export function ApplicationsPage({ view }: { view: ApplicationsView }) {
  const isEmpty = view.applications.length === 0 && view.openings.length === 0;
  return (
    <div className="jl-page">
      <PageTitle title="Mes candidatures" />
      {view.openings.map((opening) => (
        <OpeningSheet key={opening.slug} opening={opening} now={view.now} />
      ))}
      {view.applications.length > 0 && (
        <Sheet padding="flush">
          <DataTable
            caption="Candidatures de vos établissements, toutes campagnes"
            columns={columnsAt(view.now)}
            rows={view.applications}
            rowKey={(application) => application.id}
          />
        </Sheet>
      )}
      {isEmpty && (
        <Sheet>
          <EmptyState
            title="Aucune candidature pour le moment"
            action={
              <LinkButton to={paths.campaigns()} variant="secondary">
                Voir les campagnes
              </LinkButton>
            }
          >
            Aucune campagne ouverte ne concerne vos établissements, et aucune candidature n’y est
            commencée.
          </EmptyState>
        </Sheet>
      )}
    </div>
  );
}

function OpeningSheet({ opening, now }: { opening: Opening; now: string }) {
  return (
    <Sheet title={opening.title} aside={formatDaysUntil(now, opening.closesAt)}>
      <div className="jl-stack jl-stack--tight">
        {opening.summary && <p>{opening.summary}</p>}
        <p className="jl-second">
          {`Ouverte jusqu’au ${formatDateTime(opening.closesAt, { weekday: true })}, heure de Paris. `}
          {opening.schools.length > 3
            ? `${formatCount(opening.schools.length, "établissement")} de votre périmètre peuvent candidater.`
            : `Pour ${formatList(opening.schools.map((school) => school.name))}.`}
        </p>
        <p>
          <LinkButton to={paths.startApplication(opening.slug)}>
            Commencer ma candidature
          </LinkButton>
        </p>
      </div>
    </Sheet>
  );
}

function columnsAt(now: string): Column<ListedApplication>[] {
  return [
    {
      key: "etablissement",
      header: "Établissement",
      phone: "title",
      cell: (row) => (
        <CellTitle
          title={<Anchor to={paths.application(row.id)}>{row.title}</Anchor>}
          detail={row.place}
        />
      ),
    },
    { key: "campagne", header: "Campagne", phone: "fact", cell: (row) => row.campaign },
    {
      key: "etat",
      header: "État",
      phone: "status",
      cell: (row) => <Badge tone={tones[row.status]}>{applicantStatusLabels[row.status]}</Badge>,
    },
    {
      key: "echeance",
      header: "Échéance",
      phone: "fact",
      cell: (row) => {
        if (row.submittedAt) return `Transmise le ${formatDate(row.submittedAt)}`;
        return row.isOpen
          ? `${formatDaysUntil(now, row.closesAt)}, le ${formatDateTime(row.closesAt)}`
          : `Close le ${formatDate(row.closesAt)}`;
      },
    },
  ];
}
