import type { Actor, Membership } from "./actor";
import { type FileLimit, fileLimitOf } from "./file-limits";
import type { Role } from "./vocabulary";

/** Everything a person may be allowed to do; a route or feature names exactly one. */
export const actions = [
  "application.read",
  "application.create",
  "application.answer",
  "application.submit",
  "application.sign",
  "application.manage-team",
  "examination.read",
  "examination.correct",
  "examination.close",
  "jury.read",
  "jury.propose",
  "decision.publish",
  "allocation.read",
  "allocation.propose",
  "allocation.adopt",
  "rollout.read",
  "rollout.record",
  "campaign.read",
  "campaign.manage",
  "people.invite",
  "school.read-team",
  "school.delegate",
  "school.appoint",
  "journal.read",
  "jobs.manage",
  "directory.read",
  "equipment-owner.record",
] as const;
export type Action = (typeof actions)[number];

const applicant = [
  "application.read",
  "application.create",
  "application.answer",
  "application.submit",
] as const;
const headship = [
  ...applicant,
  "application.sign",
  "application.manage-team",
  "people.invite",
  "school.read-team",
  "school.delegate",
] as const;
const staffReading = [
  "campaign.read",
  "application.read",
  "examination.read",
  "directory.read",
] as const;

/** The role table: what each role allows, wherever its scope lets it. */
export const permissions: Readonly<Record<Role, readonly Action[]>> = {
  head: [...headship],
  "acting-head": [...headship],
  delegate: [...applicant, "application.manage-team", "school.read-team"],
  "school-member": ["application.read", "application.answer", "school.read-team"],
  "school-director": ["application.read", "application.answer", "application.sign"],
  mayor: [...applicant, "application.sign", "application.manage-team"],
  "epci-president": [...applicant, "application.sign", "application.manage-team"],
  "local-authority-member": ["application.read", "application.answer"],
  "dane-officer": [
    ...staffReading,
    "examination.correct",
    "examination.close",
    "people.invite",
    "school.read-team",
    "school.appoint",
  ],
  "drane-officer": [
    ...staffReading,
    "examination.correct",
    "examination.close",
    "jury.read",
    "decision.publish",
    "campaign.manage",
    "people.invite",
    "school.read-team",
    "school.appoint",
  ],
  ien: ["application.read", "application.sign", "directory.read"],
  "region-officer": [
    ...staffReading,
    "jury.read",
    "allocation.read",
    "allocation.propose",
    "allocation.adopt",
    "rollout.read",
    "equipment-owner.record",
  ],
  "draaf-officer": [
    ...staffReading,
    "examination.correct",
    "examination.close",
    "people.invite",
    "school.read-team",
    "school.appoint",
  ],
  juror: ["jury.read"],
  "jury-chair": ["jury.read", "jury.propose"],
  "rollout-officer": ["rollout.read", "rollout.record", "directory.read"],
  observer: ["campaign.read"],
  administrator: [
    "campaign.read",
    "campaign.manage",
    "people.invite",
    "journal.read",
    "jobs.manage",
    "directory.read",
    "equipment-owner.record",
  ],
  "data-protection-officer": ["journal.read"],
};

/** One alternative of a scope: the rows of one place, for one campaign or all. */
export type ScopeClause = Pick<
  Membership,
  "scopeKind" | "scopeCode" | "campaignId" | "organisationId"
> & {
  /** The only files reached there, for an action on files; absent: all of them. */
  readonly files?: FileLimit;
  /** For an action that writes answers or proofs, the only sections written there; absent: all of them. */
  readonly sections?: readonly string[] | null;
};

/** Where an actor may do one thing: the union of its clauses. Repositories require one. */
export type Scope = readonly ScopeClause[];

export const everywhere: Scope = [
  { scopeKind: "everything", scopeCode: "", campaignId: null, organisationId: null },
];

/** Where `actor` may do `action`; empty when no role allows it. */
export function scopeFor(actor: Actor, action: Action): Scope {
  return actor.memberships
    .filter((membership) => permissions[membership.role].includes(action))
    .map(({ role, scopeKind, scopeCode, campaignId, organisationId, sections }) => {
      const files = action.startsWith("application.") ? fileLimitOf(role, action) : null;
      const isLimited = action === "application.answer" && sections !== null;
      return {
        ...{ scopeKind, scopeCode, campaignId, organisationId },
        ...(files && { files }),
        ...(isLimited && { sections }),
      };
    });
}

/** True when some role of `actor` allows `action` somewhere. */
export function isAllowed(actor: Actor, action: Action): boolean {
  return scopeFor(actor, action).length > 0;
}

/** True when `actor` holds one of `roles`. */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.memberships.some((membership) => roles.includes(membership.role));
}
