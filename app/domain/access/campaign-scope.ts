import { findAcademie } from "../territory/academies";
import type { Scope, ScopeClause } from "./permissions";

/** What a campaign says of its partners, as far as access needs it. */
export type PartnerTerritory = { readonly kind: string; readonly territory?: string };

const partnerKindsOf: Readonly<Partial<Record<ScopeClause["scopeKind"], readonly string[]>>> = {
  region: ["region"],
  "academic-region": ["region-academique"],
  academie: ["academie"],
  departement: ["departement"],
  epci: ["epci"],
  commune: ["commune"],
};

/**
 * True when a scope reaches a campaign as a whole (its calendar, its publication, its envelope):
 * it covers everything, or the place of one of its partners, and is not limited to another campaign.
 */
export function reachesCampaign(
  scope: Scope,
  campaign: { readonly id: string; readonly partners: readonly PartnerTerritory[] },
): boolean {
  return scope.some((clause) => {
    if (clause.campaignId !== null && clause.campaignId !== campaign.id) return false;
    if (clause.scopeKind === "everything") return true;
    return campaign.partners.some((partner) => isPlaceOf(clause, partner));
  });
}

/** A région académique also reaches the campaigns that its académies are partners of. */
function isPlaceOf({ scopeKind, scopeCode }: ScopeClause, partner: PartnerTerritory): boolean {
  if (scopeKind === "academic-region" && partner.kind === "academie") {
    return findAcademie(partner.territory ?? "")?.academicRegionCode === scopeCode;
  }
  const kinds = partnerKindsOf[scopeKind] ?? [];
  return kinds.includes(partner.kind) && partner.territory === scopeCode;
}
