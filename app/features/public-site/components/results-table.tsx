import { paths } from "~/paths";
import { Tag } from "~/ui/components/badge";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { Filters } from "~/ui/components/filters";
import { LevelMark } from "~/ui/components/level-mark";
import { Link } from "~/ui/components/link";
import { Pagination } from "~/ui/components/pagination";
import { SelectField } from "~/ui/components/select-field";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";
import { formatDate, formatNumber, nbsp } from "~/ui/format";
import { type ResultsQuery, resultsSearch } from "../results-query";
import type { ResultsView } from "../results-view.server";
import { markOf } from "./level-list";

type View = Extract<ResultsView, { isPublished: true }>;
type School = View["schools"][number];

const columnsFor = ({ query, scale }: View): Column<School>[] => [
  {
    key: "school",
    header: "Établissement",
    phone: "title",
    sort: sortOf(query, "etablissement"),
    cell: ({ name, locality, uai, isFictitious }) => (
      <CellTitle
        title={name}
        detail={[locality, uai, isFictitious ? "fictif" : ""].filter(Boolean).join(", ")}
      />
    ),
  },
  {
    key: "departement",
    header: "Département",
    phone: "fact",
    sort: sortOf(query, "departement"),
    cell: ({ departementCode, departementName }) => `${departementCode}${nbsp}${departementName}`,
  },
  ...(scale === "levels" ? levelColumns(query) : []),
];

const levelColumns = (query: ResultsQuery): Column<School>[] => [
  {
    key: "level",
    header: "Niveau",
    phone: "status",
    sort: sortOf(query, "niveau"),
    cell: ({ level }) => <LevelMark level={markOf(level)} size="sm" label={`Niveau ${level}`} />,
  },
  {
    key: "validity",
    header: "Valable jusqu’au",
    phone: "fact",
    cell: ({ validUntil }) => (validUntil ? formatDate(validUntil) : "–"),
  },
];

function sortOf(query: ResultsQuery, column: ResultsQuery["tri"]) {
  const isCurrent = query.tri === column;
  const isAscending = query.sens === "croissant";
  return {
    to: resultsSearch(query, {
      tri: column,
      sens: isCurrent && isAscending ? "decroissant" : "croissant",
      page: 1,
    }),
    ...(isCurrent ? { direction: isAscending ? ("asc" as const) : ("desc" as const) } : {}),
  };
}

/** The labelled schools, or those of retained projects: searched, filtered, sorted and paged through the address. */
export function ResultsTable({ view }: { view: View }) {
  const { query, campaign, schools, total, departements } = view;
  const first = (query.page - 1) * view.pageSize + 1;
  return (
    <Sheet
      title="Liste"
      aside={
        <Link
          to={`${paths.resultsData(campaign.slug)}${resultsSearch(query, { page: 1 })}`}
          icon="download"
          reloadDocument
        >
          Données ouvertes (CSV)
        </Link>
      }
    >
      <Filters
        action={paths.results(campaign.slug)}
        search={
          <TextField
            name="q"
            label="Rechercher un établissement ou une commune"
            type="search"
            defaultValue={query.q}
          />
        }
        active={<ActiveFilters view={view} />}
      >
        <SelectField
          name="departement"
          label="Département"
          emptyLabel="Tous"
          defaultValue={query.departement ?? ""}
          options={departements.map(({ code, name, count }) => ({
            value: code,
            label: `${code} ${name} (${formatNumber(count)})`,
          }))}
        />
        {view.scale === "levels" ? (
          <SelectField
            name="niveau"
            label="Niveau"
            emptyLabel="Tous"
            defaultValue={query.niveau ? String(query.niveau) : ""}
            options={["1", "2", "3"].map((value) => ({ value, label: `Niveau ${value}` }))}
          />
        ) : null}
      </Filters>
      {schools.length === 0 ? (
        <EmptyState title="Aucun établissement ne correspond" titleLevel={3}>
          Retirez un filtre, ou cherchez avec moins de mots.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={view.scale === "levels" ? "Établissements labellisés" : "Lauréats"}
            captionHidden
            columns={columnsFor(view)}
            rows={schools}
            rowKey={({ uai }) => uai}
          />
          <Pagination
            page={query.page}
            pageCount={view.pageCount}
            toPage={(page) => resultsSearch(query, { page })}
            summary={`${formatNumber(first)} à ${formatNumber(first + schools.length - 1)} sur ${formatNumber(total)}`}
          />
        </>
      )}
    </Sheet>
  );
}

function ActiveFilters({ view: { query, departements } }: { view: View }) {
  const departement = departements.find(({ code }) => code === query.departement);
  if (!query.q && !query.departement && !query.niveau) return null;
  return (
    <>
      {query.q && (
        <Tag to={resultsSearch(query, { q: "", page: 1 })} removable>
          {`«${nbsp}${query.q}${nbsp}»`}
        </Tag>
      )}
      {query.departement && (
        <Tag to={resultsSearch(query, { departement: undefined, page: 1 })} removable>
          {departement?.name ?? query.departement}
        </Tag>
      )}
      {query.niveau && (
        <Tag to={resultsSearch(query, { niveau: undefined, page: 1 })} removable>
          {`Niveau ${query.niveau}`}
        </Tag>
      )}
    </>
  );
}
