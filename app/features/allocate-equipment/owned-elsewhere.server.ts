import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope, ScopeClause } from "~/domain/access/permissions";
import type { CampaignDocument } from "~/domain/campaign/document";
import { type NamedOwner, otherOwnersOn } from "~/features/school-directory/other-owners.server";
import type { LabelledSchoolRow } from "~db/repositories/allocations.server";
import type { Work } from "~db/work.server";
import type { Allocatable } from "./allocatable.server";

/** The région that pays: by the officer's own role, and as a partner that the campaign names. */
export type FundingRegion = {
  readonly clause: ScopeClause | undefined;
  readonly partner: CampaignDocument["partners"][number] | undefined;
  /** Null when neither tells. */
  readonly code: string | null;
};

/** The région of the officer's role, else the campaign's région partner. */
export function fundingRegion(scope: Scope, { campaign, document }: Allocatable): FundingRegion {
  const clause = scope.find(
    (own) =>
      own.scopeKind === "region" &&
      reachesCampaign([own], { id: campaign.id, partners: document.partners }),
  );
  const partner = document.partners.find(
    ({ kind, territory }) =>
      kind === "region" && territory && (!clause || territory === clause.scopeCode),
  );
  return { clause, partner, code: clause?.scopeCode ?? partner?.territory ?? null };
}

/** Which labelled schools belonged to another collectivité than the région that pays on a day, by UAI. */
export async function ownedElsewhere(
  work: Work,
  scope: Scope,
  found: Allocatable,
  schools: readonly LabelledSchoolRow[],
  day: string,
): Promise<ReadonlyMap<string, NamedOwner>> {
  const { code } = fundingRegion(scope, found);
  const funder = code === null ? null : ({ kind: "region", code } as const);
  return otherOwnersOn(
    work,
    schools.map(({ uai, isAid }) => ({ id: uai, uai, funder, isAid })),
    day,
  );
}
