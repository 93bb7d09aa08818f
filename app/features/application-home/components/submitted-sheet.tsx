import { withdrawRefusal } from "~/domain/application/withdrawal";
import { ThreadLink } from "~/features/application-file/thread-link";
import { applicantStatusLabels } from "~/features/create-application/labels";
import { paths } from "~/paths";
import { DefinitionList } from "~/ui/components/definition-list";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatDateTime } from "~/ui/format";
import type { ApplicationHomeView } from "../application-home-view.server";

/** After the submission: status, receipt, and what was sent. */
export function SubmittedSheet({ view }: { view: ApplicationHomeView }) {
  return (
    <Sheet title="Suivi de la candidature">
      <div className="jl-stack">
        <DefinitionList
          variant="lines"
          items={[
            { term: "État", value: applicantStatusLabels[view.status] },
            ...(view.receipt
              ? [
                  { term: "Récépissé", value: view.receipt.number },
                  {
                    term: "Transmise le",
                    value: `${formatDateTime(view.receipt.submittedAt, { weekday: true, seconds: true })}, heure de Paris`,
                  },
                ]
              : []),
          ]}
        />
        {view.receipt && (
          <p>
            <Link to={paths.receipt(view.id)} icon="arrow">
              Voir le récépissé
            </Link>
          </p>
        )}
        {view.admissibility && (
          <p>
            <Link to={paths.formalActs(view.id)} icon="arrow">
              Actes et avis
            </Link>
          </p>
        )}
        {view.receipt && (
          <p>
            <Link to={paths.applicationPdf(view.id)} reloadDocument icon="download">
              Télécharger la candidature transmise (PDF)
            </Link>
          </p>
        )}
        {view.completion && view.canAnswer && (
          <p>
            <Link to={paths.draftPdf(view.id)} reloadDocument icon="download">
              Télécharger ce qui n’est pas encore transmis (PDF)
            </Link>
          </p>
        )}
        <p>
          <Link to={paths.review(view.id)} icon="arrow">
            Relire les réponses transmises
          </Link>
        </p>
        {view.thread && <ThreadLink id={view.id} thread={view.thread} />}
        {view.status !== "withdrawn" && (
          <p>
            <Link to={paths.completion(view.id)} icon="arrow">
              Compléments et modifications
            </Link>
          </p>
        )}
        {view.canSubmit && withdrawRefusal(view.status) === null && (
          <p>
            <Link to={paths.withdrawal(view.id)} icon="arrow">
              Retirer la candidature
            </Link>
          </p>
        )}
      </div>
    </Sheet>
  );
}
