import { X } from "lucide-react";
import { forwardRef, type ReactNode } from "react";
import { Button } from "./button";

export interface ConflictVersion {
  value: string;
  title: string;
  /** « non enregistrée, écrite à 14 h 33 ». */
  detail: ReactNode;
  /** The text, its differences in `<mark>`. */
  content: ReactNode;
}

export interface ConflictDialogProps {
  id: string;
  title: ReactNode;
  text: ReactNode;
  /** Name of the radios in the form. */
  name: string;
  /** Yours first: it is preselected. */
  versions: readonly [ConflictVersion, ConflictVersion];
  /** The buttons; they submit the dialog's form. */
  actions: ReactNode;
  note?: ReactNode;
  open?: boolean;
  onLater?: () => void;
  onChoose?: (value: string) => void;
}

/** Both versions side by side in a native dialog (`ref.showModal()`); a bottom sheet on phones. */
export const ConflictDialog = forwardRef<HTMLDialogElement, ConflictDialogProps>(
  function ConflictDialog(
    { id, title, text, name, versions, actions, note, open, onLater, onChoose },
    ref,
  ) {
    return (
      <dialog
        className="fr-modal jl-conflict"
        id={id}
        ref={ref}
        open={open}
        aria-labelledby={`${id}-titre`}
      >
        <div className="fr-modal__body">
          <div className="fr-modal__header">
            <form method="dialog">
              <Button
                variant="tertiary-no-outline"
                size="sm"
                icon={X}
                iconPosition="end"
                onClick={onLater}
              >
                Décider plus tard
              </Button>
            </form>
          </div>
          <div className="fr-modal__content">
            <h2 className="fr-modal__title" id={`${id}-titre`}>
              {title}
            </h2>
            <p className="jl-conflict__text">{text}</p>
            <fieldset className="jl-conflict__versions">
              <legend className="fr-sr-only">Version à garder</legend>
              {versions.map((version, index) => (
                <div
                  className="fr-radio-group fr-radio-rich jl-conflict__version"
                  key={version.value}
                >
                  <input
                    type="radio"
                    id={`${id}-${version.value}`}
                    name={name}
                    value={version.value}
                    defaultChecked={index === 0}
                    onChange={(event) => onChoose?.(event.currentTarget.value)}
                  />
                  <label className="fr-label" htmlFor={`${id}-${version.value}`}>
                    <span>{version.title}</span>
                    <span className="fr-hint-text">{version.detail}</span>
                    <span className="jl-conflict__content">{version.content}</span>
                  </label>
                </div>
              ))}
            </fieldset>
          </div>
          <div className="fr-modal__footer">
            <div className="jl-actions">{actions}</div>
            {note && <p className="jl-conflict__note">{note}</p>}
          </div>
        </div>
      </dialog>
    );
  },
);
