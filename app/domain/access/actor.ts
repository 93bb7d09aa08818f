import type { Role, ScopeKind } from "./vocabulary";

/** A role held over a place or ministry, for one campaign or all. */
export type Membership = {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  /** Code of the place or ministry; empty when the scope is everything. */
  readonly scopeCode: string;
  /** Absent: every campaign. */
  readonly campaignId: string | null;
  readonly organisationId: string | null;
  /** The only sections of the campaign's questionnaire that it lets write; null: the whole file. */
  readonly sections: readonly string[] | null;
};

/** Who acts: a person with the memberships valid today, the system itself, or nobody. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
};

export const nobodyId = "00000000-0000-0000-0000-000000000000";

/** A visitor who has not signed in: no membership, so nothing but public pages. */
export const visitor: Actor = { personId: nobodyId, name: "Visiteur", memberships: [] };

/** The platform itself: command line, scheduled tasks, demonstration. */
export const system: Actor = {
  personId: nobodyId,
  name: "Jalons",
  memberships: [
    {
      role: "administrator",
      scopeKind: "everything",
      scopeCode: "",
      campaignId: null,
      organisationId: null,
      sections: null,
    },
  ],
};
