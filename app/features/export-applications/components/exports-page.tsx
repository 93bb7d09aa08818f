import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { FormErrors } from "~/ui/components/form-errors";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { frenchText } from "~/ui/format";
import { useFollowing } from "~/ui/use-following";
import type { ExportsView } from "../exports-view.server";
import { type DoneWord, doneWords } from "../labels";
import { exportColumns } from "./export-columns";

type Props = {
  readonly view: ExportsView;
  readonly done?: DoneWord | undefined;
  readonly errors?: Readonly<Record<string, string>> | undefined;
};

/** « Mes exports »: what one asked for, how far it is, and the files that are ready. */
export function ExportsPage({ view: { rows }, done, errors }: Props) {
  const isMoving = rows.some(({ standing }) =>
    ["waiting", "running", "stopping"].includes(standing),
  );
  useFollowing(isMoving);
  return (
    <div className="jl-page">
      <Breadcrumb
        items={[{ to: paths.examinations(), label: "Instruction" }, { label: "Mes exports" }]}
      />
      <PageTitle
        title="Mes exports"
        lead="Un export se fait pendant que vous travaillez ; un courriel vous prévient. Il est gardé 7 jours."
      />
      <FormErrors errors={errors} title="Rien n’a changé" />
      {done && !errors ? (
        <Alert tone="success" role="status">
          {frenchText(doneWords[done])}
        </Alert>
      ) : null}
      <div className="jl-stack" id="exports">
        {rows.length === 0 ? (
          <Sheet>
            <EmptyState
              title="Aucun export"
              action={
                <LinkButton to={paths.examinations()} variant="secondary">
                  Choisir une campagne
                </LinkButton>
              }
            >
              Depuis la liste des candidatures d’une campagne, « Exporter » emporte ce que la liste
              montre, avec ses filtres.
            </EmptyState>
          </Sheet>
        ) : (
          <>
            {isMoving ? (
              <p>
                <Link to={paths.exports()}>Actualiser</Link>
              </p>
            ) : null}
            <Sheet padding="flush">
              <DataTable
                caption="Exports demandés, le dernier d’abord"
                captionHidden
                columns={exportColumns}
                rows={rows}
                rowKey={({ id }) => id}
              />
            </Sheet>
          </>
        )}
      </div>
    </div>
  );
}
