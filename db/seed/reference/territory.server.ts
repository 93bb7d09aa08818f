import { createHash } from "node:crypto";
import {
  academicRegions,
  academieOfDepartement,
  academies,
} from "../../../app/domain/territory/academies";
import type { CommuneAliasKind } from "../../../app/domain/territory/vocabulary";
import type { Tx } from "../../client.server";
import { saveTerritory } from "../../repositories/territory.server";
import { type DivisionCommune, divisionFingerprint, readDivision } from "./division.server";

/** To raise when `seedTerritory` makes something else of the same sources: bases then read them again. */
const readingVersion = 1;

/** SHA-256 of what the territory is made from: the package's files, our académies, our reading. */
export async function territoryFingerprint(): Promise<string> {
  const own = JSON.stringify({ readingVersion, academicRegions, academies });
  return createHash("sha256")
    .update(own)
    .update(await divisionFingerprint())
    .digest("hex");
}

/**
 * Loads régions, régions académiques, académies, départements, EPCI and communes. Run again it changes
 * nothing, and a newer package brings names and populations up to date.
 */
export async function seedTerritory(tx: Tx): Promise<void> {
  const division = await readDivision();
  const epciOfCommune = new Map(
    division.epcis.flatMap((epci) => epci.membres.map(({ code }) => [code, epci.code] as const)),
  );
  const present = new Map(
    division.communes
      .filter((commune) => commune.type === "commune-actuelle")
      .map((commune) => [commune.code, commune] as const),
  );
  await saveTerritory(tx, {
    regions: division.regions.map(({ code, nom }) => ({ code, name: nom })),
    academicRegions: academicRegions.map((region) => ({ ...region, regionCode: region.code })),
    academies: academies.map(({ code, name, academicRegionCode }) => ({
      code,
      name,
      academicRegionCode,
    })),
    departements: division.departements.map(({ code, nom, region }) => ({
      code,
      name: nom,
      regionCode: region,
      academieCode: academieOfDepartement(code)?.code ?? null,
    })),
    epcis: division.epcis.map((epci) => ({
      siren: epci.code,
      name: epci.nom,
      nature: epci.type,
      population: epci.populationMunicipale ?? null,
    })),
    communes: [...present.values()].map((commune) => ({
      code: commune.code,
      name: commune.nom,
      departementCode: commune.departement,
      regionCode: commune.region,
      epciSiren: epciOfCommune.get(commune.code) ?? null,
      population: commune.population ?? null,
      postalCode: commune.codesPostaux?.[0] ?? null,
    })),
    communeAliases: division.communes.flatMap((commune) => aliasOf(commune, present)),
  });
}

/** A former commune keeps its code in files only where no present commune bears it. */
function aliasOf(commune: DivisionCommune, present: ReadonlyMap<string, DivisionCommune>) {
  const communeCode = commune.commune ?? commune.chefLieu;
  if (commune.type === "commune-actuelle" || present.has(commune.code)) return [];
  if (communeCode === undefined || !present.has(communeCode)) return [];
  const kind: CommuneAliasKind = commune.type;
  return [{ code: commune.code, name: commune.nom, kind, communeCode }];
}
