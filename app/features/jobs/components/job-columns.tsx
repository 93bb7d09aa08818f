import { Form } from "@remix-run/react";
import type { JobKind } from "~/domain/jobs/vocabulary";
import { Badge } from "~/ui/components/badge";
import { Button } from "~/ui/components/button";
import { CellTitle, type Column } from "~/ui/components/data-table";
import { ProgressBar } from "~/ui/components/progress-bar";
import { formatCount, formatDateTime, formatNumber } from "~/ui/format";
import type { JobRow } from "../jobs-view.server";
import { actLabels, kindLabels, scheduleWords, stateLabels } from "../labels";

const nameOf = (kind: string) => kindLabels[kind as JobKind]?.name ?? kind;

/** Each kind of job, when it is done, and a way to have it done now. */
export const kindColumns: Column<JobKind>[] = [
  {
    key: "kind",
    header: "Tâche",
    phone: "title",
    cell: (kind) => <CellTitle title={kindLabels[kind].name} detail={kindLabels[kind].does} />,
  },
  {
    key: "when",
    header: "Quand",
    phone: "fact",
    cell: (kind) => scheduleWords(kind) ?? "À la demande",
  },
  {
    key: "act",
    header: "Action",
    headerHidden: true,
    align: "right",
    cell: (kind) => (
      <Form method="post">
        <input type="hidden" name="kind" value={kind} />
        <Button name="act" value="launch" variant="secondary" size="sm">
          Lancer maintenant
          <span className="fr-sr-only">{`\u00a0: ${kindLabels[kind].name}`}</span>
        </Button>
      </Form>
    ),
  },
];

export const jobColumns: Column<JobRow>[] = [
  {
    key: "kind",
    header: "Tâche",
    phone: "title",
    cell: (row) => (
      <CellTitle title={nameOf(row.kind)} detail={`Demandée le ${formatDateTime(row.createdAt)}`} />
    ),
  },
  {
    key: "state",
    header: "État",
    phone: "status",
    cell: (row) => {
      const { tone, icon, label } = stateLabels[row.state];
      return (
        <Badge tone={tone} icon={icon}>
          {row.state === "active" && row.isStopAsked ? "Arrêt demandé" : label}
        </Badge>
      );
    },
  },
  { key: "progress", header: "Avancement", phone: "fact", cell: (row) => <Progress row={row} /> },
  { key: "when", header: "Quand", phone: "fact", cell: (row) => whenWords(row) },
  {
    key: "failure",
    header: "Dernier échec",
    phone: "fact",
    wideOnly: true,
    cell: (row) =>
      row.failure === null
        ? "–"
        : `${row.failure.slice(0, 200)} (essai ${row.retries + 1} sur ${row.retryLimit + 1})`,
  },
  {
    key: "act",
    header: "Action",
    headerHidden: true,
    align: "right",
    cell: (row) => <Act row={row} />,
  },
];

function Progress({ row: { kind, done, total } }: { row: JobRow }) {
  if (done === null) return "–";
  const unit = kindLabels[kind as JobKind]?.unit ?? "étape";
  if (total === null || total === 0) return formatCount(done, unit);
  const text = `${formatNumber(done)} sur ${formatCount(total, unit)}`;
  return <ProgressBar ratio={done / total} label="Avancement" text={text} isShown />;
}

function whenWords(row: JobRow): string {
  if (row.completedAt) return `Finie le ${formatDateTime(row.completedAt, { seconds: true })}`;
  if (row.state === "retry")
    return `Reprise le ${formatDateTime(row.startAfter, { seconds: true })}`;
  if (row.startedAt) return `Commencée le ${formatDateTime(row.startedAt, { seconds: true })}`;
  return "Dès que possible";
}

function Act({ row }: { row: JobRow }) {
  if (!row.act) return null;
  return (
    <Form method="post">
      <input type="hidden" name="id" value={row.id} />
      <Button name="act" value={row.act} variant="tertiary" size="sm">
        {actLabels[row.act]}
        <span className="fr-sr-only">
          {`\u00a0: ${nameOf(row.kind)}, ${formatDateTime(row.createdAt, { seconds: true })}`}
        </span>
      </Button>
    </Form>
  );
}
