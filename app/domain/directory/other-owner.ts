import type { OrganisationKind } from "../access/vocabulary";
import {
  alsaceCode,
  alsaceDepartements,
  type Collectivite,
  singleCollectivites,
} from "./equipment-owner";
import type { OwnerRecord } from "./owner-history";

/** The collectivité that owns a school's equipment in the place of another, since a day (AAAA-MM-JJ). */
export type OtherOwner = { readonly owner: Collectivite; readonly since: string };

/** Whether a collectivité may equip a school, and why; if not, whose its equipment is. */
export type Equipping =
  | { readonly ok: true; readonly because: "own" | "aid" | "no-collectivite" | "unknown" }
  | { readonly ok: false; readonly other: OtherOwner };

/** What the answer depends on. */
export type EquippingCase = {
  /** Of the day that matters; undefined when nothing was recorded for that day. */
  readonly record: Pick<OwnerRecord, "ownerKind" | "ownerCode" | "validFrom"> | undefined;
  /** Who pays; null when it is not a collectivité, or not known. */
  readonly funder: Collectivite | null;
  /** The school's own commune or EPCI applied for it: what it gets is an aid to its owner. */
  readonly isAid: boolean;
};

/**
 * Whether `funder` may equip a school, by the owner's record of one day: a collectivité equips its own
 * schools only (code de l’éducation, L. 212-4, L. 213-2, L. 214-6). A school that no collectivité owns
 * stays in (L. 442-16 lets them help a private one: the campaign's perimeter decides), and so does one
 * whose owner is not known: only a record that names another collectivité leaves a school out.
 */
export function mayEquip({ record, funder, isAid }: EquippingCase): Equipping {
  if (isAid) return { ok: true, because: "aid" };
  if (record === undefined || funder === null) return { ok: true, because: "unknown" };
  const { ownerKind, ownerCode, validFrom } = record;
  if (ownerKind === null || ownerCode === null) return { ok: true, because: "no-collectivite" };
  const owner = { kind: ownerKind, code: ownerCode };
  if (assemblyOf(owner) === assemblyOf(funder)) return { ok: true, because: "own" };
  return { ok: false, other: { owner, since: validFrom } };
}

/** The collectivité that an organisation of the platform is; null for an académie, a school, the State. */
export function collectiviteOf({
  kind,
  code,
}: {
  readonly kind: OrganisationKind;
  readonly code: string;
}): Collectivite | null {
  switch (kind) {
    case "region":
    case "commune":
    case "epci":
      return { kind, code };
    case "departement-council":
      return { kind: "departement", code };
    case "academie":
    case "academic-region":
    case "draaf":
    case "school":
    case "platform":
      return null;
  }
}

const paris = "75";
const parisCommune = "75056";
const mayotte = { departement: "976", region: "06" };

/**
 * One key for one deliberating assembly, by whichever of its names it is called: a single collectivité
 * is a région and its départements; Alsace has one council for two; Paris (code général des
 * collectivités territoriales, L. 2512-1) and Mayotte have one assembly each; a SIREN tells the others.
 */
function assemblyOf({ kind, code }: Collectivite): string {
  switch (kind) {
    case "region":
    case "collectivite-unique":
      return `region:${code}`;
    case "departement": {
      const single = singleCollectivites.get(code);
      if (single !== undefined) return `region:${single}`;
      if (code === mayotte.departement) return `region:${mayotte.region}`;
      return `departement:${alsaceDepartements.has(code) ? alsaceCode : code}`;
    }
    case "collectivite-alsace":
      return `departement:${alsaceCode}`;
    case "commune":
      return code === parisCommune ? `departement:${paris}` : `commune:${code}`;
    case "epci":
    case "sivos":
    case "metropole-lyon":
      return `siren:${code}`;
  }
}
