import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";
import { Button } from "./button";

export interface FiltersProps {
  /** The path the form reads again with its query (`method="get"`). */
  action?: string;
  /** A `TextField type="search"`, always shown. */
  search?: ReactNode;
  /** `SelectField`s, folded behind « Filtrer » on phones. */
  children?: ReactNode;
  /** Active filters as `Tag`s, and the link that clears them. */
  active?: ReactNode;
  /** Export, columns… */
  tools?: ReactNode;
  submitLabel?: string;
}

/** One row of labelled filters; an ordinary form, sent by its button. */
export function Filters({
  action,
  search,
  children,
  active,
  tools,
  submitLabel = "Appliquer",
}: FiltersProps) {
  return (
    <section className="jl-filters" aria-label="Recherche et filtres">
      <form method="get" action={action} className="jl-filters__form">
        {search && <div className="jl-filters__search">{search}</div>}
        {children && (
          <details className="jl-filters__more">
            <summary>
              <SlidersHorizontal aria-hidden size={18} />
              Filtrer
            </summary>
            <div className="jl-filters__fields">{children}</div>
          </details>
        )}
        <Button variant="secondary">{submitLabel}</Button>
      </form>
      {(active || tools) && (
        <div className="jl-filters__foot">
          <div>{active}</div>
          {tools && <div className="jl-actions">{tools}</div>}
        </div>
      )}
    </section>
  );
}

export interface SavedView {
  to: string;
  label: string;
  count?: string;
  current?: boolean;
}

/** Views of a list with their counts. */
export function SavedViews({ label, views }: { label: string; views: SavedView[] }) {
  return (
    <nav className="jl-views" aria-label={label}>
      <ul>
        {views.map((view) => (
          <li key={view.to}>
            <Anchor
              to={view.to}
              className="jl-views__link"
              aria-current={view.current ? "page" : undefined}
            >
              {view.label}
              {view.count && <span className="jl-views__count">{view.count}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
