import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { LinkButton } from "~/ui/components/button";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { mandateNames, statusBadges } from "../labels";
import type { MandateLine } from "../mandate-line";
import type { TeamView } from "../team-view.server";
import { periodDetail, periodOf } from "./period";

/** Delegations and interims, with their dates, their ground and where they stand. */
export function MandatesSheet({ view }: { readonly view: TeamView }) {
  const add = view.can.delegate && (
    <LinkButton to={paths.schoolDelegate(view.uai)}>Enregistrer une délégation</LinkButton>
  );
  if (view.mandates.length === 0) {
    return (
      <Sheet title="Délégations et intérims">
        <EmptyState title="Aucune délégation" titleLevel={3} action={add || undefined}>
          {view.can.delegate
            ? "Un délégataire répond aux candidatures de l’établissement et les transmet en votre nom, entre deux dates."
            : "Personne d’autre que le chef d’établissement ne peut transmettre pour l’établissement."}
        </EmptyState>
      </Sheet>
    );
  }
  return (
    <Sheet title="Délégations et intérims" aside={add || undefined} padding="flush">
      <DataTable
        caption="Délégations, intérims et anciennes fonctions"
        captionHidden
        size="sm"
        columns={columnsOf(view)}
        rows={view.mandates}
        rowKey={(line) => line.id}
      />
    </Sheet>
  );
}

function columnsOf(view: TeamView): Column<MandateLine>[] {
  const columns: Column<MandateLine>[] = [
    {
      key: "personne",
      header: "Personne",
      phone: "title",
      cell: (line) => <CellTitle title={line.name} detail={mandateNames[line.role]} />,
    },
    {
      key: "periode",
      header: "Période",
      phone: "fact",
      cell: (line) => <CellTitle title={periodOf(line)} detail={periodDetail(line)} />,
    },
    {
      key: "motif",
      header: "Motif et acte",
      phone: "fact",
      cell: (line) => (
        <CellTitle
          title={line.reason ?? "Non renseigné"}
          detail={[line.actReference, line.endReason && `Fin\u00a0: ${line.endReason}`]
            .filter(Boolean)
            .join(". ")}
        />
      ),
    },
    {
      key: "etat",
      header: "État",
      phone: "status",
      cell: ({ status }) => (
        <Badge tone={statusBadges[status].tone} icon={statusBadges[status].icon}>
          {statusBadges[status].label}
        </Badge>
      ),
    },
  ];
  if (!view.can.end) return columns;
  return [
    ...columns,
    {
      key: "fin",
      header: "Mettre fin",
      headerHidden: true,
      phone: "fact",
      cell: (line) =>
        line.canEnd ? (
          <Link
            to={paths.endMandate(view.uai, line.id)}
            size="sm"
            aria-label={`Mettre fin, ${line.name}`}
          >
            {"Mettre\u00a0fin"}
          </Link>
        ) : null,
    },
  ];
}
