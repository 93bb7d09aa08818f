import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Scope } from "../../app/domain/access/permissions";
import { type PlacedSchool, placeCodeOf } from "../../app/domain/extension/deadline";
import { type ExtensionPlace, extensionPlaces } from "../../app/domain/extension/vocabulary";
import type { Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import { deadlineExtensions } from "../schema/extensions";
import { people } from "../schema/people";
import { academies, departements, regions } from "../schema/territory";
import { coversSchool } from "./scope.server";

export type ExtensionRow = typeof deadlineExtensions.$inferSelect;

/** Every decision of some campaigns, those that ended included: a campaign has a few of them. */
export async function listExtensions(
  tx: Tx,
  campaignIds: readonly string[],
): Promise<ExtensionRow[]> {
  if (campaignIds.length === 0) return [];
  return tx
    .select()
    .from(deadlineExtensions)
    .where(inArray(deadlineExtensions.campaignId, [...new Set(campaignIds)]));
}

/** The decisions of a campaign that concern one of some schools. */
export async function listExtensionsOver(
  tx: Tx,
  campaignId: string,
  schools: readonly PlacedSchool[],
): Promise<ExtensionRow[]> {
  const places = extensionPlaces.flatMap((kind): SQL[] => {
    const codes = schools.flatMap((school) => placeCodeOf(school, kind) ?? []);
    const found = and(
      eq(deadlineExtensions.placeKind, kind),
      inArray(deadlineExtensions.placeCode, [...new Set(codes)]),
    );
    return codes.length > 0 && found ? [found] : [];
  });
  if (places.length === 0) return [];
  return tx
    .select()
    .from(deadlineExtensions)
    .where(and(eq(deadlineExtensions.campaignId, campaignId), or(...places)));
}

const decider = alias(people, "decider");
const revoker = alias(people, "revoker");
const nameOf = (person: typeof decider | typeof revoker) =>
  sql<string | null>`${person.givenName} || ' ' || ${person.familyName}`;

/** A decision with the names of its place and of those who took and ended it. */
export type NamedExtension = ExtensionRow & {
  readonly place: string | null;
  readonly deciderName: string | null;
  readonly revokerName: string | null;
};

/** The decisions of a campaign, the newest first, in one statement. */
export async function listNamedExtensions(tx: Tx, campaignId: string): Promise<NamedExtension[]> {
  const { placeKind, placeCode } = deadlineExtensions;
  const rows = await tx
    .select({
      row: deadlineExtensions,
      place: sql<
        string | null
      >`coalesce(${directoryUnits.name}, ${departements.name}, ${academies.name}, ${regions.name})`,
      deciderName: nameOf(decider),
      revokerName: nameOf(revoker),
    })
    .from(deadlineExtensions)
    .leftJoin(directoryUnits, and(eq(placeKind, "school"), eq(directoryUnits.uai, placeCode)))
    .leftJoin(departements, and(eq(placeKind, "departement"), eq(departements.code, placeCode)))
    .leftJoin(academies, and(eq(placeKind, "academie"), eq(academies.code, placeCode)))
    .leftJoin(regions, and(eq(placeKind, "region"), eq(regions.code, placeCode)))
    .leftJoin(decider, eq(decider.id, deadlineExtensions.decidedBy))
    .leftJoin(revoker, eq(revoker.id, deadlineExtensions.revokedBy))
    .where(eq(deadlineExtensions.campaignId, campaignId))
    .orderBy(desc(deadlineExtensions.decidedAt), asc(deadlineExtensions.id));
  return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

/** The decision that stands for one place of a campaign. */
export async function findStandingExtension(
  tx: Tx,
  place: Pick<ExtensionRow, "campaignId" | "placeKind" | "placeCode">,
): Promise<ExtensionRow | undefined> {
  const [row] = await tx
    .select()
    .from(deadlineExtensions)
    .where(
      and(
        eq(deadlineExtensions.campaignId, place.campaignId),
        eq(deadlineExtensions.placeKind, place.placeKind),
        eq(deadlineExtensions.placeCode, place.placeCode),
        isNull(deadlineExtensions.revokedAt),
      ),
    );
  return row;
}

export async function insertExtension(
  tx: Tx,
  extension: typeof deadlineExtensions.$inferInsert,
): Promise<ExtensionRow> {
  const [row] = await tx.insert(deadlineExtensions).values(extension).returning();
  if (!row) throw new Error("Délai non enregistré.");
  return row;
}

/** Ends a decision that stands: replaced when there is no reason, revoked with one. False when it had ended. */
export async function endExtension(
  tx: Tx,
  id: string,
  end: { readonly by: string; readonly at: Date; readonly reason: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(deadlineExtensions)
    .set({ revokedBy: end.by, revokedAt: end.at, revokeReason: end.reason })
    .where(and(eq(deadlineExtensions.id, id), isNull(deadlineExtensions.revokedAt)))
    .returning({ id: deadlineExtensions.id });
  return rows.length === 1;
}

/** A territory all of whose open schools a scope covers. */
export type CoveredTerritory = {
  readonly kind: Exclude<ExtensionPlace, "school">;
  readonly code: string;
  readonly name: string;
};

/** The régions, académies and départements whose every open school a scope covers, by kind and code. */
export async function listCoveredTerritories(tx: Tx, scope: Scope): Promise<CoveredTerritory[]> {
  const groups = await tx
    .select({
      departement: directoryUnits.departementCode,
      departementName: departements.name,
      academie: directoryUnits.academieCode,
      academieName: academies.name,
      region: directoryUnits.regionCode,
      regionName: regions.name,
      isCovered: sql<boolean>`bool_and(coalesce(${coversSchool(scope, { withCampaign: false })}, false))`,
    })
    .from(directoryUnits)
    .leftJoin(departements, eq(departements.code, directoryUnits.departementCode))
    .leftJoin(academies, eq(academies.code, directoryUnits.academieCode))
    .leftJoin(regions, eq(regions.code, directoryUnits.regionCode))
    .where(eq(directoryUnits.open, true))
    .groupBy(
      directoryUnits.departementCode,
      departements.name,
      directoryUnits.academieCode,
      academies.name,
      directoryUnits.regionCode,
      regions.name,
    );
  const found = new Map<string, CoveredTerritory & { isCovered: boolean }>();
  for (const group of groups) {
    const places = [
      { kind: "region", code: group.region, name: group.regionName },
      { kind: "academie", code: group.academie, name: group.academieName },
      { kind: "departement", code: group.departement, name: group.departementName },
    ] as const;
    for (const { kind, code, name } of places) {
      if (code === null || name === null) continue;
      const known = found.get(`${kind}/${code}`);
      const isCovered = group.isCovered && known?.isCovered !== false;
      found.set(`${kind}/${code}`, { kind, code, name, isCovered });
    }
  }
  const order = (place: CoveredTerritory) => extensionPlaces.indexOf(place.kind);
  return [...found.values()]
    .filter(({ isCovered }) => isCovered)
    .map(({ kind, code, name }) => ({ kind, code, name }))
    .sort((a, b) => order(b) - order(a) || (a.code < b.code ? -1 : 1));
}
