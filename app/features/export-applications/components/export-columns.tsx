import { Form } from "@remix-run/react";
import { statusFilterLabels, viewLabels } from "~/features/examine-applications/labels";
import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Button } from "~/ui/components/button";
import { CellTitle, type Column } from "~/ui/components/data-table";
import { Link } from "~/ui/components/link";
import { ProgressBar } from "~/ui/components/progress-bar";
import { formatBytes, formatCount, formatDateTime, formatNumber, frenchText } from "~/ui/format";
import type { ExportLine } from "../exports-view.server";
import { kindLabels, standingLabels } from "../labels";

/** The table of one's exports. */
export const exportColumns: Column<ExportLine>[] = [
  {
    key: "name",
    header: "Export",
    phone: "title",
    cell: (row) => (
      <CellTitle
        title={
          row.canDownload ? (
            <Link to={paths.exportFile(row.id)} reloadDocument>
              {row.name}
            </Link>
          ) : (
            row.name
          )
        }
        detail={`${row.campaignTitle}. ${filterWords(row)}`}
      />
    ),
  },
  {
    key: "state",
    header: "État",
    phone: "status",
    cell: ({ standing }) => {
      const { tone, icon, label } = standingLabels[standing];
      return (
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      );
    },
  },
  { key: "progress", header: "Avancement", phone: "fact", cell: (row) => <Progress row={row} /> },
  {
    key: "asked",
    header: "Demandé",
    phone: "fact",
    cell: ({ askedAt, isShared }) => (
      <CellTitle
        title={`Le ${formatDateTime(askedAt)}`}
        detail={isShared ? "Partagé avec d’autres personnes" : undefined}
      />
    ),
  },
  { key: "until", header: "À savoir", phone: "fact", cell: noteOf },
  {
    key: "act",
    header: "Action",
    headerHidden: true,
    align: "right",
    cell: (row) => <Act row={row} />,
  },
];

/** « Transmises ; département 12 ; recherche « millau » ». */
function filterWords({ filter }: ExportLine): string {
  const { view, status, departement, level, words } = filter;
  const parts = [
    view ? viewLabels[view] : "",
    status ? `statut « ${statusFilterLabels[status]} »` : "",
    departement ? `département ${departement}` : "",
    level === null ? "" : `niveau déclaré ${level}`,
    words ? `recherche « ${words} »` : "",
  ];
  return frenchText(parts.filter(Boolean).join(" ; "));
}

function Progress({ row: { standing, kind, done, total, size } }: { row: ExportLine }) {
  const { unit } = kindLabels[kind];
  if (standing === "ready" || standing === "expired") {
    const count = formatCount(done, unit);
    return size === null ? count : `${count}, ${formatBytes(size)}`;
  }
  if (total === null) return "–";
  const text = `${formatNumber(done)} sur ${formatCount(total, unit)}`;
  return (
    <ProgressBar ratio={total === 0 ? 0 : done / total} label="Avancement" text={text} isShown />
  );
}

function noteOf({ standing, expiresAt, failure, isClosed }: ExportLine): string {
  if (standing === "ready" && isClosed)
    return "Votre périmètre a changé depuis : demandez un nouvel export.";
  if (standing === "ready" && expiresAt) return `Gardé jusqu’au ${formatDateTime(expiresAt)}`;
  if (standing === "expired") return "Demandez-le à nouveau depuis la liste de la campagne.";
  return failure === null ? "–" : frenchText(failure);
}

function Act({ row: { id, name, act } }: { row: ExportLine }) {
  if (!act) return null;
  return (
    <Form method="post" action={paths.exports()}>
      <input type="hidden" name="id" value={id} />
      <Button
        name="act"
        value={act === "stop" ? "arreter" : "supprimer"}
        variant="tertiary"
        size="sm"
      >
        {act === "stop" ? "Arrêter" : "Supprimer"}
        <span className="fr-sr-only">{`\u00a0: ${name}`}</span>
      </Button>
    </Form>
  );
}
