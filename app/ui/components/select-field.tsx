import { forwardRef, type SelectHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldShell, fieldIds } from "./field";

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface OptionGroup {
  label: string;
  options: Option[];
}

export interface SelectFieldProps
  extends FieldProps,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | "style"> {
  options: (Option | OptionGroup)[];
  /** First line with an empty value: « Choisir… », « Tous (8) ». */
  emptyLabel?: string;
  width?: "xs" | "sm" | "md" | "full";
}

const renderOption = (option: Option) => (
  <option key={option.value} value={option.value} disabled={option.disabled}>
    {option.label}
  </option>
);

/** A native list; groups become `optgroup`. */
export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(
  {
    name,
    label,
    id,
    hint,
    error,
    valid,
    optional,
    labelSize,
    options,
    emptyLabel,
    width = "full",
    className,
    ...select
  },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  return (
    <FieldShell {...field} kind="fr-select-group">
      <select
        {...select}
        ref={ref}
        id={ids.id}
        name={name}
        className={classNames("fr-select", width !== "full" && `jl-width-${width}`, className)}
        aria-describedby={ids.describedBy}
        aria-invalid={error ? true : undefined}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(entry)
          ),
        )}
      </select>
    </FieldShell>
  );
});
