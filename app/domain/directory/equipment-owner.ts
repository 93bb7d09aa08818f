import type { OwnerSource } from "./owner-history";
import type { Ministry, OwnerKind, Sector, UnitKind } from "./vocabulary";

/** What the default owner of a school's equipment depends on. */
export type OwnedSchool = {
  kind: UnitKind;
  sector: Sector | null;
  ministry: Ministry;
  communeCode: string | null;
  departementCode: string | null;
  regionCode: string | null;
  /** The EPCI of its commune: its SIREN, its nature, and whether it equips the écoles. */
  epci: { siren: string; nature: string; holdsSchoolCompetence: boolean } | null;
};

export const ownerReasons = [
  "ecole-commune",
  "ecole-epci-competent",
  "college-departement",
  "college-collectivite-alsace",
  "college-metropole-lyon",
  "lycee-region",
  "collectivite-unique",
  "prive-organisme-de-gestion",
  "etat",
  "statut-particulier",
  "sans-equipement-propre",
  "territoire-inconnu",
] as const;
export type OwnerReason = (typeof ownerReasons)[number];

/** A collectivité, by its kind and its INSEE or SIREN code. */
export type Collectivite = { readonly kind: OwnerKind; readonly code: string };

/** A default owner and the rule that gave it; no owner when none is a collectivité. */
export type DefaultOwner = {
  owner: Collectivite | null;
  reason: OwnerReason;
};

/** INSEE codes of the collectivités that stand in for both département and région. */
export const singleCollectivites: ReadonlyMap<string, string> = new Map([
  ["2A", "94"],
  ["2B", "94"],
  ["972", "02"],
  ["973", "03"],
]);
/** Its two départements, and the code of the collectivité that stands in for them. */
export const alsaceDepartements: ReadonlySet<string> = new Set(["67", "68"]);
export const alsaceCode = "6AE";
/** Overseas collectivités share competences by texts of their own: recorded by hand, never guessed. */
const ownStatute: ReadonlySet<string> = new Set(["975", "977", "978", "984", "986", "987", "988"]);

const none = (reason: OwnerReason): DefaultOwner => ({ owner: null, reason });
const owned = (kind: OwnerKind, code: string | null, reason: OwnerReason): DefaultOwner =>
  code === null ? none("territoire-inconnu") : { owner: { kind, code }, reason };

/**
 * Who owns a school's equipment until an override is recorded (code de l’éducation, L. 212-4 for
 * écoles, L. 213-2 for collèges, L. 214-6 for lycées): commune or competent EPCI, département or the
 * collectivité that stands in for it, région. A private school's is its managing body's.
 */
export function defaultEquipmentOwner(school: OwnedSchool): DefaultOwner {
  const { kind, departementCode } = school;
  if (kind !== "ecole" && kind !== "college" && kind !== "lycee" && kind !== "erea") {
    return none("sans-equipement-propre");
  }
  if (school.sector === "prive") return none("prive-organisme-de-gestion");
  if (school.ministry === "defense") return none("etat");
  if (departementCode === null) return none("territoire-inconnu");
  if (ownStatute.has(departementCode)) return none("statut-particulier");
  if (kind === "ecole") return ownerOfEcole(school);
  const single = singleCollectivites.get(departementCode);
  if (single !== undefined) return owned("collectivite-unique", single, "collectivite-unique");
  if (kind === "college") return ownerOfCollege(school, departementCode);
  return owned("region", school.regionCode, "lycee-region");
}

function ownerOfEcole({ communeCode, epci }: OwnedSchool): DefaultOwner {
  if (epci?.holdsSchoolCompetence) return owned("epci", epci.siren, "ecole-epci-competent");
  return owned("commune", communeCode, "ecole-commune");
}

function ownerOfCollege({ epci }: OwnedSchool, departementCode: string): DefaultOwner {
  if (alsaceDepartements.has(departementCode)) {
    return owned("collectivite-alsace", alsaceCode, "college-collectivite-alsace");
  }
  if (epci?.nature === "MET69") {
    return owned("metropole-lyon", epci.siren, "college-metropole-lyon");
  }
  return owned("departement", departementCode, "college-departement");
}

const rulePrefix = "regle:";

/** The default owner as a record of the history keeps it: its source names the rule. */
export function ownerByRule(school: OwnedSchool): OwnerSource {
  const { owner, reason } = defaultEquipmentOwner(school);
  return {
    ownerKind: owner?.kind ?? null,
    ownerCode: owner?.code ?? null,
    source: `${rulePrefix}${reason}`,
  };
}

/** The rule that a record's source names; null for the source of a decision. */
export function ruleOf(source: string): OwnerReason | null {
  return ownerReasons.find((reason) => source === `${rulePrefix}${reason}`) ?? null;
}

/** The collectivités of a school's own territory, from the widest: those an act most often names. */
export function territoryOwners(
  school: Pick<OwnedSchool, "communeCode" | "departementCode" | "regionCode" | "epci">,
): Collectivite[] {
  const { communeCode, departementCode, regionCode, epci } = school;
  const owners: Collectivite[] = [];
  const single = singleCollectivites.get(departementCode ?? "");
  if (single !== undefined) owners.push({ kind: "collectivite-unique", code: single });
  else {
    if (regionCode) owners.push({ kind: "region", code: regionCode });
    if (alsaceDepartements.has(departementCode ?? "")) {
      owners.push({ kind: "collectivite-alsace", code: alsaceCode });
    } else if (departementCode) owners.push({ kind: "departement", code: departementCode });
  }
  if (epci) {
    owners.push({ kind: epci.nature === "MET69" ? "metropole-lyon" : "epci", code: epci.siren });
  }
  if (communeCode) owners.push({ kind: "commune", code: communeCode });
  return owners;
}

const siren = /^\d{9}$/;
const codeShapes: Readonly<Record<OwnerKind, RegExp>> = {
  commune: /^(\d{5}|2[AB]\d{3})$/,
  epci: siren,
  sivos: siren,
  departement: /^(\d{2}|2[AB]|9[78]\d)$/,
  "collectivite-alsace": new RegExp(`^${alsaceCode}$`),
  "metropole-lyon": siren,
  region: /^\d{2}$/,
  "collectivite-unique": new RegExp(`^(${[...new Set(singleCollectivites.values())].join("|")})$`),
};

/** Whether a code has the form of a kind's codes; whether it exists is the territory's to say. */
export function isOwnerCode({ kind, code }: Collectivite): boolean {
  return codeShapes[kind].test(code);
}
