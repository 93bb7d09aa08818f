import { forwardRef, type InputHTMLAttributes, type ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldMessage, type FieldProps, FieldsetShell, fieldIds } from "./field";

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** At the far end of a rich choice: a `LevelMark`. */
  mark?: ReactNode;
}

type Passed = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  keyof FieldProps | "type" | "value" | "defaultValue" | "checked" | "defaultChecked" | "style"
>;

/** The first control bears the field's own id, so that an error link lands on it. */
const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

interface ChoiceLineProps extends Passed {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  choice: Choice;
  isChecked: boolean | undefined;
  rich?: boolean;
  isInvalid?: boolean;
  messageId?: string;
}

const ChoiceLine = forwardRef<HTMLInputElement, ChoiceLineProps>(function ChoiceLine(
  { type, id, name, choice, isChecked, rich, isInvalid, messageId, ...passed },
  ref,
) {
  const hintId = choice.hint ? `${id}-aide` : undefined;
  const group = type === "radio" ? "fr-radio-group" : "fr-checkbox-group";
  return (
    <div className={classNames(group, rich && "fr-radio-rich")}>
      <input
        {...passed}
        ref={ref}
        type={type}
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={isChecked}
        disabled={choice.disabled || passed.disabled}
        aria-describedby={[hintId, messageId].filter(Boolean).join(" ") || undefined}
        aria-invalid={isInvalid && type === "checkbox" ? true : undefined}
      />
      <label className="fr-label" htmlFor={id}>
        <span>{choice.label}</span>
        {choice.mark && <span className="jl-choice__mark">{choice.mark}</span>}
        {choice.hint && (
          <span className="fr-hint-text" id={hintId}>
            {choice.hint}
          </span>
        )}
      </label>
    </div>
  );
});

export interface RadioGroupProps extends FieldProps, Passed {
  choices: Choice[];
  defaultValue?: string;
  /** Rich choices are boxed; `inline` puts short ones side by side (yes / no). */
  rich?: boolean;
  inline?: boolean;
}

/** One answer among a few; every choice is wholly clickable. `ref` goes to each radio (react-hook-form). */
export const RadioGroup = forwardRef<HTMLInputElement, RadioGroupProps>(function RadioGroup(
  {
    name,
    label,
    id,
    hint,
    error,
    valid,
    optional,
    labelSize,
    choices,
    defaultValue,
    rich,
    inline,
    ...passed
  },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  return (
    <FieldsetShell {...field}>
      <div
        className={classNames(
          "jl-choices",
          inline && "jl-choices--inline",
          rich && "jl-choices--rich",
        )}
      >
        {choices.map((choice, index) => (
          <div
            key={choice.value}
            className={classNames("fr-fieldset__element", inline && "fr-fieldset__element--inline")}
          >
            <ChoiceLine
              {...passed}
              ref={ref}
              type="radio"
              id={choiceId(ids.id, index)}
              name={name}
              choice={choice}
              rich={rich}
              isChecked={defaultValue === undefined ? undefined : defaultValue === choice.value}
            />
          </div>
        ))}
      </div>
    </FieldsetShell>
  );
});

export interface CheckboxGroupProps extends FieldProps, Passed {
  choices: Choice[];
  defaultValue?: readonly string[];
  inline?: boolean;
}

/** Several answers at once; posts one value a checked box under the same name. */
export const CheckboxGroup = forwardRef<HTMLInputElement, CheckboxGroupProps>(
  function CheckboxGroup(
    {
      name,
      label,
      id,
      hint,
      error,
      valid,
      optional,
      labelSize,
      choices,
      defaultValue,
      inline,
      ...passed
    },
    ref,
  ) {
    const field = { name, label, id, hint, error, valid, optional, labelSize };
    const ids = fieldIds(field);
    return (
      <FieldsetShell {...field}>
        <div className={classNames("jl-choices", inline && "jl-choices--inline")}>
          {choices.map((choice, index) => (
            <div
              key={choice.value}
              className={classNames(
                "fr-fieldset__element",
                inline && "fr-fieldset__element--inline",
              )}
            >
              <ChoiceLine
                {...passed}
                ref={ref}
                type="checkbox"
                id={choiceId(ids.id, index)}
                name={name}
                choice={choice}
                isInvalid={Boolean(error)}
                isChecked={
                  defaultValue === undefined ? undefined : defaultValue.includes(choice.value)
                }
              />
            </div>
          ))}
        </div>
      </FieldsetShell>
    );
  },
);

export interface CheckboxProps extends Passed {
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  /** Told by the surrounding form or row. */
  error?: ReactNode;
}

/** A single box: a declaration, the selection of a row. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { name, id, label, hint, value = "on", defaultChecked, error, ...passed },
  ref,
) {
  const ids = fieldIds({ id, name, error });
  return (
    <div className={classNames("jl-check", error && "fr-fieldset--error")}>
      <ChoiceLine
        {...passed}
        ref={ref}
        type="checkbox"
        id={ids.id}
        name={name}
        choice={{ value, label, hint }}
        isChecked={defaultChecked}
        isInvalid={Boolean(error)}
        messageId={ids.messageId}
      />
      <FieldMessage id={ids.messageId} error={error} />
    </div>
  );
});
