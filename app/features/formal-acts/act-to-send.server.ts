import type { Scope } from "~/domain/access/permissions";
import { findFormalAct } from "~db/repositories/formal-acts.server";
import type { Work } from "~db/work.server";

/** The file of an act for whoever may read its application; undefined out of scope. */
export function actToSend({ tx }: Work, scope: Scope, applicationId: string, actId: string) {
  return findFormalAct(tx, scope, applicationId, actId);
}
