import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { DefinitionList } from "~/ui/components/definition-list";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDateTime, frenchText } from "~/ui/format";
import { tooManyChecks, verdictWords } from "../labels";
import type { VerificationResult, VerificationView } from "../verification-view.server";

/** What is known of one document, for whoever holds it. */
export function VerificationPage({ result }: { readonly result: VerificationResult }) {
  return (
    <>
      <Breadcrumb
        items={[
          { to: paths.verify(), label: "Vérifier un document" },
          { label: result.ok ? result.view.receiptNumber : "Trop de vérifications" },
        ]}
      />
      <PageTitle
        title={
          result.ok ? (
            <>
              Document <span className="jl-nowrap">{result.view.receiptNumber}</span>
            </>
          ) : (
            "Vérifier un document"
          )
        }
      />
      <div className="jl-stack">
        {result.ok ? <Verdict view={result.view} /> : <Alert tone="error">{tooManyChecks}</Alert>}
        <p>
          <Link to={paths.verify()} icon="arrow">
            Vérifier un autre document
          </Link>
        </p>
      </div>
    </>
  );
}

function Verdict({ view: { verdict, document } }: { readonly view: VerificationView }) {
  const { tone, title, text } = verdictWords[verdict];
  return (
    <>
      <Alert tone={tone} title={title}>
        {text}
      </Alert>
      {document ? (
        <Sheet title="Ce que dit le document authentique">
          <div className="jl-stack">
            <p>
              {frenchText(
                "Comparez avec ce que vous avez sous les yeux : un code authentique peut avoir été recopié sur un autre document.",
              )}
            </p>
            <DefinitionList
              variant="lines"
              items={[
                { term: "Campagne", value: document.campaign },
                { term: "Candidat", value: document.schools },
                {
                  term: "Transmise le",
                  value: `${formatDateTime(document.submittedAt, { weekday: true, seconds: true })}, heure de Paris`,
                },
                {
                  term: "Empreinte SHA-256",
                  value: <code className="jl-seal">{document.sha256}</code>,
                },
              ]}
            />
          </div>
        </Sheet>
      ) : null}
    </>
  );
}
