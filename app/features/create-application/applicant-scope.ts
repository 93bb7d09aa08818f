import type { Actor } from "~/domain/access/actor";
import { type Scope, scopeFor } from "~/domain/access/permissions";

/**
 * Whose applications are « mine »: those that I write or sign. Whoever only reads (an académie, a
 * région) finds them all where they are examined, and here what their own schools began.
 */
export function applicantScope(actor: Actor): Scope {
  return [...scopeFor(actor, "application.answer"), ...scopeFor(actor, "application.sign")];
}
