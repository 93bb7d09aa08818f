import { createHash, randomBytes } from "node:crypto";
import type { LinkPurpose } from "~/domain/access/vocabulary";
import { environment } from "~/env.server";
import { paths } from "~/paths";
import { replaceLink } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";

/** Only the hash of a link's token is stored: who reads the table cannot follow the link. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export type IssuedLink = { readonly url: string; readonly expiresAt: Date };

/** Makes a link for a person, valid `minutes`; their earlier ones of the same purpose end. */
export async function issueLink(
  work: Work,
  link: { readonly personId: string; readonly purpose: LinkPurpose; readonly minutes: number },
): Promise<IssuedLink> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(work.now.getTime() + link.minutes * 60_000);
  await replaceLink(work.tx, {
    id: hashLinkToken(token),
    purpose: link.purpose,
    personId: link.personId,
    createdAt: work.now,
    expiresAt,
  });
  return { url: `${environment().origins[0] ?? ""}${paths.singleUseLink(token)}`, expiresAt };
}
