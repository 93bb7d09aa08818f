import { FileHeading } from "~/features/application-file/file-heading";
import { PrintButton } from "~/features/application-file/print-button";
import { ReviewsWarning } from "~/features/application-file/reviews-warning";
import { ProofLink } from "~/features/proofs/proof-link";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { Badge } from "~/ui/components/badge";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, pluralOf } from "~/ui/format";
import type { ReviewAnswersView, ReviewedAnswer } from "../review-answers-view.server";

/** All the answers on one page, by section, with what is missing first. */
export function ReviewAnswers({ view }: { view: ReviewAnswersView }) {
  return (
    <div className="jl-page">
      <FileHeading
        file={view}
        leaf="Relire les réponses"
        title={view.status === "draft" ? "Relire toutes les réponses" : "Réponses transmises"}
        aside={<PrintButton>Imprimer</PrintButton>}
      />
      {view.status === "draft" && (
        <div id="a-completer">
          <Pending view={view} />
        </div>
      )}
      <ReviewsWarning reviews={view.reviews} />
      {view.sections.map((section) => (
        <Sheet
          key={section.id}
          id={section.id}
          title={`${section.number}. ${section.title}`}
          aside={
            section.canWrite && (
              <Link to={section.to} aria-label={`Modifier la section ${section.title}`}>
                Modifier
              </Link>
            )
          }
        >
          <dl className="jl-review">
            {section.answers.map((answer) => (
              <AnswerLine key={answer.questionId} answer={answer} canAnswer={section.canWrite} />
            ))}
          </dl>
        </Sheet>
      ))}
      <ButtonGroup>
        {view.status === "draft" && view.pending.length === 0 && (
          <LinkButton to={paths.submit(view.id)}>Continuer vers la transmission</LinkButton>
        )}
        <LinkButton to={paths.application(view.id)} variant="tertiary">
          Revenir au dossier
        </LinkButton>
      </ButtonGroup>
    </div>
  );
}

function Pending({ view }: { view: ReviewAnswersView }) {
  const count = view.pending.length;
  if (count === 0) {
    return (
      <Alert tone="success" title="Toutes les réponses obligatoires sont là">
        Relisez-les avant de transmettre&nbsp;: elles ne changeront plus ensuite.
      </Alert>
    );
  }
  return (
    <Alert
      tone="warning"
      title={`${formatCount(count, "réponse")} ${pluralOf(count, "manque ou est", "manquent ou sont")} à corriger`}
    >
      <ul className="jl-errors">
        {view.pending.map((answer) => (
          <li key={answer.questionId}>
            <Anchor to={answer.to}>
              {answer.number}&nbsp;: {answer.title}
            </Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function AnswerLine({ answer, canAnswer }: { answer: ReviewedAnswer; canAnswer: boolean }) {
  return (
    <div id={`reponse-${answer.questionId}`} className="jl-review__line">
      <dt>
        <span className="jl-review__number">{answer.number}</span> {answer.title}
      </dt>
      <dd>
        <AnswerText answer={answer} />
        {answer.fault && (
          <Badge tone="error" icon="alert">
            {answer.fault}
          </Badge>
        )}
        {canAnswer && (
          <Link to={answer.to} size="sm" aria-label={`Modifier la réponse ${answer.number}`}>
            {answer.state === "missing" ? "Répondre" : "Modifier"}
          </Link>
        )}
      </dd>
    </div>
  );
}

function AnswerText({ answer }: { answer: ReviewedAnswer }) {
  if (answer.files.length > 0) {
    return (
      <ul>
        {answer.files.map((file) => (
          <li key={file.id}>
            <ProofLink name={file.name} to={file.to} />
          </li>
        ))}
      </ul>
    );
  }
  if (answer.state === "missing") {
    return (
      <Badge tone="warning" icon="alert">
        Réponse manquante
      </Badge>
    );
  }
  if (answer.state === "empty") return <p className="jl-muted">Sans réponse (optionnel)</p>;
  return <p className="jl-review__text">{answer.text}</p>;
}
