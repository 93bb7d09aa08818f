import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { Quantities } from "../../app/domain/rollout/progress";
import type { Tx } from "../client.server";
import { applicationSchools, applications } from "../schema/applications";
import { directoryUnits } from "../schema/directory";
import { organisations, people } from "../schema/people";
import { rolloutEvents, rolloutItems, rolloutProgrammes } from "../schema/rollouts";
import { communes } from "../schema/territory";
import { isUuid } from "./applications.server";
import { holdsWords } from "./folded-text.server";
import { countOpenedProgramme, countRolloutStep } from "./rollup-deltas.server";
import { coversSchool } from "./scope.server";

export type ProgrammeRow = typeof rolloutProgrammes.$inferSelect & { readonly ownerName: string };
export type NewProgramme = typeof rolloutProgrammes.$inferInsert;
export type ItemRow = typeof rolloutItems.$inferSelect;
export type NewItem = Omit<typeof rolloutItems.$inferInsert, "programmeId">;
export type NewEvent = typeof rolloutEvents.$inferInsert;

export type SchoolItem = ItemRow & {
  readonly schoolName: string;
  readonly communeName: string | null;
  readonly fictitious: boolean;
  /** Day of the last delivery that still counts; null when none. */
  readonly lastDeliveredOn: string | null;
  /** The organisation whose programme it is. */
  readonly funder: Pick<typeof organisations.$inferSelect, "kind" | "code">;
  /** The vote of an allocation opened the programme. */
  readonly isVoted: boolean;
  /** The school's commune or EPCI applied for it, and not the school itself. */
  readonly isAid: boolean;
};

/**
 * Which items a scope opens, over `rollout_items`, `rollout_programmes` and `directory_units`: the
 * schools of its places, and in the programmes of its own organisation only when it names one (the
 * région's officer for a département does not see the collèges of that département's council).
 */
function opensItem(scope: Scope): SQL {
  const alternatives = scope.map((clause) => {
    const parts = [coversSchool([clause], { withCampaign: false })];
    if (clause.organisationId) {
      parts.push(sql`${rolloutProgrammes.ownerId} = ${clause.organisationId}::uuid`);
    }
    if (clause.campaignId) {
      parts.push(sql`${rolloutProgrammes.campaignId} = ${clause.campaignId}::uuid`);
    }
    return sql`(${sql.join(parts, sql` and `)})`;
  });
  return alternatives.length === 0 ? sql`false` : sql`(${sql.join(alternatives, sql` or `)})`;
}

function opensProgramme(scope: Scope): SQL {
  return sql`exists (select 1 from ${rolloutItems} join ${directoryUnits} on ${directoryUnits.uai} = ${rolloutItems.uai} where ${rolloutItems.programmeId} = ${rolloutProgrammes.id} and ${opensItem(scope)})`;
}

function selectProgrammes(tx: Tx) {
  return tx
    .select({ programme: rolloutProgrammes, ownerName: organisations.name })
    .from(rolloutProgrammes)
    .innerJoin(organisations, eq(organisations.id, rolloutProgrammes.ownerId));
}

/** The programmes with at least one school inside the scope, the newest first. */
export async function listProgrammes(tx: Tx, scope: Scope): Promise<ProgrammeRow[]> {
  const rows = await selectProgrammes(tx)
    .where(opensProgramme(scope))
    .orderBy(desc(rolloutProgrammes.createdAt), asc(rolloutProgrammes.slug));
  return rows.map(({ programme, ownerName }) => ({ ...programme, ownerName }));
}

export async function findProgramme(
  tx: Tx,
  scope: Scope,
  slug: string,
): Promise<ProgrammeRow | undefined> {
  const [row] = await selectProgrammes(tx).where(
    and(eq(rolloutProgrammes.slug, slug), opensProgramme(scope)),
  );
  return row && { ...row.programme, ownerName: row.ownerName };
}

/** The programme that an adopted plan opened. */
export async function findProgrammeOfPlan(
  tx: Tx,
  planId: string,
): Promise<{ readonly slug: string } | undefined> {
  const [row] = await tx
    .select({ slug: rolloutProgrammes.slug })
    .from(rolloutProgrammes)
    .where(eq(rolloutProgrammes.planId, planId));
  return row;
}

const lastDeliveredOn = sql<string | null>`(
  select max(e.occurred_on)::text from ${rolloutEvents} e
  where e.item_id = ${rolloutItems.id} and e.step = 'delivered' and e.corrects_id is null
    and e.quantity + coalesce((select sum(c.quantity) from ${rolloutEvents} c where c.corrects_id = e.id), 0) > 0)`;

const isAid = sql<boolean>`exists (
  select 1 from ${applications} a join ${applicationSchools} s on s.application_id = a.id
  where a.campaign_id = ${rolloutProgrammes.campaignId} and s.uai = ${rolloutItems.uai}
    and s.is_active and a.applicant_kind <> 'school')`;

