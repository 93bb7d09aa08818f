import { useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { LinkButton } from "./button";

/** Word of the address that opens every folded sheet of a page. */
const allOpen = { name: "sections", value: "toutes" } as const;

export interface FoldedSheetProps {
  title: string;
  /** Beside the title, read before one opens: counts, a score. */
  facts: ReactNode;
  /** Opened by the server: what the page is about just now. */
  isOpen: boolean;
  children: ReactNode;
}

/** A sheet of a long page, folded under its title; works without scripts, prints whole. */
export function FoldedSheet({ title, facts, isOpen, children }: FoldedSheetProps) {
  const titleId = useId();
  const fold = useRef<HTMLDetailsElement>(null);
  useOpenedByAnchor(fold);
  useOpenedToPrint(fold);
  return (
    <section className="jl-sheet jl-fold" aria-labelledby={titleId}>
      <details ref={fold} open={isOpen}>
        <summary className="jl-fold__head">
          <h2 id={titleId} className="jl-sheet__title">
            {title}
          </h2>
          <span className="jl-fold__facts">{facts}</span>
          <ChevronDown aria-hidden size={22} />
        </summary>
        <div className="jl-fold__body">{children}</div>
      </details>
    </section>
  );
}

/** Whether the address asks for every folded sheet to be open. */
export function opensAllSheets(search: URLSearchParams): boolean {
  return search.get(allOpen.name) === allOpen.value;
}

/** The address's words, after its first one, that keep every folded sheet open. */
export function keepingSheetsOpen(areAllOpen: boolean): string {
  return areAllOpen ? `&${allOpen.name}=${allOpen.value}` : "";
}

/** Opens or folds every sheet by its address, so that it works without scripts and can be passed on. */
export function FoldAllLink({ areAllOpen, count }: { areAllOpen: boolean; count: string }) {
  const { pathname } = useLocation();
  return (
    <div className="jl-fold-all">
      <p className="jl-quiet">{count}</p>
      <LinkButton
        to={areAllOpen ? pathname : `${pathname}?${allOpen.name}=${allOpen.value}`}
        variant="tertiary"
        size="sm"
        preventScrollReset
      >
        {areAllOpen ? "Tout replier" : "Tout déplier"}
      </LinkButton>
    </div>
  );
}

/** Browsers open what holds the anchor of an address that they load, not one that a script follows. */
function useOpenedByAnchor(fold: { readonly current: HTMLDetailsElement | null }): void {
  const { hash } = useLocation();
  useEffect(() => {
    const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    if (!target || !fold.current?.contains(target) || fold.current.open) return;
    fold.current.open = true;
    target.scrollIntoView();
  }, [hash, fold]);
}

/** The style sheet shows folded content on paper, except in browsers that have no word for it. */
function useOpenedToPrint(fold: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    if (CSS.supports("selector(::details-content)")) return;
    const open = () => {
      if (fold.current) fold.current.open = true;
    };
    window.addEventListener("beforeprint", open);
    return () => window.removeEventListener("beforeprint", open);
  }, [fold]);
}
