import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Badge } from "~/ui/components/badge";
import { CellTitle, type Column } from "~/ui/components/data-table";
import { formatCount, formatDate } from "~/ui/format";
import type { ExaminationListView } from "../examination-list-view.server";
import { statusLabels } from "../labels";
import type { SortWord } from "../schemas";
import { listAddress } from "./list-address";
import { ScoreCell } from "./score-cell";

type Row = ExaminationListView["rows"][number];

/** The columns of the list, each sorted by the database. */
export function listColumns(view: ExaminationListView): Column<Row>[] {
  const { slug, query } = view;
  // Without levels the score stands alone.
  const levelOf = (level: number | null) => (view.levels.length > 0 ? level : null);
  const sort = (tri: SortWord): Column<Row>["sort"] => {
    const isSorted = query.tri === tri;
    const isUp = isSorted && query.ordre === "croissant";
    return {
      to: listAddress(slug, query, { tri, ordre: isUp ? "decroissant" : "croissant" }),
      direction: isSorted ? (isUp ? "asc" : "desc") : undefined,
    };
  };
  return [
    {
      key: "school",
      header: "Établissement",
      phone: "title",
      sort: sort("etablissement"),
      cell: (row) => (
        <CellTitle
          title={<Anchor to={paths.examination(slug, row.id)}>{row.schoolName}</Anchor>}
          detail={placeOf(row)}
        />
      ),
    },
    {
      key: "status",
      header: "Statut",
      phone: "status",
      sort: sort("statut"),
      cell: ({ status }) => {
        const { label, tone, icon } = statusLabels[status];
        return (
          <Badge tone={tone} icon={icon}>
            {label}
          </Badge>
        );
      },
    },
    {
      key: "submitted",
      header: "Transmise",
      phone: "hidden",
      sort: sort("transmission"),
      cell: (row) => formatDate(row.submittedAt, { year: false }),
    },
    {
      key: "declared",
      header: "Déclaré",
      align: "right",
      phone: "fact",
      sort: sort("declare"),
      cell: (row) => <ScoreCell score={row.declaredScore} level={levelOf(row.declaredLevel)} />,
    },
    {
      key: "examined",
      header: "Instruit",
      align: "right",
      phone: "fact",
      sort: sort("instruit"),
      cell: (row) => <ScoreCell score={row.examinedScore} level={levelOf(row.examinedLevel)} />,
    },
    {
      key: "axis",
      header: "Axe à renforcer",
      phone: "fact",
      sort: sort("axe"),
      cell: (row) => row.weakestAxis ?? "–",
    },
    {
      key: "deadline",
      header: "Échéance",
      phone: "fact",
      sort: sort("echeance"),
      cell: (row) => <Deadline row={row} view={view} />,
    },
  ];
}

function placeOf(row: Row): string {
  const departement = row.departementCode ? ` (${row.departementCode})` : "";
  const others =
    row.schoolCount > 1
      ? ` · et ${formatCount(row.schoolCount - 1, "autre école", "autres écoles")}`
      : "";
  return `${row.communeName ?? ""}${departement} · ${row.uai}${others}`;
}

function Deadline({ row, view }: { row: Row; view: ExaminationListView }) {
  if (!row.isAwaiting) return <span className="jl-quiet">Terminée</span>;
  if (view.deadline === null) return <span className="jl-quiet">Non fixée</span>;
  const day = formatDate(view.deadline, { year: false });
  return view.isLate ? (
    <strong className="jl-late">
      <span className="fr-sr-only">En retard&nbsp;: </span>
      {day}
    </strong>
  ) : (
    day
  );
}
