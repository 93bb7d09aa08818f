import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Anchor } from "./anchor";

export type ItemState = "done" | "started" | "todo" | "locked";

export interface SideListItem {
  to?: string;
  title: string;
  state: ItemState;
  /** « 12 / 17 ». */
  count?: string;
  current?: boolean;
  /** A rule above the item. */
  apart?: boolean;
}

export interface SideListProps {
  title: string;
  /** What stands for the whole list where it is narrow, folded until opened: the current item. */
  fold?: string;
  items: SideListItem[];
}

const stateWords: Record<ItemState, string> = {
  done: "Complet",
  started: "En cours",
  todo: "À faire",
  locked: "Verrouillé",
};

/** Check, half disc or empty disc, with its word for screen readers. */
export function StateMark({ state }: { state: ItemState }) {
  return (
    <span className={`jl-state jl-state--${state}`}>
      {state === "done" ? (
        <Check aria-hidden size={18} />
      ) : (
        <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden focusable="false">
          <circle cx="9" cy="9" r="7.5" />
          {state === "started" && <path d="M9 1.5a7.5 7.5 0 0 0 0 15z" />}
        </svg>
      )}
      <span className="fr-sr-only">{`${stateWords[state]} : `}</span>
    </span>
  );
}

/** Sections beside the questionnaire; the whole row is the link. */
export function SideList({ title, fold, items }: SideListProps) {
  const list = (
    <>
      <p className="fr-sidemenu__title">{title}</p>
      <ul className="fr-sidemenu__list">
        {items.map((item) => {
          const content: ReactNode = (
            <>
              <StateMark state={item.state} />
              <span className="jl-side__title">{item.title}</span>
              {item.count && <span className="jl-side__count">{item.count}</span>}
            </>
          );
          return (
            <li
              className={item.apart ? "fr-sidemenu__item jl-side__apart" : "fr-sidemenu__item"}
              key={item.title}
            >
              {item.to ? (
                <Anchor
                  className="fr-sidemenu__link"
                  to={item.to}
                  aria-current={item.current ? "page" : undefined}
                >
                  {content}
                </Anchor>
              ) : (
                <span className="fr-sidemenu__link">{content}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
  return (
    <nav className="fr-sidemenu jl-side" aria-label={title}>
      {fold ? (
        <details className="jl-side__fold">
          <summary>
            <span>{fold}</span>
            <ChevronDown aria-hidden size={20} />
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </nav>
  );
}
