import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the error summary each time a form comes back refused. */
export function useErrorFocus(
  errors: { readonly [field: string]: string } | undefined,
): RefObject<HTMLDivElement> {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors && Object.keys(errors).length > 0) summary.current?.focus();
  }, [errors]);
  return summary;
}
