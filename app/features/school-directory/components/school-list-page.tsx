import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { LinkButton } from "~/ui/components/button";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { PageTitle } from "~/ui/components/page-title";
import { Pagination } from "~/ui/components/pagination";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure } from "~/ui/components/stat-figure";
import { formatNumber, pluralOf } from "~/ui/format";
import { stateLabels, unitKindLabels } from "../labels";
import type { SortWord } from "../schemas";
import type { SchoolListView } from "../school-list-view.server";
import { schoolListAddress } from "./list-address";
import { SchoolListFilters } from "./school-list-filters";

type Row = SchoolListView["rows"][number];

/** The directory: search, filters, sort and pages, all in the address. */
export function SchoolListPage({ view }: { view: SchoolListView }) {
  const { counts, query, rows, page, pageCount, pageSize } = view;
  const first = (page - 1) * pageSize + 1;
  return (
    <div className="jl-page">
      <PageTitle
        title="Établissements"
        lead="Ce que l’annuaire connaît de votre périmètre, services et sections compris."
        aside={
          <StatFigure value={formatNumber(counts.total)}>
            {pluralOf(counts.total, "unité de l’annuaire", "unités de l’annuaire")}
          </StatFigure>
        }
      />
      <div className="jl-stack">
        <SchoolListFilters view={view} />
        {rows.length === 0 ? (
          <Sheet>
            <NoSchool total={counts.total} />
          </Sheet>
        ) : (
          <>
            <Sheet padding="flush">
              <DataTable
                caption="Établissements de l’annuaire"
                captionHidden
                columns={columnsOf(view)}
                rows={rows}
                rowKey={({ uai }) => uai}
                size="sm"
              />
            </Sheet>
            <Pagination
              page={page}
              pageCount={pageCount}
              toPage={(to) => schoolListAddress(query, { page: to })}
              summary={`${formatNumber(first)} à ${formatNumber(first + rows.length - 1)} sur ${formatNumber(counts.matching)}`}
              label="Pages de la liste"
            />
          </>
        )}
      </div>
    </div>
  );
}

function NoSchool({ total }: { total: number }) {
  if (total === 0) {
    return (
      <EmptyState title="Aucun établissement dans votre périmètre">
        L’annuaire n’a pas encore été importé, ou il ne contient rien de votre territoire.
        Signalez-le à l’administration de la plateforme.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Aucun établissement ne correspond"
      action={
        <LinkButton to={paths.schools()} variant="secondary">
          Effacer la recherche et les filtres
        </LinkButton>
      }
    >
      Retirez un filtre, ou cherchez avec moins de mots.
    </EmptyState>
  );
}

function columnsOf({ query }: SchoolListView): Column<Row>[] {
  const sort = (tri: SortWord): Column<Row>["sort"] => {
    const isSorted = query.tri === tri;
    const isUp = isSorted && query.ordre === "croissant";
    return {
      to: schoolListAddress(query, { tri, ordre: isUp ? "decroissant" : "croissant" }),
      direction: isSorted ? (isUp ? "asc" : "desc") : undefined,
    };
  };
  return [
    {
      key: "name",
      header: "Établissement",
      phone: "title",
      sort: sort("nom"),
      cell: ({ uai, name, fictitious }) => (
        <CellTitle
          title={<Anchor to={paths.school(uai)}>{name}</Anchor>}
          detail={fictitious ? "Fictif" : undefined}
        />
      ),
    },
    { key: "uai", header: "UAI", phone: "fact", sort: sort("uai"), cell: ({ uai }) => uai },
    {
      key: "commune",
      header: "Commune",
      phone: "fact",
      sort: sort("commune"),
      cell: ({ communeName }) => communeName ?? "Non communiquée",
    },
    {
      key: "departement",
      header: "Département",
      phone: "hidden",
      sort: sort("departement"),
      cell: ({ departementCode }) => departementCode ?? "–",
    },
    {
      key: "kind",
      header: "Type",
      phone: "fact",
      sort: sort("type"),
      cell: ({ kind }) => unitKindLabels[kind],
    },
    { key: "state", header: "État", phone: "status", cell: ({ state }) => stateLabels[state] },
  ];
}
