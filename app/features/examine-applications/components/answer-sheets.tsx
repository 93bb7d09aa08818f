import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Button, LinkButton } from "~/ui/components/button";
import { FileRow } from "~/ui/components/file-row";
import { Sheet } from "~/ui/components/sheet";
import { formatBytes, formatCount, formatDate, formatNumber } from "~/ui/format";
import type { ExaminedQuestion } from "../answer-sections";
import type { ExaminationView } from "../examination-view.server";
import { CorrectionPanel } from "./correction-panel";
import type { Refused } from "./refused";

type Props = { readonly view: ExaminationView; readonly refused: Refused | undefined };

/** Every answer by section, the declared value beside the retained one. */
export function AnswerSheets({ view, refused }: Props) {
  return view.sections.map((section) => (
    <Sheet key={section.id} title={section.title}>
      <ol className="jl-answers">
        {section.questions.map((question) => (
          <li key={question.id} id={`q-${question.id}`} className="jl-answer">
            <Answer view={view} question={question} />
            {view.correcting?.id === question.id ? (
              <CorrectionPanel view={view} question={question} refused={refused} />
            ) : null}
          </li>
        ))}
      </ol>
    </Sheet>
  ));
}

function Answer({ view, question }: { view: ExaminationView; question: ExaminedQuestion }) {
  const { number, title, points, missingProof, isHiddenNow, correction } = question;
  return (
    <>
      <div className="jl-answer__head">
        <h3>{[number, title].filter(Boolean).join(" ")}</h3>
        {points ? (
          <p className="jl-quiet">
            {`${formatNumber(points.earned)} sur ${formatCount(points.max, "point")}`}
          </p>
        ) : null}
      </div>
      {question.isProof ? <Proofs question={question} /> : <Values question={question} />}
      {missingProof ? (
        <p className="jl-quiet">{`Points retenus faute de preuve\u00a0: ${missingProof}`}</p>
      ) : null}
      {isHiddenNow ? (
        <p className="jl-quiet">Cette question ne se pose plus avec les valeurs retenues.</p>
      ) : null}
      {correction ? (
        <p className="jl-answer__reason">
          <strong>Motif&nbsp;:</strong> {correction.reason}{" "}
          <span className="jl-quiet">
            {`${correction.by ?? "Jalons"}, le ${formatDate(correction.at)}`}
          </span>
        </p>
      ) : null}
      <Acts view={view} question={question} />
    </>
  );
}

function Values({ question: { declared, retained } }: { question: ExaminedQuestion }) {
  return (
    <dl className="jl-values">
      <div>
        <dt>Déclaré</dt>
        <dd>{declared || "Sans réponse"}</dd>
      </div>
      {retained === null ? null : (
        <div className="jl-values__retained">
          <dt>Retenu</dt>
          <dd>{retained || "Aucune valeur retenue"}</dd>
        </div>
      )}
    </dl>
  );
}

function Proofs({ question: { proofs, correction } }: { question: ExaminedQuestion }) {
  return (
    <>
      {proofs.length === 0 ? (
        <p>Aucune preuve jointe.</p>
      ) : (
        <ul className="jl-files">
          {proofs.map((proof) => (
            <FileRow
              key={proof.id}
              type={proof.name.split(".").pop()?.slice(0, 4).toUpperCase() ?? ""}
              name={proof.name}
              to={proof.to}
              detail={formatBytes(proof.size)}
            />
          ))}
        </ul>
      )}
      {correction ? (
        <Badge tone="warning" icon="alert">
          Preuve écartée
        </Badge>
      ) : null}
    </>
  );
}

function Acts({ view, question }: { view: ExaminationView; question: ExaminedQuestion }) {
  const { id, number, title, correction, isProof, proofs } = question;
  const isNothingToSetAside = isProof && proofs.length === 0;
  if (!view.allowed.correct || !question.form || isNothingToSetAside) return null;
  if (view.correcting?.id === id) return null;
  const what = [number, title].filter(Boolean).join(" ");
  const verb = isProof ? "Écarter la preuve" : correction ? "Modifier la correction" : "Corriger";
  return (
    <div className="jl-actions">
      <LinkButton
        to={`${paths.examination(view.slug, view.id)}?corriger=${id}#q-${id}`}
        variant="tertiary"
        size="sm"
      >
        {verb}
        <span className="fr-sr-only">{`, ${what}`}</span>
      </LinkButton>
      {correction ? (
        <Form method="post">
          <input type="hidden" name="intention" value="retirer" />
          <input type="hidden" name="question" value={id} />
          <input type="hidden" name="version" value={correction.version} />
          <Button variant="tertiary-no-outline" size="sm">
            Retirer la correction
            <span className="fr-sr-only">{`, ${what}`}</span>
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
