import { type DirectoryUnit, emptyFacts, type IncomingUnit, type UnitFacts } from "./unit";
import { type UnitKind, unitKinds } from "./vocabulary";

export type Outcome = "created" | "updated" | "unchanged" | "closed";

/** What becomes of one unit of a file: the unit to store, and whether anything has to be written. */
export type PlannedUnit = { outcome: Outcome; unit: DirectoryUnit; sourceDate: string | null };

/**
 * Compares a unit of a file with the stored one. What the file does not carry is kept, sites are
 * replaced kind by kind (a file of lycées does not erase the collège of a cité scolaire), and only the
 * file's own word closes a unit.
 */
export function planUnit(incoming: IncomingUnit, stored: DirectoryUnit | null): PlannedUnit {
  const { sourceDate } = incoming;
  const unit = mergeUnit(incoming, stored);
  if (stored === null) return { outcome: "created", unit, sourceDate };
  if (stored.open && !unit.open) return { outcome: "closed", unit, sourceDate };
  return { outcome: sameUnit(unit, stored) ? "unchanged" : "updated", unit, sourceDate };
}

function mergeUnit(incoming: IncomingUnit, stored: DirectoryUnit | null): DirectoryUnit {
  const facts: UnitFacts = { ...emptyFacts, ...(stored && factsOf(stored)), ...incoming.facts };
  if (stored !== null && keepsHeadcount(incoming, stored)) {
    facts.pupils = stored.pupils;
    facts.pupilsSource = stored.pupilsSource;
    facts.pupilsDate = stored.pupilsDate;
  }
  const incomingKinds = new Set(incoming.sites.map((site) => site.kind));
  const kept = (stored?.sites ?? []).filter((site) => !incomingKinds.has(site.kind));
  const sites = [...kept, ...incoming.sites];
  return { ...facts, uai: incoming.uai, sites, kinds: kindsOf(facts.kind, sites) };
}

/** A figure that the school declared or a person entered outlives the directory's; so does a same count. */
function keepsHeadcount(incoming: IncomingUnit, stored: DirectoryUnit): boolean {
  if (stored.pupils === null) return false;
  const byHand = stored.pupilsSource === "declaration" || stored.pupilsSource === "saisie";
  return byHand || (incoming.facts.pupils ?? stored.pupils) === stored.pupils;
}

function kindsOf(own: UnitKind, sites: DirectoryUnit["sites"]): UnitKind[] {
  const present = new Set([own, ...sites.map((site) => site.kind)]);
  return unitKinds.filter((kind) => present.has(kind));
}

function factsOf(unit: DirectoryUnit): UnitFacts {
  const { uai: _uai, kinds: _kinds, sites: _sites, ...facts } = unit;
  return facts;
}

const factNames = Object.keys(emptyFacts) as (keyof UnitFacts)[];
const siteNames = [
  "name",
  "kind",
  "natureCode",
  "address",
  "postalCode",
  "locality",
  "latitude",
  "longitude",
] as const;

function sameUnit(one: DirectoryUnit, other: DirectoryUnit): boolean {
  return (
    factNames.every((name) => one[name] === other[name]) &&
    one.kinds.join() === other.kinds.join() &&
    one.sites.length === other.sites.length &&
    one.sites.every((site, index) =>
      siteNames.every((name) => site[name] === other.sites[index]?.[name]),
    )
  );
}
