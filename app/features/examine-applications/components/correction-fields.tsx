import { Checkbox, CheckboxGroup, RadioGroup } from "~/ui/components/choice-field";
import { MatrixField } from "~/ui/components/matrix-field";
import { NumberField } from "~/ui/components/number-field";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import type { CorrectionForm } from "../correction-form";

type Props = {
  readonly form: CorrectionForm;
  readonly error: string | undefined;
  /** What was typed in a form that was refused, by field; absent before. */
  readonly typed: Readonly<Record<string, readonly string[]>> | undefined;
};

/** The retained value of one question: the control of its kind, and « sans objet » where it exists. */
export function CorrectionFields({ form, error, typed }: Props) {
  return (
    <>
      <ValueField form={form} error={error} typed={typed} />
      {form.notApplicable ? (
        <Checkbox
          name={form.notApplicable.name}
          value="1"
          label="Sans objet pour cet établissement"
          defaultChecked={
            typed ? Boolean(typed[form.notApplicable.name]) : form.notApplicable.isChecked
          }
        />
      ) : null}
    </>
  );
}

function ValueField({ form: { name, control }, error, typed }: Props) {
  const own = { name, id: "valeur", label: "Valeur retenue", error };
  const line = typed ? (typed[name]?.[0] ?? "") : undefined;
  switch (control.kind) {
    case "radio":
      return (
        <RadioGroup {...own} choices={[...control.choices]} defaultValue={line ?? control.value} />
      );
    case "boxes":
      return (
        <CheckboxGroup
          {...own}
          choices={[...control.choices]}
          defaultValue={typed ? (typed[name] ?? []) : control.values}
        />
      );
    case "matrix":
      return (
        <MatrixField
          {...own}
          rows={[...control.rows]}
          columns={[...control.columns]}
          defaultValue={
            typed
              ? Object.fromEntries(
                  control.rows.map(({ value }) => [value, typed[`${name}.${value}`]?.[0]]),
                )
              : control.cells
          }
        />
      );
    case "number":
      return (
        <NumberField
          {...own}
          width="sm"
          decimal
          unit={control.unit ?? undefined}
          defaultValue={line ?? control.value}
        />
      );
    case "date":
      return <TextField {...own} type="date" width="sm" defaultValue={line ?? control.value} />;
    case "text":
      return <TextAreaField {...own} rows={6} defaultValue={line ?? control.value} />;
    case "line":
      return <TextField {...own} defaultValue={line ?? control.value} />;
    case "set-aside":
      return (
        <p id="valeur">
          La preuve est écartée&nbsp;: les points et les conditions qui la demandent ne comptent
          plus. Le fichier reste au dossier.
        </p>
      );
    default: {
      const never: never = control;
      return never;
    }
  }
}
