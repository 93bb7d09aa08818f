import { forwardRef, type InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldsetShell, fieldIds } from "./field";

export interface ScaleFieldProps
  extends FieldProps,
    Omit<
      InputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | "type" | "value" | "defaultValue" | "style"
    > {
  /** Three to seven points, each with its word. */
  points: { value: string; label: string }[];
  defaultValue?: string;
}

/** Joined cells, a radio above each anchor word; a vertical list on phones. */
export const ScaleField = forwardRef<HTMLInputElement, ScaleFieldProps>(function ScaleField(
  {
    name,
    label,
    id,
    hint,
    error,
    valid,
    optional,
    labelSize,
    points,
    defaultValue,
    className,
    ...passed
  },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  return (
    <FieldsetShell {...field}>
      <div className={classNames("jl-scale", className)}>
        {points.map((point, index) => {
          const pointId = index === 0 ? ids.id : `${ids.id}-${index + 1}`;
          return (
            <div className="fr-radio-group" key={point.value}>
              <input
                {...passed}
                ref={ref}
                type="radio"
                id={pointId}
                name={name}
                value={point.value}
                defaultChecked={
                  defaultValue === undefined ? undefined : defaultValue === point.value
                }
              />
              <label className="fr-label" htmlFor={pointId}>
                {point.label}
              </label>
            </div>
          );
        })}
      </div>
    </FieldsetShell>
  );
});
