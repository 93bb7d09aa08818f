import { itemStates } from "~/domain/rollout/progress";
import { paths } from "~/paths";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { Filters } from "~/ui/components/filters";
import { Link } from "~/ui/components/link";
import { Pagination } from "~/ui/components/pagination";
import { SelectField } from "~/ui/components/select-field";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";
import { formatNumber } from "~/ui/format";
import { stateLabels } from "../labels";
import { rolloutSearch, type SortKey } from "../rollout-query";
import type { RolloutLine, RolloutView } from "../rollout-view.server";
import { ProgressBar, StateBadge } from "./rollout-progress";

const dashed = (quantity: number) => (quantity === 0 ? "–" : formatNumber(quantity));

function columnsOf(view: RolloutView): Column<RolloutLine>[] {
  const sortBy = (sort: SortKey) => {
    const isCurrent = view.query.sort === sort;
    const isDescending = isCurrent && !view.query.isDescending;
    return {
      to: rolloutSearch(view.query, { sort, isDescending }),
      direction: isCurrent
        ? view.query.isDescending
          ? ("desc" as const)
          : ("asc" as const)
        : undefined,
    };
  };
  const quantity = (
    key: "planned" | "ordered" | "delivered" | "installed",
    header: string,
  ): Column<RolloutLine> => ({
    key,
    header,
    align: "right",
    phone: "fact",
    sort: sortBy(key),
    cell: (line) => dashed(line[key]),
  });
  return [
    {
      key: "school",
      header: "Établissement",
      phone: "title",
      sort: sortBy("school"),
      cell: (line) => (
        <CellTitle
          title={<Link to={paths.rolloutItem(view.slug, line.id)}>{line.schoolName}</Link>}
          detail={[line.communeName, line.uai].filter(Boolean).join(" · ")}
        />
      ),
    },
    {
      key: "state",
      header: "État",
      phone: "status",
      sort: sortBy("state"),
      cell: (line) => <StateBadge state={line.state} daysLate={line.daysLate} />,
    },
    {
      key: "progress",
      header: "Avancement",
      phone: "hidden",
      wideOnly: true,
      cell: (line) => <ProgressBar quantities={line} />,
    },
    quantity("planned", "Prévu"),
    quantity("ordered", "Commandé"),
    quantity("delivered", "Livré"),
    quantity("installed", "Installé"),
  ];
}

/** The schools of a programme: filter, search, sort and pages, all in the address. */
export function RolloutTable({ view }: { view: RolloutView }) {
  const { query, filteredTotals } = view;
  const isNarrowed = query.search !== "" || query.state !== null;
  const lastShown = view.firstShown + view.lines.length - 1;
  return (
    <Sheet title="Par établissement" aside={`Quantités : ${view.unit}`}>
      <div className="jl-stack">
        <Filters
          search={
            <TextField
              name="q"
              label="Rechercher"
              hint="Nom, commune ou UAI"
              type="search"
              defaultValue={query.search}
            />
          }
          active={
            isNarrowed ? (
              <Link to={paths.rollout(view.slug)}>Effacer la recherche et le filtre</Link>
            ) : null
          }
        >
          <SelectField
            name="etat"
            label="État"
            emptyLabel={`Tous (${formatNumber(view.totals.schools)})`}
            defaultValue={query.state ?? ""}
            options={itemStates.map((state) => ({
              value: state,
              label: `${stateLabels[state]} (${formatNumber(view.stateCounts[state])})`,
            }))}
          />
        </Filters>
        {view.lines.length === 0 ? (
          <EmptyState
            title="Aucun établissement ne correspond"
            titleLevel={3}
            action={<Link to={paths.rollout(view.slug)}>Voir tous les établissements</Link>}
          >
            Changez la recherche ou l’état demandé.
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption="Avancement par établissement"
              captionHidden
              fixedFirst
              rows={view.lines}
              rowKey={(line) => line.id}
              columns={columnsOf(view)}
              footer={[
                "Ensemble",
                "",
                "",
                formatNumber(filteredTotals.planned),
                formatNumber(filteredTotals.ordered),
                formatNumber(filteredTotals.delivered),
                formatNumber(filteredTotals.installed),
              ]}
            />
            <Pagination
              page={query.page}
              pageCount={view.pageCount}
              toPage={(page) => rolloutSearch(query, { page })}
              summary={`${formatNumber(view.firstShown)} à ${formatNumber(lastShown)} sur ${formatNumber(filteredTotals.schools)}`}
            />
          </>
        )}
      </div>
    </Sheet>
  );
}
