import { forwardRef, type InputHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldShell, fieldIds } from "./field";

type Own = keyof FieldProps;

export interface TextFieldProps
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, Own | "size" | "style"> {
  /** The expected length of the answer: 7.5, 12, 22 rem or the whole column. */
  width?: "xs" | "sm" | "md" | "full";
}

/** One line of text, a date, an address, a password (by `type`). */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { name, label, id, hint, error, valid, optional, labelSize, width = "full", className, ...input },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  return (
    <FieldShell {...field}>
      <input
        type="text"
        {...input}
        ref={ref}
        id={ids.id}
        name={name}
        className={classNames("fr-input", width !== "full" && `jl-width-${width}`, className)}
        aria-describedby={ids.describedBy}
        aria-invalid={error ? true : undefined}
      />
    </FieldShell>
  );
});

export interface TextAreaFieldProps
  extends FieldProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own | "style"> {}

/** Several lines of text; the limit, if any, is told in the hint. */
export const TextAreaField = forwardRef<HTMLTextAreaElement, TextAreaFieldProps>(
  function TextAreaField(
    { name, label, id, hint, error, valid, optional, labelSize, className, rows = 4, ...area },
    ref,
  ) {
    const field = { name, label, id, hint, error, valid, optional, labelSize };
    const ids = fieldIds(field);
    return (
      <FieldShell {...field}>
        <textarea
          {...area}
          ref={ref}
          id={ids.id}
          name={name}
          rows={rows}
          className={classNames("fr-input", className)}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? true : undefined}
        />
      </FieldShell>
    );
  },
);
