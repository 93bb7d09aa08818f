import { ChevronLeft, ChevronRight } from "lucide-react";
import { Anchor } from "./anchor";

export interface Crumb {
  to?: string;
  label: string;
}

/** The way back up; the last crumb is the page itself. On phones only the parent stays. */
export function Breadcrumb({ items }: { items: Crumb[] }) {
  return (
    <nav className="fr-breadcrumb" aria-label="Vous êtes ici">
      <ol className="fr-breadcrumb__list">
        {items.map((item, index) => (
          <li
            key={item.label}
            className={index === items.length - 2 ? "jl-crumb--parent" : undefined}
          >
            {index > 0 && <ChevronRight className="jl-crumb__next" aria-hidden size={16} />}
            <ChevronLeft className="jl-crumb__back" aria-hidden size={16} />
            {item.to && index < items.length - 1 ? (
              <Anchor className="fr-breadcrumb__link" to={item.to}>
                {item.label}
              </Anchor>
            ) : (
              <span
                className="fr-breadcrumb__link"
                aria-current={index === items.length - 1 ? "page" : undefined}
              >
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
