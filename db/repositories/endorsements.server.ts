import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { endorsementLinks, endorsementRequests } from "../schema/formal-acts";
import type { EndorsementRow } from "./formal-acts.server";

/** A request found by one of its links. */
export type LinkedRequest = EndorsementRow & { readonly expiresAt: Date };

/** Writes a request; undefined when one stands already: the unique index decides. */
export async function insertEndorsementRequest(
  tx: Tx,
  request: Pick<
    EndorsementRow,
    "applicationId" | "authority" | "contactName" | "contactEmail" | "askedBy" | "askedAt"
  >,
): Promise<EndorsementRow | undefined> {
  const [row] = await tx
    .insert(endorsementRequests)
    .values(request)
    .onConflictDoNothing()
    .returning();
  return row;
}

/** Writes a link of a request and ends those that were sent before it. */
export async function replaceEndorsementLink(
  tx: Tx,
  link: typeof endorsementLinks.$inferInsert & { readonly sentAt: Date },
): Promise<void> {
  await endEndorsementLinks(tx, link.requestId, link.sentAt);
  await tx.insert(endorsementLinks).values(link);
}

/** Ends the links of a request that were still good. */
export async function endEndorsementLinks(tx: Tx, requestId: string, at: Date): Promise<void> {
  await tx
    .update(endorsementLinks)
    .set({ expiresAt: at })
    .where(and(eq(endorsementLinks.requestId, requestId), gt(endorsementLinks.expiresAt, at)));
}

/** How many mails asked for an opinion on an application since an instant, cancelled requests included. */
export async function countEndorsementMails(
  tx: Tx,
  applicationId: string,
  since: Date,
): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(endorsementLinks)
    .innerJoin(endorsementRequests, eq(endorsementRequests.id, endorsementLinks.requestId))
    .where(
      and(eq(endorsementRequests.applicationId, applicationId), gt(endorsementLinks.sentAt, since)),
    );
  return row?.count ?? 0;
}

/** The request that a link opens, by the hash of its token; undefined when no such link was sent. */
export async function findRequestByLink(
  tx: Tx,
  linkId: string,
): Promise<LinkedRequest | undefined> {
  const [row] = await tx
    .select({ request: endorsementRequests, expiresAt: endorsementLinks.expiresAt })
    .from(endorsementLinks)
    .innerJoin(endorsementRequests, eq(endorsementRequests.id, endorsementLinks.requestId))
    .where(eq(endorsementLinks.id, linkId));
  return row && { ...row.request, expiresAt: row.expiresAt };
}

/** Cancels a request that waits; false when it was answered, cancelled, or is not known. */
export async function cancelEndorsementRequest(
  tx: Tx,
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(endorsementRequests)
    .set({ cancelledBy: by, cancelledAt: at })
    .where(
      and(
        eq(endorsementRequests.id, id),
        isNull(endorsementRequests.opinion),
        isNull(endorsementRequests.cancelledAt),
      ),
    )
    .returning({ id: endorsementRequests.id });
  return rows.length === 1;
}

/** Writes the opinion of a request that waits, once; undefined when it no longer waits. */
export async function saveOpinion(
  tx: Tx,
  id: string,
  given: Pick<EndorsementRow, "reasons"> & {
    readonly [K in "opinion" | "giverName" | "giverTitle" | "givenAt"]: NonNullable<
      EndorsementRow[K]
    >;
  },
): Promise<EndorsementRow | undefined> {
  const [row] = await tx
    .update(endorsementRequests)
    .set(given)
    .where(
      and(
        eq(endorsementRequests.id, id),
        isNull(endorsementRequests.opinion),
        isNull(endorsementRequests.cancelledAt),
      ),
    )
    .returning();
  return row;
}
