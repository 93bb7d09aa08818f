import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Badge, type BadgeTone } from "~/ui/components/badge";
import { LinkButton } from "~/ui/components/button";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TimeLeft } from "~/ui/components/time-left";
import { formatCount, formatDate, formatDateTime, formatList, frenchText } from "~/ui/format";
import type { ApplicationsView, ListedApplication } from "../applications-view.server";
import { applicantStatusLabels, longerWords } from "../labels";
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
    <Sheet title={opening.title} aside={<TimeLeft now={now} until={opening.closesAt} isShort />}>
      <div className="jl-stack jl-stack--tight">
        {opening.summary && <p>{opening.summary}</p>}
        <p className="jl-second">
          {`${openUntil(opening)}, heure de Paris. `}
          {opening.longer.length > 0 && `${longerWords(opening.longer)} `}
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

function openUntil({ closesAt, isExtended }: Opening): string {
  const date = formatDateTime(closesAt, { weekday: true });
  return isExtended
    ? frenchText(`Délai prolongé pour vous : ouverte jusqu’au ${date}`)
    : `Ouverte jusqu’au ${date}`;
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
        const extended = row.isExtended ? " (délai prolongé)" : "";
        if (!row.isOpen) return `Close le ${formatDate(row.closesAt)}${extended}`;
        return (
          <>
            <TimeLeft now={now} until={row.closesAt} isShort />
            {`, le ${formatDateTime(row.closesAt)}${extended}`}
          </>
        );
      },
    },
  ];
}
