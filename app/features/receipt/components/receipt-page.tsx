import { Download } from "lucide-react";
import { shortFingerprint } from "~/domain/application/document-standing";
import { PrintButton } from "~/features/application-file/print-button";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { DefinitionList } from "~/ui/components/definition-list";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDateTime } from "~/ui/format";
import { pieceLines, receiptLines, scoreText } from "../receipt-lines";
import type { ReceiptView } from "../receipt-view.server";

/** The receipt of a submission: number, instant, content, seal. */
export function ReceiptPage({ view, isNew }: { view: ReceiptView; isNew: boolean }) {
  const school = view.schools.map(({ name }) => name).join(", ");
  const numbered = new Set<string>();
  const lines = receiptLines(view).map((line) => {
    // A call covers several schools: each line keeps a term of its own.
    const rank = [...numbered].filter((term) => term.startsWith(line.term)).length;
    const term = rank === 0 ? line.term : `${line.term} ${rank + 1}`;
    numbered.add(term);
    return { ...line, term };
  });
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.applications(), label: "Mes candidatures" },
            { to: paths.application(view.id), label: school },
            { label: "Récépissé" },
          ]}
        />
        <PageTitle
          kicker={view.campaign}
          title={
            <>
              Récépissé <span className="jl-nowrap">{view.receiptNumber}</span>
            </>
          }
          lead={`Remis par ${view.partners.join(", ")}.`}
        />
      </div>
      {isNew && (
        <Alert tone="success" title="Votre candidature est transmise" role="status">
          Ce récépissé vous est aussi envoyé par courriel.
        </Alert>
      )}
      {view.takenBack && (
        <Alert
          tone="warning"
          title={
            view.takenBack === "withdrawn"
              ? "Cette candidature a été retirée"
              : "Cette candidature est redevenue un brouillon"
          }
        >
          {view.takenBack === "withdrawn"
            ? "Ce récépissé dit ce qui avait été transmis. Elle ne sera pas examinée."
            : "Ce récépissé dit ce qui avait été transmis. Sans nouvelle transmission, elle ne sera pas examinée."}
        </Alert>
      )}
      <Sheet title="Candidature transmise">
        <DefinitionList variant="lines" items={lines} />
      </Sheet>
      {view.axes.length > 0 && (
        <Sheet title="Scores déclarés par axe">
          <DefinitionList
            variant="lines"
            items={view.axes.map((axis) => ({ term: axis.title, value: scoreText(axis.score) }))}
          />
        </Sheet>
      )}
      <Sheet title="Empreinte">
        <p className="jl-second">
          Cette suite de signes (SHA-256) est calculée sur tout ce qui a été transmis. Une seule
          réponse changée en donnerait une autre.
        </p>
        <p className="jl-seal">
          <code>{view.sha256}</code>
        </p>
        <p>
          <Link
            to={paths.verifyDocument(view.receiptNumber, shortFingerprint(view.sha256))}
            icon="arrow"
          >
            Ce que dit la page publique de vérification
          </Link>
        </p>
        {!view.isIntact && (
          <Alert tone="error">
            Le contenu conservé ne correspond plus à cette empreinte. Signalez-le à votre délégation
            académique.
          </Alert>
        )}
      </Sheet>
      {view.supplements.map((supplement) => (
        <SupplementSheet key={supplement.number} supplement={supplement} />
      ))}
      {view.earlier.length > 0 && <EarlierSheet id={view.id} earlier={view.earlier} />}
      <ButtonGroup>
        <LinkButton to={paths.receiptPdf(view.id)} reloadDocument icon={Download}>
          Télécharger le récépissé en PDF
        </LinkButton>
        <LinkButton
          to={paths.applicationPdf(view.id)}
          reloadDocument
          icon={Download}
          variant="secondary"
        >
          Télécharger la candidature en PDF
        </LinkButton>
        <PrintButton>Imprimer</PrintButton>
        <LinkButton to={paths.application(view.id)} variant="tertiary">
          Revenir au dossier
        </LinkButton>
      </ButtonGroup>
    </div>
  );
}

/** A piece that came after the submission, with the seal that ties it to the one above. */
function SupplementSheet({
  supplement,
}: {
  readonly supplement: ReceiptView["supplements"][number];
}) {
  return (
    <Sheet title={`Pièce reçue le ${formatDateTime(supplement.sealedAt)}`}>
      <DefinitionList variant="lines" items={pieceLines(supplement.formalActs)} />
      <p className="jl-second">
        Son empreinte couvre aussi celle de la candidature, qui n’a pas changé.
      </p>
      <p className="jl-seal">
        <code>{supplement.sha256}</code>
      </p>
      {!supplement.isIntact && (
        <Alert tone="error">
          Le contenu conservé ne correspond plus à cette empreinte. Signalez-le à votre délégation
          académique.
        </Alert>
      )}
    </Sheet>
  );
}

/** What this submission replaced: its documents stay authentic, and are no longer in force. */
function EarlierSheet({ id, earlier }: Pick<ReceiptView, "id" | "earlier">) {
  return (
    <Sheet title="Transmissions remplacées">
      <ul className="jl-stack">
        {earlier.map(({ number, receiptNumber, submittedAt }) => (
          <li key={number}>
            <span className="jl-line">
              {`${receiptNumber}, transmise le ${formatDateTime(submittedAt)}`}
            </span>
            <span className="jl-actions">
              <Link to={paths.receiptPdf(id, number)} reloadDocument icon="download">
                Récépissé en PDF
              </Link>
              <Link to={paths.applicationPdf(id, number)} reloadDocument icon="download">
                Candidature en PDF
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
