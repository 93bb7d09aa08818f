import {
  type DragEvent,
  forwardRef,
  type InputHTMLAttributes,
  type ReactNode,
  useState,
} from "react";
import { classNames } from "./class-names";
import { type FieldProps, FieldShell, fieldIds } from "./field";

export interface FileFieldProps
  extends FieldProps,
    Omit<
      InputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | "type" | "value" | "defaultValue" | "style" | "onChange"
    > {
  /** Files already there, as `FileRow`s. */
  files?: ReactNode;
  /** Takes files as soon as they are chosen, dropped or photographed; without it the form carries them. */
  onFiles?: (files: readonly File[]) => void;
  /** Offers the camera where there is one under the hand. */
  takesPhotos?: boolean;
}

/** Limits first (in the hint), the files already there, then a native chooser in a zone that accepts a drop. */
export const FileField = forwardRef<HTMLInputElement, FileFieldProps>(function FileField(
  {
    name,
    label,
    id,
    hint,
    error,
    valid,
    optional,
    labelSize,
    files,
    onFiles,
    takesPhotos,
    className,
    children,
    ...input
  },
  ref,
) {
  const field = { name, label, id, hint, error, valid, optional, labelSize };
  const ids = fieldIds(field);
  const zone = useDropZone(onFiles);
  return (
    <FieldShell {...field} kind="fr-upload-group">
      {files && <ul className="jl-files">{files}</ul>}
      <div {...zone}>
        <input
          {...input}
          ref={ref}
          type="file"
          id={ids.id}
          name={name}
          className={classNames("fr-upload", className)}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? true : undefined}
          onChange={({ currentTarget }) => onFiles?.([...(currentTarget.files ?? [])])}
        />
        {takesPhotos && (
          <p className="jl-camera">
            <label className="fr-label" htmlFor={`${ids.id}-photo`}>
              Ou prendre une photo
            </label>
            <input
              type="file"
              id={`${ids.id}-photo`}
              name={name}
              className="fr-upload"
              accept="image/jpeg"
              capture="environment"
              onClick={input.onClick}
              onChange={({ currentTarget }) => {
                onFiles?.([...(currentTarget.files ?? [])]);
                if (onFiles) currentTarget.value = "";
              }}
            />
          </p>
        )}
        {children}
      </div>
    </FieldShell>
  );
});

/** What makes of an element a zone where files are dropped; it shows when they are over it. */
function useDropZone(onFiles: FileFieldProps["onFiles"]) {
  const [isOver, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) =>
    onFiles !== undefined && event.dataTransfer.types.includes("Files");
  return {
    className: classNames("jl-drop", isOver && "jl-drop--over"),
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles?.([...event.dataTransfer.files]);
    },
  };
}
