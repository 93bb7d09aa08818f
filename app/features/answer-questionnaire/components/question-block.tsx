import { formatAnswer } from "~/domain/questionnaire/format-answer";
import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import type { Question } from "~/domain/questionnaire/types";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import type { UploadLine } from "~/features/proofs/upload-lines.server";
import { Callout } from "~/ui/components/alert";
import { Checkbox } from "~/ui/components/choice-field";
import { markName } from "../form-names";
import type { FieldFault } from "../section-state";
import type { TypedFields } from "../typed-fields";
import { ProofField } from "./proof-field";
import { QuestionField } from "./question-field";
import { RepeatableField } from "./repeatable-field";

export type QuestionBlockProps = {
  readonly applicationId: string;
  readonly question: Question;
  readonly number?: string;
  readonly meta?: string;
  /** « Karim Benslimane répond ici »; empty when nobody does. */
  readonly presence: string;
  readonly isShown: boolean;
  readonly typed: TypedFields;
  readonly mark: string;
  readonly fault?: FieldFault;
  readonly calculated?: string | number | boolean | null;
  /** Every file of the application. */
  readonly files: readonly ProofLine[];
  /** What the reader began to send and did not end. */
  readonly unfinished: readonly UploadLine[];
  readonly hasExtraRow: boolean;
  readonly onRowsChanged: (questionId: string) => void;
  readonly onProofs: (questionId: string, proofs: readonly ProofLine[]) => void;
};

/** One question: its number and points, its control, and what its form carries of the answer shown. */
export function QuestionBlock(props: QuestionBlockProps) {
  const { question, number, meta, presence, isShown, mark } = props;
  const isConditional = question.parent !== undefined;
  return (
    <div
      id={`question-${question.id}`}
      className={isConditional ? "jl-conditional" : undefined}
      hidden={!isShown}
    >
      <div className="jl-question__top">
        {number && (!isConditional || meta) ? (
          <p className="jl-question__meta">
            <strong>{number}</strong>
            {meta ? ` · ${meta}` : ""}
          </p>
        ) : null}
        {presence ? <p className="jl-presence">{presence}</p> : null}
      </div>
      {question.kind === "file" ? null : (
        <input type="hidden" name={markName(question.id)} defaultValue={mark} />
      )}
      <Control {...props} />
    </div>
  );
}

function Control(props: QuestionBlockProps) {
  const { question, typed, fault, meta } = props;
  const label =
    question.parent !== undefined && props.number && !meta ? (
      <>
        <span className="jl-question__number">{props.number}</span> {question.title}
      </>
    ) : (
      question.title
    );
  switch (question.kind) {
    case "information":
      return (
        <Callout title={question.title} titleLevel={2}>
          {question.help ?? ""}
        </Callout>
      );
    case "calculated":
      return <Calculated question={question} value={props.calculated} />;
    case "file":
      return (
        <ProofField
          applicationId={props.applicationId}
          question={question}
          label={label}
          files={props.files}
          unfinished={props.unfinished}
          error={fault?.message}
          onProofs={props.onProofs}
        />
      );
    case "repeatable":
      return (
        <RepeatableField
          question={question}
          label={label}
          typed={typed}
          fault={fault}
          hasExtraRow={props.hasExtraRow}
          onRowsChanged={props.onRowsChanged}
        />
      );
    default:
      return (
        <>
          <QuestionField
            question={question}
            name={fieldName(question.id)}
            label={label}
            typed={typed}
            error={fault?.message}
            labelSize="question"
          />
          {question.notApplicable ? (
            <Checkbox
              name={fieldName(question.id, "na")}
              label="Sans objet pour notre établissement"
              defaultChecked={typed[fieldName(question.id, "na")] !== undefined}
            />
          ) : null}
        </>
      );
  }
}

function Calculated({
  question,
  value,
}: {
  readonly question: Extract<Question, { kind: "calculated" }>;
  readonly value: string | number | boolean | null | undefined;
}) {
  const isKnown = value !== undefined && value !== null;
  return (
    <div className="fr-input-group">
      <p className="fr-label jl-label--question">{question.title}</p>
      {question.help ? <p className="fr-hint-text">{question.help}</p> : null}
      <p>
        <output>{isKnown ? formatAnswer(question, value) : "Pas encore calculable"}</output>
      </p>
    </div>
  );
}
