import type { UnitKind } from "../directory/vocabulary";
import type { Actor } from "./actor";
import { type Scope, scopeFor } from "./permissions";
import type { Role } from "./vocabulary";

/** Kinds of schools on whose equipment a role may record a decision; the others own none. */
const kindsByRole: Readonly<Partial<Record<Role, readonly UnitKind[]>>> = {
  "region-officer": ["lycee", "erea"],
  administrator: ["ecole", "college", "lycee", "erea"],
};

/**
 * Where `actor` may say who owns the equipment of a school of these kinds: a région's officer for its
 * lycées (code de l’éducation, L. 214-6), an administrator for any school. A cité scolaire is both.
 */
export function ownerScope(actor: Actor, kinds: readonly UnitKind[]): Scope {
  const memberships = actor.memberships.filter(({ role }) =>
    kindsByRole[role]?.some((kind) => kinds.includes(kind)),
  );
  return scopeFor({ ...actor, memberships }, "equipment-owner.record");
}
