import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** What every field takes; uncontrolled, so that it works before and without JavaScript. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  /** Defaults to `name`; the error summary links to it. */
  id?: string;
  hint?: ReactNode;
  /** What to do, as a sentence. */
  error?: ReactNode;
  /** A quiet confirmation under the field. */
  valid?: ReactNode;
  optional?: boolean;
  /** `question` sets the label in 20 px, as in the questionnaire. */
  labelSize?: "md" | "question";
}

/** The ids that tie a control to its hint and messages. */
export function fieldIds({
  id,
  name,
  hint,
  error,
  valid,
}: Pick<FieldProps, "id" | "name" | "hint" | "error" | "valid">) {
  const own = id ?? name;
  const hintId = hint ? `${own}-aide` : undefined;
  const messageId = error || valid ? `${own}-message` : undefined;
  return {
    id: own,
    hintId,
    messageId,
    describedBy: [hintId, messageId].filter(Boolean).join(" ") || undefined,
  };
}

/** The message under a field: an error that says what to do, or a confirmation. */
export function FieldMessage({
  id,
  error,
  valid,
}: {
  id?: string;
  error?: ReactNode;
  valid?: ReactNode;
}) {
  if (!error && !valid) return null;
  const Icon = error ? CircleAlert : CircleCheck;
  return (
    <div className="fr-messages-group" id={id}>
      <p className={classNames("fr-message", error ? "fr-message--error" : "fr-message--valid")}>
        <Icon aria-hidden size={20} />
        <span>{error ?? valid}</span>
      </p>
    </div>
  );
}

/** « (optionnel) » after a label: everything else is required. */
export function Optional({ when }: { when?: boolean }) {
  return when ? <span className="jl-optional"> (optionnel)</span> : null;
}

/** Label, hint, control, message of a single control. */
export function FieldShell({
  kind = "fr-input-group",
  children,
  ...field
}: FieldProps & {
  kind?: "fr-input-group" | "fr-select-group" | "fr-upload-group";
  children: ReactNode;
}) {
  const ids = fieldIds(field);
  return (
    <div
      className={classNames(kind, field.error ? `${kind}--error` : field.valid && `${kind}--valid`)}
    >
      <label
        className={classNames("fr-label", field.labelSize === "question" && "jl-label--question")}
        htmlFor={ids.id}
      >
        {field.label}
        <Optional when={field.optional} />
      </label>
      {field.hint && (
        <p className="fr-hint-text" id={ids.hintId}>
          {field.hint}
        </p>
      )}
      {children}
      <FieldMessage id={ids.messageId} error={field.error} valid={field.valid} />
    </div>
  );
}

/** Legend, hint, choices and message of a group of controls. */
export function FieldsetShell({
  children,
  className,
  ...field
}: FieldProps & { children: ReactNode; className?: string }) {
  const ids = fieldIds(field);
  const legendId = `${ids.id}-legende`;
  return (
    <fieldset
      className={classNames(
        "fr-fieldset",
        field.error ? "fr-fieldset--error" : field.valid && "fr-fieldset--valid",
        className,
      )}
      id={`${ids.id}-groupe`}
      aria-labelledby={[legendId, ids.hintId, ids.messageId].filter(Boolean).join(" ")}
    >
      <legend
        id={legendId}
        className={classNames(
          "fr-fieldset__legend",
          field.labelSize === "question" && "jl-label--question",
        )}
      >
        {field.label}
        <Optional when={field.optional} />
      </legend>
      {field.hint && (
        <p className="fr-hint-text" id={ids.hintId}>
          {field.hint}
        </p>
      )}
      {children}
      <FieldMessage id={ids.messageId} error={field.error} valid={field.valid} />
    </fieldset>
  );
}
