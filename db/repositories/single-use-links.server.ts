import { and, eq, isNull, sql } from "drizzle-orm";
import type { LinkPurpose } from "../../app/domain/access/vocabulary";
import type { Tx } from "../client.server";
import { people, singleUseLinks } from "../schema/people";

export type SingleUseLink = typeof singleUseLinks.$inferSelect;

/**
 * Writes a link after ending the person's earlier ones of the same purpose. The person's row is
 * locked, so that two links asked for at once never both stay open.
 */
export async function replaceLink(
  tx: Tx,
  link: Pick<SingleUseLink, "id" | "purpose" | "personId" | "createdAt" | "expiresAt">,
): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, link.personId)).for("update");
  await tx
    .update(singleUseLinks)
    .set({ expiresAt: link.createdAt })
    .where(
      and(
        eq(singleUseLinks.personId, link.personId),
        eq(singleUseLinks.purpose, link.purpose),
        isNull(singleUseLinks.usedAt),
        sql`${singleUseLinks.expiresAt} > ${link.createdAt.toISOString()}::timestamptz`,
      ),
    );
  await tx.insert(singleUseLinks).values(link);
}

/** A link by the hash of its token, with whether its person's account is open; undefined when unknown. */
export async function findLink(
  tx: Tx,
  id: string,
): Promise<(SingleUseLink & { readonly isAccountOpen: boolean }) | undefined> {
  const [row] = await tx
    .select({ link: singleUseLinks, disabledAt: people.disabledAt })
    .from(singleUseLinks)
    .innerJoin(people, eq(people.id, singleUseLinks.personId))
    .where(eq(singleUseLinks.id, id));
  return row && { ...row.link, isAccountOpen: row.disabledAt === null };
}

/**
 * Marks a link used, if it still may be: whoever comes at the same instant waits for the row, then
 * finds it used. Gives the person it is for; undefined when it is used, expired, or unknown.
 */
export async function spendLink(
  tx: Tx,
  id: string,
  purpose: LinkPurpose,
): Promise<string | undefined> {
  const [spent] = await tx
    .update(singleUseLinks)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(singleUseLinks.id, id),
        eq(singleUseLinks.purpose, purpose),
        isNull(singleUseLinks.usedAt),
        sql`${singleUseLinks.expiresAt} > clock_timestamp()`,
        sql`exists (select from ${people} where ${people.id} = ${singleUseLinks.personId} and ${people.disabledAt} is null)`,
      ),
    )
    .returning({ personId: singleUseLinks.personId });
  return spent?.personId;
}

/** Ends every open link of a person, whatever its purpose. */
export async function endLinksOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(singleUseLinks)
    .set({ expiresAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(singleUseLinks.personId, personId),
        isNull(singleUseLinks.usedAt),
        sql`${singleUseLinks.expiresAt} > clock_timestamp()`,
      ),
    );
}

/** Sets or removes a person's password, and their names when the invitation gives them. */
export async function updateCredentials(
  tx: Tx,
  personId: string,
  values: { passwordHash: string | null; givenName?: string; familyName?: string },
): Promise<void> {
  await tx.update(people).set(values).where(eq(people.id, personId));
}
