import { jobKinds, jobStates, launchedKinds } from "~/domain/jobs/vocabulary";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { Filters } from "~/ui/components/filters";
import { Link } from "~/ui/components/link";
import { activeFilterTags } from "~/ui/components/list-filters";
import { PageTitle } from "~/ui/components/page-title";
import { Pagination } from "~/ui/components/pagination";
import { SelectField } from "~/ui/components/select-field";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber, frenchText } from "~/ui/format";
import { useFollowing } from "~/ui/use-following";
import type { JobsView } from "../jobs-view.server";
import { doneWords, kindLabels, refusals, stateLabels } from "../labels";
import type { JobQuery } from "../schemas";
import { jobColumns, kindColumns } from "./job-columns";

type Props = {
  readonly view: JobsView;
  readonly done?: keyof typeof doneWords | undefined;
  readonly refused?: keyof typeof refusals | undefined;
};

function addressOf(query: JobQuery, changes: Partial<JobQuery> = {}): string {
  const { etat, tache, page } = { ...query, page: 1, ...changes };
  const search = new URLSearchParams();
  if (etat) search.set("etat", etat);
  if (tache) search.set("tache", tache);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return `${paths.jobs()}${text && `?${text}`}`;
}

/** « Tâches »: what the platform does on its own, where it stands, and what went wrong. */
export function JobsPage({ view, done, refused }: Props) {
  const { query, rows, count } = view;
  useFollowing(rows.some(({ state }) => state === "created" || state === "active"));
  return (
    <div className="jl-page">
      <PageTitle
        title="Tâches"
        lead="Ce que la plateforme fait d’elle-même ou en différé. Une tâche interrompue par un arrêt du serveur reprend à son redémarrage."
      />
      {refused ? (
        <Alert tone="error" role="alert" title="Rien n’a changé">
          {frenchText(refusals[refused])}
        </Alert>
      ) : null}
      {done && !refused ? (
        <Alert tone="success" role="status">
          {frenchText(doneWords[done])}
        </Alert>
      ) : null}
      <div className="jl-stack">
        <Sheet padding="flush">
          <DataTable
            caption="Ce qui se fait chaque jour"
            columns={kindColumns}
            rows={launchedKinds}
            rowKey={(kind) => kind}
          />
        </Sheet>
        <Filters
          action={paths.jobs()}
          active={activeFilterTags(activeFilters(query), paths.jobs())}
          tools={<Link to={addressOf(query, { page: query.page })}>Actualiser</Link>}
        >
          <SelectField
            key={`etat-${query.etat}`}
            name="etat"
            label="État"
            emptyLabel="Tous"
            defaultValue={query.etat ?? ""}
            options={jobStates.map((state) => ({
              value: state,
              label: `${stateLabels[state].label} (${formatNumber(countOf(view, state))})`,
            }))}
          />
          <SelectField
            key={`tache-${query.tache}`}
            name="tache"
            label="Tâche"
            emptyLabel="Toutes"
            defaultValue={query.tache ?? ""}
            options={jobKinds.map((kind) => ({ value: kind, label: kindLabels[kind].name }))}
          />
        </Filters>
        {rows.length === 0 ? (
          <Sheet>
            <EmptyState title="Aucune tâche ici">
              {query.etat || query.tache
                ? "Aucune tâche ne répond à ces filtres. Effacez-les pour tout revoir."
                : "Les tâches faites depuis plus de 14 jours sont archivées."}
            </EmptyState>
          </Sheet>
        ) : (
          <>
            <Sheet padding="flush">
              <DataTable
                caption="Tâches, la dernière qui a changé d’abord"
                columns={jobColumns}
                rows={rows}
                rowKey={(row) => row.id}
              />
            </Sheet>
            <Pagination
              page={query.page}
              pageCount={view.pageCount}
              toPage={(page) => addressOf(query, { page })}
              summary={`${formatNumber((query.page - 1) * 25 + 1)} à ${formatNumber((query.page - 1) * 25 + rows.length)} sur ${formatNumber(count)}`}
            />
          </>
        )}
      </div>
    </div>
  );
}

const countOf = (view: JobsView, state: string) =>
  view.counts.find((line) => line.state === state)?.count ?? 0;

function activeFilters(query: JobQuery) {
  const active: { label: string; to: string }[] = [];
  if (query.etat) {
    const to = addressOf(query, { etat: undefined });
    active.push({ label: stateLabels[query.etat].label, to });
  }
  if (query.tache) {
    const to = addressOf(query, { tache: undefined });
    active.push({ label: kindLabels[query.tache].name, to });
  }
  return active;
}
