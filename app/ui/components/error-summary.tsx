import { CircleAlert } from "lucide-react";
import { forwardRef, type ReactNode, useEffect } from "react";
import { pluralOf } from "../format";
import { errorPrefix } from "../page-title";

export interface ErrorSummaryItem {
  fieldId: string;
  message: ReactNode;
}

export interface ErrorSummaryProps {
  errors: readonly ErrorSummaryItem[];
  /** « Une réponse est à corriger dans cette section ». */
  title?: string;
}

const defaultTitle = (count: number) =>
  pluralOf(count, "Une réponse est à corriger", `${count} réponses sont à corriger`);

/** One link a field, even for one error. Nothing without error. Focus it after a refused form. */
export const ErrorSummary = forwardRef<HTMLDivElement, ErrorSummaryProps>(function ErrorSummary(
  { errors, title },
  ref,
) {
  usePrefixedTitle(errors.length > 0);
  if (errors.length === 0) return null;
  return (
    <div className="fr-alert fr-alert--error" role="alert" tabIndex={-1} ref={ref} id="erreurs">
      <CircleAlert aria-hidden size={24} />
      <div>
        <h2 className="fr-alert__title">{title ?? defaultTitle(errors.length)}</h2>
        <ul className="jl-errors">
          {errors.map((error) => (
            <li key={error.fieldId}>
              <a href={`#${error.fieldId}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
});

/** The server prefixes the title of a refused form itself; in the browser the summary does. */
function usePrefixedTitle(hasErrors: boolean): void {
  useEffect(() => {
    if (!hasErrors) return;
    if (!document.title.startsWith(errorPrefix)) document.title = errorPrefix + document.title;
    return () => {
      if (document.title.startsWith(errorPrefix)) {
        document.title = document.title.slice(errorPrefix.length);
      }
    };
  }, [hasErrors]);
}
