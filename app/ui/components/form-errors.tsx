import { useEffect, useRef } from "react";
import { ErrorSummary } from "./error-summary";

export interface FormErrorsProps {
  /** What each field was refused for, by its name; the same object as long as the refusal is the same. */
  errors: Readonly<Record<string, string>> | undefined;
  /** What did not happen: « La signature n’est pas enregistrée ». */
  title: string;
}

/** The errors of a form that came back refused, above it; takes the focus at each refusal. */
export function FormErrors({ errors, title }: FormErrorsProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors && Object.keys(errors).length > 0) summary.current?.focus();
  }, [errors]);
  const list = Object.entries(errors ?? {}).map(([fieldId, message]) => ({ fieldId, message }));
  return <ErrorSummary ref={summary} errors={list} title={title} />;
}
