import { Anchor } from "./anchor";

export interface PaginationProps {
  page: number;
  pageCount: number;
  toPage: (page: number) => string;
  /** « 1 à 12 sur 67 ». */
  summary?: string;
  label?: string;
}

/** First, last, and the neighbours of the current page; a gap stands for the pages left out. */
export function shownPages(
  page: number,
  pageCount: number,
): (number | "gap-before" | "gap-after")[] {
  const kept = [1, page - 1, page, page + 1, pageCount].filter((n) => n >= 1 && n <= pageCount);
  const sorted = [...new Set(kept)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1];
    return before !== undefined && n - before > 1
      ? [n <= page ? ("gap-before" as const) : ("gap-after" as const), n]
      : [n];
  });
}

/** Pages as links; only the summary when there is one page. */
export function Pagination({
  page,
  pageCount,
  toPage,
  summary,
  label = "Pagination",
}: PaginationProps) {
  return (
    <div className="jl-pages">
      {summary && <p>{summary}</p>}
      {pageCount > 1 && (
        <nav className="fr-pagination" aria-label={label}>
          <ul className="fr-pagination__list">
            {page > 1 && (
              <li>
                <Anchor
                  className="fr-pagination__link fr-pagination__link--prev"
                  to={toPage(page - 1)}
                >
                  Précédente
                </Anchor>
              </li>
            )}
            {shownPages(page, pageCount).map((n) => (
              <li key={n}>
                {typeof n === "string" ? (
                  <span className="fr-pagination__link">…</span>
                ) : (
                  <Anchor
                    className="fr-pagination__link"
                    to={toPage(n)}
                    aria-current={n === page ? "page" : undefined}
                  >
                    <span className="fr-sr-only">Page </span>
                    {n}
                  </Anchor>
                )}
              </li>
            ))}
            {page < pageCount && (
              <li>
                <Anchor
                  className="fr-pagination__link fr-pagination__link--next"
                  to={toPage(page + 1)}
                >
                  Suivante
                </Anchor>
              </li>
            )}
          </ul>
        </nav>
      )}
    </div>
  );
}
