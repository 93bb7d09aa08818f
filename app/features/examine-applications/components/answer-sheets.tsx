import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Button, LinkButton } from "~/ui/components/button";
import { FileRow } from "~/ui/components/file-row";
import { FoldAllLink, FoldedSheet, keepingSheetsOpen } from "~/ui/components/folded-sheet";
import { formatBytes, formatCount, formatDate, formatNumber } from "~/ui/format";
import type { AnswerSection, ExaminedQuestion } from "../answer-sections";
import type { ExaminationView } from "../examination-view.server";
import { CorrectionPanel } from "./correction-panel";
import type { Refused } from "./refused";

type Props = {
  readonly view: ExaminationView;
  readonly refused: Refused | undefined;
  readonly shown: ShownAnswers;
};

/** What the address asks to see at once: one question, every section. */
export type ShownAnswers = { readonly question: string | null; readonly areAllOpen: boolean };

/** Every answer by section, the declared value beside the retained one; each section is folded. */
export function AnswerSheets({ view, refused, shown }: Props) {
  const count = view.sections.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <div className="jl-folds">
      <FoldAllLink
        areAllOpen={shown.areAllOpen}
        count={`${formatCount(count, "réponse")} en ${formatCount(view.sections.length, "section")}.`}
      />
      {view.sections.map((section) => (
        <FoldedSheet
          key={section.id}
          title={section.title}
          facts={<SectionFacts section={section} />}
          isOpen={shown.areAllOpen || section.questions.some(({ id }) => id === shown.question)}
        >
          <ol className="jl-answers">
            {section.questions.map((question) => (
              <li key={question.id} id={`q-${question.id}`} className="jl-answer">
                <Answer view={view} question={question} areAllOpen={shown.areAllOpen} />
                {view.correcting?.id === question.id ? (
                  <CorrectionPanel
                    view={view}
                    question={question}
                    refused={refused}
                    areAllOpen={shown.areAllOpen}
                  />
                ) : null}
              </li>
            ))}
          </ol>
        </FoldedSheet>
      ))}
    </div>
  );
}

/** What a folded section holds: what it earned, what was corrected, what lacks its proof. */
function SectionFacts({ section: { questions } }: { section: AnswerSection }) {
  const scored = questions.flatMap(({ points }) => (points ? [points] : []));
  const earned = scored.reduce((sum, points) => sum + points.earned, 0);
  const max = scored.reduce((sum, points) => sum + points.max, 0);
  const corrections = questions.filter(({ correction }) => correction).length;
  const unproven = questions.filter(({ missingProof }) => missingProof).length;
  return (
    <>
      {corrections > 0 ? <strong>{formatCount(corrections, "correction")}</strong> : null}
      {unproven > 0 ? (
        <strong>{formatCount(unproven, "preuve absente", "preuves absentes")}</strong>
      ) : null}
      <span>{formatCount(questions.length, "réponse")}</span>
      {max > 0 ? <span>{`${formatNumber(earned)} sur ${formatCount(max, "point")}`}</span> : null}
    </>
  );
}

type AnswerProps = {
  readonly view: ExaminationView;
  readonly question: ExaminedQuestion;
  readonly areAllOpen: boolean;
};

function Answer({ view, question, areAllOpen }: AnswerProps) {
  const { number, title, points, missingProof, isHiddenNow, correction } = question;
  return (
    <>
      <h3 className="jl-answer__title">{[number, title].filter(Boolean).join(" ")}</h3>
      {points ? (
        <p className="jl-answer__points">
          {`${formatNumber(points.earned)} sur ${formatCount(points.max, "point")}`}
        </p>
      ) : null}
      <div className="jl-answer__body">
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
        {correction?.isOutdated ? (
          <p>
            <Badge tone="warning" icon="alert">
              Corrigée avant un changement de la réponse
            </Badge>
          </p>
        ) : null}
      </div>
      <Acts view={view} question={question} areAllOpen={areAllOpen} />
    </>
  );
}

function Values({ question: { declared, retained } }: { question: ExaminedQuestion }) {
  return (
    <dl className="jl-values">
      <div>
        {/* Alone, a value is the declared one: its name is for those who do not see the page. */}
        <dt className={retained === null ? "fr-sr-only" : undefined}>Déclaré</dt>
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
              {...(proof.to ? { to: proof.to } : {})}
              detail={formatBytes(proof.size)}
              scan={proof.scan}
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

function Acts({ view, question, areAllOpen }: AnswerProps) {
  const { id, number, title, correction, isProof, proofs } = question;
  const isNothingToSetAside = isProof && proofs.length === 0;
  if (!view.allowed.correct || !question.form || isNothingToSetAside) return null;
  if (view.correcting?.id === id) return null;
  const what = [number, title].filter(Boolean).join(" ");
  const verb = isProof ? "Écarter la preuve" : correction ? "Modifier la correction" : "Corriger";
  return (
    <div className="jl-answer__acts">
      <LinkButton
        to={`${paths.examination(view.slug, view.id)}?corriger=${id}${keepingSheetsOpen(areAllOpen)}#q-${id}`}
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
