import { forwardRef, type InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldShell, fieldIds } from "./field";

export interface NumberFieldProps
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "size" | "type" | "style"> {
  /** Written outside the field: « élèves », « € », « % ». */
  unit?: string;
  width?: "xs" | "sm";
  decimal?: boolean;
}

/** A number typed as text (French comma and spaces accepted, checked on the server), right-aligned. */
export const NumberField = forwardRef<HTMLInputElement, NumberFieldProps>(function NumberField(
  {
    name,
    label,
    id,
    hint,
    error,
    valid,
    optional,
    labelSize,
    unit,
    width = "xs",
    decimal,
    className,
    ...input
  },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  const unitId = unit ? `${ids.id}-unite` : undefined;
  return (
    <FieldShell {...field}>
      <div className="jl-unit">
        <input
          autoComplete="off"
          {...input}
          ref={ref}
          id={ids.id}
          name={name}
          type="text"
          inputMode={decimal ? "decimal" : "numeric"}
          className={classNames("fr-input jl-input--number", `jl-width-${width}`, className)}
          aria-describedby={[unitId, ids.describedBy].filter(Boolean).join(" ") || undefined}
          aria-invalid={error ? true : undefined}
        />
        {unit && (
          <span className="jl-unit__name" id={unitId}>
            {unit}
          </span>
        )}
      </div>
    </FieldShell>
  );
});
