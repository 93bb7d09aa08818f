import { forwardRef, type InputHTMLAttributes, type ReactNode } from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldShell, fieldIds } from "./field";

export interface FileFieldProps
  extends FieldProps,
    Omit<
      InputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | "type" | "value" | "defaultValue" | "style"
    > {
  /** Files already there, as `FileRow`s. */
  files?: ReactNode;
}

/** Limits first (in the hint), the files already there, then a native chooser that accepts a drop. */
export const FileField = forwardRef<HTMLInputElement, FileFieldProps>(function FileField(
  { name, label, id, hint, error, valid, optional, labelSize, files, className, ...input },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  return (
    <FieldShell {...field} kind="fr-upload-group">
      {files && <ul className="jl-files">{files}</ul>}
      <div className="jl-drop">
        <input
          {...input}
          ref={ref}
          type="file"
          id={ids.id}
          name={name}
          className={classNames("fr-upload", className)}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? true : undefined}
        />
      </div>
    </FieldShell>
  );
});
