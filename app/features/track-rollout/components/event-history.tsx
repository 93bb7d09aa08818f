import { paths } from "~/paths";
import { DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatDateTime, formatNumber } from "~/ui/format";
import { stepLabels } from "../labels";
import type { RolloutEventView, RolloutItemView } from "../rollout-item-view.server";

/** Everything recorded for a school, corrections included, the newest first. */
export function EventHistory({ view }: { view: RolloutItemView }) {
  if (view.events.length === 0) {
    return (
      <Sheet title="Historique">
        <EmptyState title="Rien n’est encore saisi" titleLevel={3}>
          La première saisie est d’ordinaire la commande.
        </EmptyState>
      </Sheet>
    );
  }
  return (
    <Sheet title="Historique" padding="flush">
      <DataTable
        caption="Saisies de cet établissement"
        captionHidden
        size="sm"
        rows={view.events}
        rowKey={(event) => event.id}
        columns={[
          {
            key: "step",
            header: "Étape",
            phone: "title",
            cell: (event) =>
              event.isCorrection
                ? `Correction (${stepLabels[event.step].fact.toLowerCase()})`
                : stepLabels[event.step].fact,
          },
          {
            key: "quantity",
            header: "Quantité",
            align: "right",
            phone: "fact",
            cell: (event) => formatNumber(event.quantity, { signed: event.isCorrection }),
          },
          {
            key: "date",
            header: "Date",
            phone: "fact",
            cell: (event) => formatDate(event.occurredOn),
          },
          { key: "note", header: "Remarque", phone: "fact", cell: (event) => event.note ?? "–" },
          {
            key: "recorded",
            header: "Saisie",
            phone: "hidden",
            cell: (event) =>
              [event.recordedByName, formatDateTime(event.recordedAt)]
                .filter(Boolean)
                .join(", le "),
          },
          ...(view.mayRecord
            ? [
                {
                  key: "correct",
                  header: "Actions",
                  headerHidden: true,
                  phone: "fact" as const,
                  cell: (event: RolloutEventView) =>
                    event.isCorrection ? null : <CorrectLink view={view} event={event} />,
                },
              ]
            : []),
        ]}
      />
    </Sheet>
  );
}

function CorrectLink({ view, event }: { view: RolloutItemView; event: RolloutEventView }) {
  return (
    <Link
      size="sm"
      to={`${paths.rolloutItem(view.programme.slug, view.id)}?corriger=${event.id}#corriger`}
    >
      Corriger
      <span className="fr-sr-only">
        {` : ${stepLabels[event.step].fact.toLowerCase()} le ${formatDate(event.occurredOn)}`}
      </span>
    </Link>
  );
}
