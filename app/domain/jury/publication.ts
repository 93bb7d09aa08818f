import type { ApplicationStatus } from "../application/vocabulary";
import type { CampaignDocument } from "../campaign/document";
import type { SchoolFacts } from "../expression/facts";
import type { ActKind } from "./vocabulary";

export type PublicationFile = {
  readonly status: ApplicationStatus;
  /** Level that the jury proposes; null while it has not. */
  readonly proposedLevel: number | null;
};

export type PublicationRefusal =
  | "already-published"
  | "campaign-open"
  | "nothing-to-decide"
  | "files-not-ready";

export type PublicationCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: PublicationRefusal };

/** Why a file keeps the whole campaign from being published; null when it does not. */
export type FileObstacle = "not-examined" | "no-proposal";

/** Drafts and withdrawn applications are no part of a publication: they stay as they are. */
export function isPartOfPublication(status: ApplicationStatus): boolean {
  return status !== "draft" && status !== "withdrawn";
}

/** What a file still lacks before its decision may be published; null when it lacks nothing. */
export function obstacleOf(file: PublicationFile): FileObstacle | null {
  if (!isPartOfPublication(file.status)) return null;
  if (file.status === "submitted" || file.status === "under-examination") return "not-examined";
  return file.proposedLevel === null || file.status === "examined" ? "no-proposal" : null;
}

/**
 * Whether a campaign's decisions may be published, all at once: never twice, only after its closing
 *, with at least one file and a proposal for each.
 */
export function canPublish(campaign: {
  readonly publishedAt: Date | null;
  readonly isOpen: boolean;
  readonly files: readonly PublicationFile[];
}): PublicationCheck {
  if (campaign.publishedAt !== null) return refuse("already-published");
  if (campaign.isOpen) return refuse("campaign-open");
  const files = campaign.files.filter((file) => isPartOfPublication(file.status));
  if (files.length === 0) return refuse("nothing-to-decide");
  if (files.some((file) => obstacleOf(file) !== null)) return refuse("files-not-ready");
  return { ok: true };
}

const refuse = (reason: PublicationRefusal): PublicationCheck => ({ ok: false, reason });

type Authority = Pick<
  CampaignDocument["decidingAuthorities"][number],
  "id" | "appliesTo" | "actKinds"
>;

/** True when a deciding authority decides upon a school: every list it gives holds the school's value. */
export function decidesUpon(
  { appliesTo }: Pick<Authority, "appliesTo">,
  school: Pick<SchoolFacts, "ministry" | "academie">,
): boolean {
  const { ministries, academies } = appliesTo;
  if (ministries && !(school.ministry && ministries.includes(school.ministry))) return false;
  return !academies || (school.academie !== undefined && academies.includes(school.academie));
}

export type RecordedAct = { readonly authorityId: string; readonly kind: ActKind };

/**
 * The authorities whose act is missing or of a kind that they do not take: each one that decides upon
 * a school of the publication signs exactly one act; one that decides upon none may have none.
 */
export function faultyActs(
  authorities: readonly Authority[],
  schools: readonly Pick<SchoolFacts, "ministry" | "academie">[],
  acts: readonly RecordedAct[],
): string[] {
  const faulty = authorities.filter((authority) => {
    const own = acts.filter(({ authorityId }) => authorityId === authority.id);
    if (own.some(({ kind }) => !authority.actKinds.includes(kind))) return true;
    if (own.length === 1) return false;
    return own.length > 1 || schools.some((school) => decidesUpon(authority, school));
  });
  const known = new Set(authorities.map(({ id }) => id));
  const strangers = acts.filter(({ authorityId }) => !known.has(authorityId));
  return [...faulty.map(({ id }) => id), ...strangers.map(({ authorityId }) => authorityId)];
}

/** How many files get each level, highest first: « 3:4 2:10 1:2 0:5 ». What a confirmation is about. */
export function tallyOf(files: readonly PublicationFile[]): string {
  const counted = new Map<number, number>();
  for (const { status, proposedLevel } of files) {
    if (!isPartOfPublication(status) || proposedLevel === null) continue;
    counted.set(proposedLevel, (counted.get(proposedLevel) ?? 0) + 1);
  }
  return [...counted]
    .sort(([a], [b]) => b - a)
    .map(([level, count]) => `${level}:${count}`)
    .join(" ");
}
