import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { recordExtension } from "~/features/extend-deadline/record-extension.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import type { Work } from "~db/work.server";
import { insertActor } from "./person";
import { inDays } from "./small-campaign";

/** The campaign of `insertStarted`, which these decisions are about. */
export const slug = "label-lycee-numerique-2026";
export const closed = { calendar: { opensAt: inDays(-30), closesAt: inDays(-1) } };
export const why = "Panne du réseau de l’établissement.";
export const school = (uai: string) => ({ placeKind: "school", placeCode: uai }) as const;

/** Who may record a decision, everywhere or in one académie's region. */
export const managerOf = (work: Work, scopeKind: "everything" | "academic-region" = "everything") =>
  insertActor(work, [
    { role: "drane-officer", scopeKind, scopeCode: scopeKind === "everything" ? "" : "76" },
  ]);

/** Records a decision of five days over a place, as the page does. */
export const extend = (
  work: Work,
  manager: Actor,
  place: Pick<Parameters<typeof recordExtension>[3], "placeKind" | "placeCode">,
  rest: { until?: string; reason?: string; replaces?: string | null } = {},
) =>
  recordExtension({ ...work, actor: manager }, scopeFor(manager, "campaign.manage"), slug, {
    ...place,
    until: inDays(5),
    reason: why,
    replaces: null,
    ...rest,
  });

/** A work that begins after a decision was recorded: it counts from the database's instant of it. */
export const later = (work: Work, actor: Actor): Work => ({ ...work, actor, now: new Date() });

/** Submits a draft, declared on honour. */
export const submit = (work: Work, actor: Actor, applicationId: string) =>
  submitApplication({ ...work, actor }, scopeFor(actor, "application.submit"), {
    applicationId,
    declared: true,
  });
