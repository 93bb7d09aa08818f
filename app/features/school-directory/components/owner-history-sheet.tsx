import { Anchor } from "~/ui/components/anchor";
import { Badge } from "~/ui/components/badge";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatDateTime } from "~/ui/format";
import type { OwnerLine } from "../owner-lines.server";
import type { SchoolOwnerView } from "../school-owner-view.server";

const columns: Column<OwnerLine>[] = [
  {
    key: "owner",
    header: "Propriétaire",
    phone: "title",
    cell: (line) => <CellTitle title={line.owner} detail={line.source} />,
  },
  {
    key: "state",
    header: "Origine",
    phone: "status",
    cell: (line) => (
      <Badge tone={line.isCurrent ? "success" : "neutral"}>
        {`${line.isDecision ? "Décision" : "Règle"}${line.isCurrent ? ", en vigueur" : ""}`}
      </Badge>
    ),
  },
  {
    key: "from",
    header: "Depuis le",
    phone: "fact",
    cell: ({ validFrom }) => <span className="jl-nowrap">{formatDate(validFrom)}</span>,
  },
  {
    key: "until",
    header: "Jusqu’au",
    phone: "fact",
    cell: ({ validTo }) => (
      <span className="jl-nowrap">{validTo ? `${formatDate(validTo)}, exclu` : "Sans terme"}</span>
    ),
  },
  {
    key: "act",
    header: "Action",
    headerHidden: true,
    cell: (line) =>
      line.isDecision ? (
        <Anchor to={`?annuler=${line.validFrom}`}>
          Annuler
          <span className="fr-sr-only">{` la décision du ${formatDate(line.validFrom)}`}</span>
        </Anchor>
      ) : null,
  },
];

/** The dated records, the latest first, and who wrote them. */
export function OwnerHistorySheet({ view }: { view: SchoolOwnerView }) {
  return (
    <Sheet title="Historique">
      {view.lines.length === 0 ? (
        <p>Aucun propriétaire n’est enregistré pour cet établissement.</p>
      ) : (
        <DataTable
          caption="Propriétaires successifs des équipements"
          captionHidden
          columns={columns}
          rows={view.lines}
          rowKey={({ validFrom }) => validFrom}
          size="sm"
        />
      )}
      {view.writes.length > 0 ? (
        <ul className="jl-after jl-quiet">
          {view.writes.map(({ number, at, actor, isCancellation }) => (
            <li key={number}>
              {`${isCancellation ? "Décision annulée" : "Décision enregistrée"} le ${formatDateTime(at)} par ${actor}.`}
            </li>
          ))}
        </ul>
      ) : null}
    </Sheet>
  );
}
