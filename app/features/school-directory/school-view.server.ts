import { ownerScope } from "~/domain/access/owner-scope";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { listSites } from "~db/repositories/directory.server";
import { listOwnerHistory } from "~db/repositories/equipment-owners.server";
import {
  findSchoolInScope,
  listLabelsOf,
  listSubmittedApplicationsOf,
} from "~db/repositories/school-directory.server";
import type { Work } from "~db/work.server";
import { ownerLines } from "./owner-lines.server";

/** What the platform knows of one school; undefined out of the scope. */
export async function schoolView(work: Work, scope: Scope, uai: string) {
  const found = await findSchoolInScope(work.tx, scope, uai);
  if (!found) return undefined;
  const { unit, ...names } = found;
  const today = isoDayInParis(work.now);
  const examining = scopeFor(work.actor, "examination.read");
  const recording = ownerScope(work.actor, unit.kinds);
  const owners = await ownerLines(work, await listOwnerHistory(work.tx, uai), today);
  const sites = await listSites(work.tx, uai);
  const { updatedAt, ...facts } = unit;
  return {
    ...names,
    unit: facts,
    updatedAt: updatedAt.toISOString(),
    sites:
      sites.length > 1 ? sites.map(({ name, kind, locality }) => ({ name, kind, locality })) : [],
    owner: owners.find(({ isCurrent }) => isCurrent) ?? null,
    mayRecordOwner:
      recording.length > 0 && (await findSchoolInScope(work.tx, recording, uai)) !== undefined,
    labels: (await listLabelsOf(work.tx, uai)).map((label) => ({
      ...label,
      isValid: label.validFrom <= today && today <= label.validUntil,
    })),
    mayReadApplications: examining.length > 0,
    applications:
      examining.length === 0 ? [] : await listSubmittedApplicationsOf(work.tx, examining, uai),
  };
}
export type SchoolView = NonNullable<Awaited<ReturnType<typeof schoolView>>>;
