import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { SavedViews } from "~/ui/components/filters";
import { PageTitle } from "~/ui/components/page-title";
import { Pagination } from "~/ui/components/pagination";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatDate, formatNumber, pluralOf } from "~/ui/format";
import type { ExaminationListView } from "../examination-list-view.server";
import { viewLabels } from "../labels";
import { type ViewWord, viewWords } from "../schemas";
import { ExportList } from "./export-list";
import { listAddress } from "./list-address";
import { listColumns } from "./list-columns";
import { ListFilters } from "./list-filters";

/** The list of a campaign's examinations: views, filters, table, pages. */
export function ListPage({ view }: { view: ExaminationListView }) {
  const { slug, title, rows, page, pageCount, query } = view;
  return (
    <div className="jl-page">
      <Breadcrumb items={[{ to: paths.examinations(), label: "Instruction" }, { label: title }]} />
      <PageTitle
        title="Candidatures"
        kicker={title}
        lead={leadOf(view)}
        aside={<Totals view={view} />}
      />
      <div className="jl-stack">
        <SavedViews
          label="Vues"
          views={(Object.keys(viewWords) as ViewWord[]).map((vue) => ({
            to: listAddress(slug, query, { vue }),
            label: viewLabels[vue],
            count: formatNumber(countOf(view, vue)),
            current: vue === query.vue,
          }))}
        />
        <ListFilters view={view} />
        {rows.length === 0 ? (
          <Sheet>
            <NoRow view={view} />
          </Sheet>
        ) : (
          <>
            <Sheet padding="flush">
              <DataTable
                caption={`${viewLabels[query.vue]}, ${title}`}
                captionHidden
                columns={listColumns(view)}
                rows={rows}
                rowKey={(row) => row.id}
                size="sm"
              />
            </Sheet>
            <Pagination
              page={page}
              pageCount={pageCount}
              toPage={(to) => listAddress(slug, query, { page: to })}
              summary={summaryOf(view)}
              label="Pages de la liste"
            />
            <ExportList view={view} />
          </>
        )}
      </div>
    </div>
  );
}

function leadOf({ deadline, isLate }: ExaminationListView): string | undefined {
  if (deadline === null) return undefined;
  const day = formatDate(deadline, { weekday: true });
  return isLate ? `L’instruction devait finir le ${day}.` : `Instruction jusqu’au ${day}.`;
}

function countOf({ counts }: ExaminationListView, vue: ViewWord): number {
  if (vue === "a-instruire") return counts.toExamine;
  return vue === "instruites" ? counts.examined : counts.submitted;
}

function Totals({ view: { counts, isLate } }: { view: ExaminationListView }) {
  return (
    <StatRow>
      <StatFigure value={formatNumber(counts.submitted)}>
        {`${pluralOf(counts.submitted, "candidature transmise", "candidatures transmises")}`}
      </StatFigure>
      <StatFigure
        value={formatNumber(counts.examined)}
        unit={`sur ${formatNumber(counts.submitted)}`}
      >
        {pluralOf(counts.examined, "instruite", "instruites")}
      </StatFigure>
      {isLate && counts.toExamine > 0 ? (
        <StatFigure value={formatNumber(counts.toExamine)} tone="err">
          en retard
        </StatFigure>
      ) : null}
    </StatRow>
  );
}

function NoRow({ view: { counts, slug } }: { view: ExaminationListView }) {
  if (counts.submitted === 0) {
    return (
      <EmptyState title="Aucune candidature transmise">
        Les candidatures de votre périmètre apparaissent ici dès que les établissements les
        transmettent.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Aucune candidature ne correspond"
      action={
        <LinkButton to={paths.examinationList(slug)} variant="secondary">
          Effacer la vue et les filtres
        </LinkButton>
      }
    >
      Retirez un filtre, ou cherchez un autre nom, une commune ou un UAI.
    </EmptyState>
  );
}

function summaryOf({ page, pageSize, rows, counts }: ExaminationListView): string {
  const first = (page - 1) * pageSize + 1;
  return `${formatNumber(first)} à ${formatNumber(first + rows.length - 1)} sur ${formatNumber(counts.matching)}`;
}