function selectItems(tx: Tx) {
  return tx
    .select({
      item: rolloutItems,
      schoolName: directoryUnits.name,
      communeName: sql<string | null>`coalesce(${communes.name}, ${directoryUnits.locality})`,
      fictitious: directoryUnits.fictitious,
      lastDeliveredOn,
      funder: { kind: organisations.kind, code: organisations.code },
      isVoted: sql<boolean>`${rolloutProgrammes.planId} is not null`,
      isAid,
    })
    .from(rolloutItems)
    .innerJoin(rolloutProgrammes, eq(rolloutProgrammes.id, rolloutItems.programmeId))
    .innerJoin(organisations, eq(organisations.id, rolloutProgrammes.ownerId))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, rolloutItems.uai))
    .leftJoin(communes, eq(communes.code, directoryUnits.communeCode));
}

/** The schools of a programme inside the scope, by name; `words`, already folded, narrow them. */
export async function listItems(
  tx: Tx,
  scope: Scope,
  programmeId: string,
  words: readonly string[] = [],
): Promise<SchoolItem[]> {
  const searched = sql`concat_ws(' ', ${directoryUnits.name}, ${communes.name}, ${directoryUnits.locality}, ${directoryUnits.uai})`;
  const rows = await selectItems(tx)
    .where(
      and(
        eq(rolloutItems.programmeId, programmeId),
        opensItem(scope),
        words.length > 0 ? holdsWords(searched, words) : undefined,
      ),
    )
    .orderBy(asc(directoryUnits.name), asc(directoryUnits.uai));
  return rows.map(({ item, ...school }) => ({ ...item, ...school }));
}

/** One school of a programme; undefined when it does not exist there or is out of scope. */
export async function findItem(
  tx: Tx,
  scope: Scope,
  slug: string,
  itemId: string,
): Promise<SchoolItem | undefined> {
  if (!isUuid(itemId)) return undefined;
  const [row] = await selectItems(tx).where(
    and(eq(rolloutItems.id, itemId), eq(rolloutProgrammes.slug, slug), opensItem(scope)),
  );
  if (!row) return undefined;
  const { item, ...school } = row;
  return { ...item, ...school };
}

/** The same, its row locked until the transaction ends: quantities cannot move meanwhile. */
export async function lockItem(
  tx: Tx,
  scope: Scope,
  slug: string,
  itemId: string,
): Promise<SchoolItem | undefined> {
  if (!isUuid(itemId)) return undefined;
  await tx
    .select({ id: rolloutItems.id })
    .from(rolloutItems)
    .where(eq(rolloutItems.id, itemId))
    .for("update");
  return findItem(tx, scope, slug, itemId);
}

export type EventRow = typeof rolloutEvents.$inferSelect & {
  readonly recordedByName: string | null;
};

/** The events of one item, corrections included, in the order they were recorded. */
export async function listEvents(tx: Tx, itemId: string): Promise<EventRow[]> {
  const rows = await tx
    .select({
      event: rolloutEvents,
      recordedByName: sql<string | null>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(rolloutEvents)
    .leftJoin(people, eq(people.id, rolloutEvents.recordedBy))
    .where(eq(rolloutEvents.itemId, itemId))
    .orderBy(asc(rolloutEvents.recordedAt), asc(rolloutEvents.id));
  return rows.map(({ event, recordedByName }) => ({ ...event, recordedByName }));
}

/** Adds events; the quantities of their items are the caller's to write. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = await tx
    .insert(rolloutEvents)
    .values([...events])
    .returning({ id: rolloutEvents.id });
  return rows.map((row) => row.id);
}

/** Writes the quantities of an item, if nobody did since `version`; false otherwise. */
export async function updateItemQuantities(
  tx: Tx,
  { id, version }: Pick<ItemRow, "id" | "version">,
  { ordered, delivered, installed }: Quantities,
): Promise<boolean> {
  const seen = and(eq(rolloutItems.id, id), eq(rolloutItems.version, version));
  const [before] = await tx.select().from(rolloutItems).where(seen).for("update");
  if (!before) return false;
  const [after] = await tx
    .update(rolloutItems)
    .set({ ordered, delivered, installed, version: sql`${rolloutItems.version} + 1` })
    .where(seen)
    .returning();
  if (!after) return false;
  await countRolloutStep(tx, after, before, after);
  return true;
}

/** Writes a programme and its schools; quantities already reached are the demonstration's only. */
export async function insertProgramme(
  tx: Tx,
  programme: NewProgramme,
  items: readonly NewItem[],
): Promise<{ readonly id: string; readonly slug: string; readonly items: readonly ItemRow[] }> {
  const [row] = await tx.insert(rolloutProgrammes).values(programme).returning();
  if (!row) throw new Error("Programme de déploiement non enregistré.");
  const rows =
    items.length === 0
      ? []
      : await tx
          .insert(rolloutItems)
          .values(items.map((item) => ({ ...item, programmeId: row.id })))
          .returning();
  await countOpenedProgramme(tx, rows);
  return { id: row.id, slug: row.slug, items: rows };
}
