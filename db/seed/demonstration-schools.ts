import { isoDayInParis } from "../../app/domain/directory/paris-day";
import { composeUai, type Uai } from "../../app/domain/directory/uai";
import { type DirectoryUnit, emptyFacts } from "../../app/domain/directory/unit";
import { academieOfDepartement } from "../../app/domain/territory/academies";
import { recordDefaultOwners } from "../../app/features/import-schools/record-default-owners.server";
import type { Tx } from "../client.server";
import { saveUnits } from "../repositories/directory.server";
import { listCommunes, saveInspectionAreas } from "../repositories/territory.server";
import {
  type CollegeRow,
  colleges,
  type EcoleRow,
  ecoles,
  type LyceeProfile,
  type LyceeRow,
  lycees,
} from "./demonstration-schools-data";

const occitanie = "76";
const sourceFile = "Démonstration : établissements fictifs";

/** Nature of each profile, as the directory codes and names it. */
const natures: Record<LyceeProfile, readonly [code: string, label: string]> = {
  general: ["300", "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE"],
  polyvalent: ["306", "LYCEE POLYVALENT"],
  professionnel: ["320", "LYCEE PROFESSIONNEL"],
  agricole: ["307", "LYCEE ENS GENERAL TECHNO PROF AGRICOLE"],
};

/** A school of the demonstration: a unit of the directory, and its pupils of seconde if it is a lycée. */
export type DemonstrationSchool = { unit: DirectoryUnit; pupilsSeconde: number | null };

/** UAI of the demonstration's schools by name, for scripts and tests that tell a story with them. */
export function demonstrationUai(name: string): Uai {
  const row = [...lycees, ...colleges, ...ecoles].find(([, rowName]) => rowName === name);
  if (row === undefined) throw new Error(`Établissement de démonstration inconnu : ${name}`);
  return composeUai(row[0]);
}

/** The demonstration's inspection district and training basin of a département: one of each is enough. */
export function demonstrationAreas(departementCode: string): {
  circonscription: Uai;
  bassin: string;
} {
  const number = Number.parseInt(departementCode, 10);
  return { circonscription: composeUai(9_998_000 + number), bassin: `999${departementCode}` };
}

/** Every school of the demonstration as it stands on `day` (AAAA-MM-JJ), without its postal address. */
export function demonstrationSchools(day: string): DemonstrationSchool[] {
  return [
    ...lycees.map((row) => ({ unit: lyceeUnit(row, day), pupilsSeconde: row[7] })),
    ...colleges.map((row) => ({ unit: collegeUnit(row, day), pupilsSeconde: null })),
    ...ecoles.map((row) => ({ unit: ecoleUnit(row, day), pupilsSeconde: null })),
  ];
}

/** Loads the demonstration's schools and the default owners of their equipment; idempotent. */
export async function seedDemonstrationSchools(tx: Tx, now: Date): Promise<void> {
  const day = isoDayInParis(now);
  const schools = demonstrationSchools(day);
  const communes = new Map(
    (
      await listCommunes(
        tx,
        schools.flatMap(({ unit }) => unit.communeCode ?? []),
      )
    ).map((commune) => [commune.code, commune] as const),
  );
  const codes = [...new Set(schools.flatMap(({ unit }) => unit.departementCode ?? []))].sort();
  await saveInspectionAreas(tx, {
    circonscriptions: codes.map((code) => ({
      code: demonstrationAreas(code).circonscription,
      name: `Circonscription fictive du département ${code}`,
      departementCode: code,
    })),
    bassins: codes.map((code) => ({
      code: demonstrationAreas(code).bassin,
      name: `Bassin fictif du département ${code}`,
      academieCode: academieOfDepartement(code)?.code ?? null,
    })),
  });
  const placed = schools.map(({ unit, pupilsSeconde }) => {
    const commune = communes.get(unit.communeCode ?? "");
    const place = { locality: commune?.name ?? null, postalCode: commune?.postalCode ?? null };
    const sites = unit.sites.map((site) => ({ ...site, ...place }));
    return { unit: { ...unit, ...place, sites }, pupilsSeconde };
  });
  await saveUnits(
    tx,
    placed.map(({ unit, pupilsSeconde }) => ({
      unit,
      sourceFile,
      sourceDate: day,
      updatedAt: now,
      fictitious: true,
      pupilsSeconde,
      pupilsSecondeSource: pupilsSeconde === null ? null : ("demonstration" as const),
      pupilsSecondeDate: pupilsSeconde === null ? null : day,
    })),
  );
  await recordDefaultOwners(
    tx,
    placed.map(({ unit }) => unit),
    now,
  );
}

function lyceeUnit(row: LyceeRow, day: string): DirectoryUnit {
  const [, , , , profile, sector, pupils] = row;
  const [natureCode, natureLabel] = natures[profile];
  const agricultural = profile === "agricole";
  return unitOf(row, day, pupils, {
    kind: "lycee",
    natureCode,
    natureLabel,
    ministry: agricultural ? "agriculture" : "education",
    sector,
    contract: sector === "prive" ? "association-totale" : "sans-objet",
    boarding: profile !== "general",
    generalTrack: profile !== "professionnel",
    technologicalTrack: profile !== "professionnel",
    vocationalTrack: profile !== "general",
  });
}

function collegeUnit(row: CollegeRow, day: string): DirectoryUnit {
  return unitOf(row, day, row[4], {
    kind: "college",
    natureCode: "340",
    natureLabel: "COLLEGE",
    ministry: "education",
    sector: "public",
    contract: "sans-objet",
    educationPriority: row[5],
    boarding: false,
  });
}

function ecoleUnit(row: EcoleRow, day: string): DirectoryUnit {
  return unitOf(row, day, row[4], {
    kind: "ecole",
    natureCode: "151",
    natureLabel: "ECOLE DE NIVEAU ELEMENTAIRE",
    ministry: "education",
    sector: "public",
    contract: "sans-objet",
    rpiConcentrated: false,
    circonscriptionCode: demonstrationAreas(row[3]).circonscription,
  });
}

function unitOf(
  [number, name, communeCode, departementCode]: LyceeRow | CollegeRow | EcoleRow,
  day: string,
  pupils: number,
  facts: Partial<DirectoryUnit> & Pick<DirectoryUnit, "kind">,
): DirectoryUnit {
  const unit: DirectoryUnit = {
    ...emptyFacts,
    ...facts,
    uai: composeUai(number),
    name,
    communeCode,
    fileCommuneCode: communeCode,
    departementCode,
    regionCode: occitanie,
    academieCode: academieOfDepartement(departementCode)?.code ?? null,
    bassinCode: demonstrationAreas(departementCode).bassin,
    pupils,
    pupilsSource: "demonstration",
    pupilsDate: day,
    open: true,
    state: "ouvert",
    kinds: [facts.kind],
    sites: [],
  };
  const { kind, natureCode, address, postalCode, locality, latitude, longitude } = unit;
  unit.sites = [{ name, kind, natureCode, address, postalCode, locality, latitude, longitude }];
  return unit;
}
