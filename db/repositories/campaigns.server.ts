import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { calendarChanges, campaigns } from "../schema/campaigns";
import { countNewCampaign, countPerimeterChange } from "./rollup-deltas.server";

export type CampaignRow = typeof campaigns.$inferSelect;
export type NewCampaign = typeof campaigns.$inferInsert;

/** A campaign's title with its edition, which tells two years of one campaign apart. */
export const titleWithEdition = sql<string>`${campaigns.title} || ' ' || (${campaigns.document} ->> 'edition')`;

/** Every announced campaign, the newest first: what the public may see. */
export async function listAnnouncedCampaigns(tx: Tx): Promise<CampaignRow[]> {
  return tx
    .select()
    .from(campaigns)
    .where(eq(campaigns.isAnnounced, true))
    .orderBy(desc(campaigns.opensAt), asc(campaigns.slug));
}

/** Every campaign, announced or not, for those who manage them. */
export async function listCampaigns(tx: Tx): Promise<CampaignRow[]> {
  return tx.select().from(campaigns).orderBy(desc(campaigns.opensAt), asc(campaigns.slug));
}

export async function findCampaignBySlug(tx: Tx, slug: string): Promise<CampaignRow | undefined> {
  const [row] = await tx.select().from(campaigns).where(eq(campaigns.slug, slug));
  return row;
}

export async function findCampaign(tx: Tx, id: string): Promise<CampaignRow | undefined> {
  const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, id));
  return row;
}

/** Locks a campaign against any other write of it until the transaction ends. */
export async function lockCampaign(tx: Tx, id: string): Promise<CampaignRow | undefined> {
  const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, id)).for("update");
  return row;
}

/** Inserts a campaign; undefined when its slug is taken. */
export async function insertCampaign(
  tx: Tx,
  campaign: NewCampaign,
): Promise<CampaignRow | undefined> {
  const [row] = await tx.insert(campaigns).values(campaign).onConflictDoNothing().returning();
  if (row) await countNewCampaign(tx, row.id);
  return row;
}

/** Writes fields of a campaign if nobody wrote it since `version`; false otherwise. */
export async function updateCampaign(
  tx: Tx,
  { id, version }: Pick<CampaignRow, "id" | "version">,
  fields: Partial<NewCampaign>,
): Promise<boolean> {
  const write = async () => {
    const rows = await tx
      .update(campaigns)
      .set({ ...fields, version: sql`${campaigns.version} + 1` })
      .where(and(eq(campaigns.id, id), eq(campaigns.version, version)))
      .returning({ id: campaigns.id });
    return rows.length === 1;
  };
  const { document } = fields;
  const isMoved = document !== undefined && (await hasOtherPerimeter(tx, id, document));
  return isMoved ? countPerimeterChange(tx, id, write) : write();
}

/** Whether a document draws another perimeter than the stored one: its schools are then counted anew. */
async function hasOtherPerimeter(tx: Tx, id: string, document: unknown): Promise<boolean> {
  const json = JSON.stringify(document);
  const [row] = await tx
    .select({
      is: sql<boolean>`(${campaigns.document} -> 'perimeter') is distinct from (${json}::text::jsonb -> 'perimeter')`,
    })
    .from(campaigns)
    .where(eq(campaigns.id, id));
  return row?.is ?? false;
}

export type CalendarChange = typeof calendarChanges.$inferSelect;

export async function insertCalendarChange(
  tx: Tx,
  change: typeof calendarChanges.$inferInsert,
): Promise<void> {
  await tx.insert(calendarChanges).values(change);
}

/** The recorded changes of a campaign's calendar, the newest first. */
export async function listCalendarChanges(tx: Tx, campaignId: string): Promise<CalendarChange[]> {
  return tx
    .select()
    .from(calendarChanges)
    .where(eq(calendarChanges.campaignId, campaignId))
    .orderBy(desc(calendarChanges.changedAt));
}
