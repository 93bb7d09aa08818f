import type { Scope } from "../access/permissions";
import { canonicalJson } from "../campaign/canonical";
import type { ExportKind, ExportState } from "./vocabulary";

const minute = 60_000;
/** A ready file is shared this long with who asks for the same. */
export const sharedFor = 5 * minute;
/** A ready file is kept this long. */
export const keptFor = 7 * 24 * 60 * minute;

/** The examination list's filter, as it is kept with a request. */
export type ExportFilter = {
  readonly view: "submitted" | "to-examine" | "examined";
  readonly words: readonly string[];
  readonly departement: string | null;
  readonly status: string | null;
  readonly declaredLevel: number | null;
};

type Place = Pick<Scope[number], "scopeKind" | "scopeCode">;

/** All that decides what is in a file: two equal requests are one file. */
export type ExportRequest = {
  readonly campaignId: string;
  readonly kind: ExportKind;
  readonly scope: readonly Place[];
  readonly filter: ExportFilter;
};

/**
 * The places of a scope for one campaign, in one order: two persons who cover the same places have the
 * same export, whatever roles give it to them.
 */
export function placesOf(scope: Scope, campaignId: string): Place[] {
  const places = scope
    .filter((clause) => clause.campaignId === null || clause.campaignId === campaignId)
    .map(({ scopeKind, scopeCode }) => ({ scopeKind, scopeCode }));
  const everything = places.find(({ scopeKind }) => scopeKind === "everything");
  if (everything) return [{ scopeKind: "everything", scopeCode: "" }];
  const byKey = new Map(places.map((place) => [`${place.scopeKind}/${place.scopeCode}`, place]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

/** The scope that a request reads with. */
export function scopeOfRequest({ scope, campaignId }: ExportRequest): Scope {
  return scope.map((place) => ({ ...place, campaignId, organisationId: null }));
}

/** The text whose SHA-256 names a request. */
export function requestText(request: ExportRequest): string {
  const words = [...new Set(request.filter.words)].sort();
  return canonicalJson({ ...request, filter: { ...request.filter, words } });
}

/** Whether `scope` is today, for that campaign, the one that was asked with: it opens the file. */
export function isStillCovered(request: ExportRequest, scope: Scope): boolean {
  return canonicalJson(placesOf(scope, request.campaignId)) === canonicalJson(request.scope);
}

type Kept = {
  readonly state: ExportState;
  readonly sha256: string | null;
  readonly stopAskedAt: Date | null;
  readonly expiresAt: Date | null;
};

/** Where an export stands for who asked for it. */
export const exportStandings = [
  "waiting",
  "running",
  "stopping",
  "ready",
  "expired",
  "failed",
  "cancelled",
] as const;
export type ExportStanding = (typeof exportStandings)[number];

/** Where a row stands at `now`: a ready one whose content is gone or whose time has come is expired. */
export function standingOf(
  { state, sha256, stopAskedAt, expiresAt }: Kept,
  now: Date,
): ExportStanding {
  if (state === "running" && stopAskedAt) return "stopping";
  if (state !== "ready") return state;
  return sha256 === null || (expiresAt !== null && expiresAt <= now) ? "expired" : "ready";
}

/** What its requester may do of an export: stop what is not finished, delete what is. */
export function exportActOf(standing: ExportStanding): "stop" | "delete" | null {
  if (standing === "stopping") return null;
  return standing === "waiting" || standing === "running" ? "stop" : "delete";
}
