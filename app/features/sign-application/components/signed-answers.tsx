import { ProofLink } from "~/features/proofs/proof-link";
import type {
  ReviewedAnswer,
  ReviewedSection,
} from "~/features/review-answers/review-answers-view.server";
import { Badge } from "~/ui/components/badge";
import { Sheet } from "~/ui/components/sheet";

/** Every answer and proof that the signature is bound to, section by section. */
export function SignedAnswers({ sections }: { readonly sections: readonly ReviewedSection[] }) {
  return (
    <div id="reponses" className="jl-stack">
      <h2>Ce que vous signez</h2>
      {sections.map((section) => (
        <Sheet key={section.id} level={3} title={`${section.number}. ${section.title}`}>
          <dl className="jl-review">
            {section.answers.map((answer) => (
              <div key={answer.questionId} className="jl-review__line">
                <dt>
                  <span className="jl-review__number">{answer.number}</span> {answer.title}
                </dt>
                <dd>
                  <AnswerText answer={answer} />
                </dd>
              </div>
            ))}
          </dl>
        </Sheet>
      ))}
    </div>
  );
}

function AnswerText({ answer }: { readonly answer: ReviewedAnswer }) {
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
