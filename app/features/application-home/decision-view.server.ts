import { decisionScaleOf } from "~/domain/jury/decision-scale";
import { decidesUpon } from "~/domain/jury/publication";
import type { ActKind, DecisionScale } from "~/domain/jury/vocabulary";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import { findDecision } from "~db/repositories/decisions.server";
import { findPublication } from "~db/repositories/publications.server";
import type { Work } from "~db/work.server";

export type DecisionView = {
  readonly scale: DecisionScale;
  /** 1 to 3, or 0 for support; without levels, 1 retained, 0 not. */
  readonly level: number;
  readonly title: string | null;
  readonly reason: string | null;
  readonly publishedAt: string;
  readonly acts: readonly {
    readonly authority: string;
    readonly signatory: string;
    readonly kind: ActKind;
    readonly number: string;
    readonly signedOn: string;
  }[];
};

/** What was decided of an application and by which acts; null until the publication. */
export async function decisionView(
  work: Work,
  { application, campaign, document, schoolFacts }: EvaluatedFile,
): Promise<DecisionView | null> {
  if (!campaign.publishedAt) return null;
  const decision = await findDecision(work.tx, application.id);
  const published = await findPublication(work.tx, campaign.id);
  if (!decision || !published) return null;
  const concerned = document.decidingAuthorities.filter((authority) =>
    schoolFacts.some((school) => decidesUpon(authority, school)),
  );
  return {
    scale: decisionScaleOf(document),
    level: decision.level,
    title: document.levels.find(({ level }) => level === decision.level)?.title ?? null,
    reason: decision.reason,
    publishedAt: published.publication.publishedAt.toISOString(),
    acts: published.acts
      .filter((act) => concerned.some(({ id }) => id === act.authorityId))
      .map((act) => ({
        authority: act.authorityTitle,
        signatory: act.signatory,
        kind: act.kind,
        number: act.number,
        signedOn: act.signedOn,
      })),
  };
}
