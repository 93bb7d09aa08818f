import { type Scope, scopeFor } from "~/domain/access/permissions";
import { isSectionLimited, type SectionLimit } from "~/domain/access/section-limits";
import { findSectionLimit } from "~db/repositories/answers.server";
import type { Work } from "~db/work.server";

/** True for whoever may answer this very file: reading it, or answering another one, is not enough. */
export async function canAnswerFile(work: Work, applicationId: string): Promise<boolean> {
  return (await answerLimit(work, applicationId)) !== undefined;
}

/** What of this very file the actor may write; undefined for whoever may not answer it. */
export function answerLimit(work: Work, applicationId: string): Promise<SectionLimit | undefined> {
  return findSectionLimit(work.tx, scopeFor(work.actor, "application.answer"), applicationId);
}

/** A limit as a page's data carries it: the ids of its sections, null for the whole file. */
export function sectionsOfLimit(limit: SectionLimit | undefined): readonly string[] | null {
  return limit === undefined || limit === "all" ? null : [...limit];
}

/** What a scope lets write of a file that it reaches; nothing is read for one without limit. */
export async function limitIn(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<SectionLimit> {
  if (!isSectionLimited(scope)) return "all";
  return (await findSectionLimit(work.tx, scope, applicationId)) ?? new Set();
}
