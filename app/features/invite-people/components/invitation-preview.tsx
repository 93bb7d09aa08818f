import type { InvitationOutcome } from "~/domain/access/invitation";
import { Badge } from "~/ui/components/badge";
import { ConfirmationForm } from "~/ui/components/confirmation-form";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { DefinitionList } from "~/ui/components/definition-list";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber } from "~/ui/format";
import { outcomeLabels } from "../labels";

export type PreviewLine = {
  readonly line: number;
  readonly written: string;
  readonly outcome: InvitationOutcome;
  readonly schoolName?: string | null;
  readonly address?: string | null;
};

type Counts = readonly { readonly outcome: InvitationOutcome; readonly count: number }[];

export type PreviewProps = {
  readonly lines: readonly PreviewLine[];
  readonly counts: Counts;
  readonly canSend: boolean;
  /** The list as it was checked, sent again with the confirmation. */
  readonly list: string;
};

/** How many lines come to each outcome. */
export function OutcomeCounts({ counts }: { readonly counts: Counts }) {
  return (
    <DefinitionList
      variant="lines"
      items={counts.map(({ outcome, count }) => ({
        term: outcomeLabels[outcome].label,
        value: formatNumber(count),
      }))}
    />
  );
}

const columns: Column<PreviewLine>[] = [
  { key: "line", header: "Ligne", cell: (row) => row.line, align: "right", phone: "fact" },
  {
    key: "school",
    header: "Établissement",
    cell: (row) => <CellTitle title={row.written} detail={row.schoolName ?? undefined} />,
    phone: "title",
  },
  {
    key: "outcome",
    header: "Résultat",
    cell: (row) => {
      const { label, tone } = outcomeLabels[row.outcome];
      return <Badge tone={tone}>{label}</Badge>;
    },
    phone: "status",
  },
  {
    key: "detail",
    header: "Détail",
    cell: (row) => (
      <CellTitle title={outcomeLabels[row.outcome].advice} detail={row.address ?? undefined} />
    ),
    phone: "fact",
  },
];

/** The lines of a list with what each comes to. */
export function OutcomeTable({
  lines,
  caption,
}: {
  readonly lines: readonly PreviewLine[];
  readonly caption: string;
}) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={(row) => String(row.line)}
      size="sm"
    />
  );
}

/** What the list would do, line by line, and the button that does it. */
export function InvitationPreview({ lines, counts, canSend, list }: PreviewProps) {
  return (
    <>
      {canSend ? (
        <ConfirmationForm
          title="Vérification de la liste"
          kept={{ list }}
          confirm="Envoyer les invitations"
          intention="envoyer"
        >
          <p role="status">Rien n’est encore envoyé.</p>
          <OutcomeCounts counts={counts} />
        </ConfirmationForm>
      ) : (
        <Sheet title="Vérification de la liste">
          <p role="status">Rien n’est encore envoyé.</p>
          <OutcomeCounts counts={counts} />
        </Sheet>
      )}
      <Sheet title="Ligne par ligne">
        <OutcomeTable lines={lines} caption="Résultat de la vérification, ligne par ligne" />
      </Sheet>
    </>
  );
}
