import { AdmissibilitySheet } from "~/features/application-file/admissibility-sheet";
import { FileHeading } from "~/features/application-file/file-heading";
import { Alert } from "~/ui/components/alert";
import { FormErrors } from "~/ui/components/form-errors";
import type { FormalActsView } from "../formal-acts-view.server";
import { doneWords } from "../labels";
import { ActSheet } from "./act-sheet";
import { EndorsementSheet } from "./endorsement-sheet";
import type { RefusedForm } from "./refused-form";

type Props = {
  readonly view: FormalActsView;
  readonly refused: RefusedForm | undefined;
  /** Which form was just accepted. */
  readonly done: string | null;
};

/** The school's page: what is missing, then the act of its board or council, then the opinion of the owner. */
export function ActsPage({ view, refused, done }: Props) {
  const doneTitle = refused || !Object.hasOwn(doneWords, done ?? "") ? "" : doneWords[done ?? ""];
  return (
    <div className="jl-page">
      <FileHeading file={view} leaf="Actes et avis" />
      <FormErrors errors={refused?.errors} title="Rien n’a été enregistré" />
      {doneTitle ? <Alert tone="success" role="status" title={doneTitle} /> : null}
      <AdmissibilitySheet view={view.admissibility} />
      {view.deliberation && (
        <ActSheet view={view} deliberation={view.deliberation} refused={refused} />
      )}
      {view.endorsement && (
        <EndorsementSheet view={view} endorsement={view.endorsement} refused={refused} />
      )}
    </div>
  );
}
