import type { ReactNode } from "react";
import type { Field, Question } from "~/domain/questionnaire/types";
import { CheckboxGroup, RadioGroup } from "~/ui/components/choice-field";
import { MatrixField } from "~/ui/components/matrix-field";
import { NumberField } from "~/ui/components/number-field";
import { ScaleField } from "~/ui/components/scale-field";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatCount } from "~/ui/format";
import type { TypedFields } from "../typed-fields";
import { PickerField } from "./picker-field";

export type FieldOf = Exclude<
  Question | Field,
  { kind: "repeatable" | "file" | "calculated" | "information" }
>;

type Props = {
  readonly question: FieldOf;
  readonly name: string;
  readonly label: ReactNode;
  readonly typed: TypedFields;
  readonly error?: string;
  readonly labelSize?: "md" | "question";
};

const longest = (maxLength: number) => `${formatCount(maxLength, "caractère")} au plus.`;

const choicesOf = (options: readonly { id: string; label: string; help?: string }[]) =>
  options.map(({ id, label, help }) => ({ value: id, label, hint: help }));

/** The control of one question or of one field of a row, by its kind. */
export function QuestionField({ question, name, label, typed, error, labelSize }: Props) {
  const first = typed[name]?.[0] ?? "";
  const common = {
    name,
    label,
    error,
    labelSize,
    optional: !question.required,
    hint: question.help,
  };
  switch (question.kind) {
    case "short-text":
      return <TextField {...common} defaultValue={first} autoComplete="off" />;
    case "long-text":
      return (
        <TextAreaField
          {...common}
          hint={[question.help, longest(question.maxLength)].filter(Boolean).join(" ")}
          defaultValue={first}
        />
      );
    case "integer":
    case "decimal":
      return (
        <NumberField
          {...common}
          unit={question.unit}
          decimal={question.kind === "decimal"}
          defaultValue={first}
        />
      );
    case "money":
      return <NumberField {...common} unit="€" width="sm" decimal defaultValue={first} />;
    case "percentage":
      return <NumberField {...common} unit="%" decimal defaultValue={first} />;
    case "date":
      return <TextField {...common} type="date" width="sm" defaultValue={first} />;
    case "yes-no":
      return (
        <RadioGroup
          {...common}
          rich
          inline
          choices={[
            { value: "yes", label: "Oui" },
            { value: "no", label: "Non" },
          ]}
          defaultValue={first}
        />
      );
    case "single-choice":
      return <RadioGroup {...common} choices={choicesOf(question.options)} defaultValue={first} />;
    case "multiple-choice":
      return (
        <CheckboxGroup
          {...common}
          choices={choicesOf(question.options)}
          defaultValue={typed[name] ?? []}
        />
      );
    case "scale":
      return (
        <ScaleField
          {...common}
          points={question.steps.map(({ id, label: word }) => ({ value: id, label: word }))}
          defaultValue={first}
        />
      );
    case "matrix":
      return (
        <MatrixField
          {...common}
          rows={question.rows.map(({ id, label: word }) => ({ value: id, label: word }))}
          columns={question.columns.map(({ id, label: word, notApplicable }) => ({
            value: id,
            label: word,
            apart: notApplicable,
          }))}
          defaultValue={Object.fromEntries(
            question.rows.map(({ id }) => [id, typed[`${name}.${id}`]?.[0]]),
          )}
        />
      );
    case "school":
    case "commune":
      return <PickerField {...common} kind={question.kind} defaultValue={first} />;
  }
}
