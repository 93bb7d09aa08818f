import type { ScopeClause } from "./permissions";

/** The sections of one file that a person may write: all of them, or these ids. */
export type SectionLimit = "all" | ReadonlySet<string>;

/** True when a scope says of some place that only sections of it are written. */
export function isSectionLimited(scope: readonly ScopeClause[]): boolean {
  return scope.some(({ sections }) => Array.isArray(sections));
}

/**
 * The sections that the clauses which reach a file let write: their union, everything as soon as one of
 * them has no limit, nothing when none reaches it.
 */
export function sectionLimitOf(reaching: readonly ScopeClause[]): SectionLimit {
  const allowed = new Set<string>();
  for (const { sections } of reaching) {
    if (!sections) return "all";
    for (const section of sections) allowed.add(section);
  }
  return allowed;
}

/** Whether one section may be written under a limit. */
export function canWriteSection(limit: SectionLimit, sectionId: string): boolean {
  return limit === "all" || limit.has(sectionId);
}
