import type { LinkPurpose } from "~/domain/access/vocabulary";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { invitedRoles } from "~db/repositories/file-team.server";
import { findPerson, listMemberships } from "~db/repositories/people.server";
import { findLink } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { hashLinkToken } from "./issue-link.server";

export type UnusableLinkReason = "unknown" | "expired" | "used";

export type LinkView =
  | {
      readonly ok: true;
      readonly purpose: LinkPurpose;
      readonly email: string;
      readonly isHead: boolean;
      /** Only invited to some files: nothing that they do engages the applicant. */
      readonly isMember: boolean;
    }
  | { readonly ok: false; readonly reason: UnusableLinkReason };

/** What a link opens. Reading it never uses it: mail scanners follow links before people do. */
export async function linkView(work: Work, token: string): Promise<LinkView> {
  const link = await findLink(work.tx, hashLinkToken(token));
  const person = link?.isAccountOpen ? await findPerson(work.tx, link.personId) : undefined;
  if (!link || !person) return { ok: false, reason: "unknown" };
  if (link.usedAt) return { ok: false, reason: "used" };
  if (link.expiresAt <= work.now) return { ok: false, reason: "expired" };
  const held = await listMemberships(work.tx, person.id, isoDayInParis(work.now));
  const isHead = held.some(({ role }) => role === "head");
  const isMember =
    held.length > 0 && held.every(({ role }) => invitedRoles.some((r) => r === role));
  return { ok: true, purpose: link.purpose, email: person.email, isHead, isMember };
}
