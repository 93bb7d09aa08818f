import {
  contractKinds,
  educationPriorities,
  ministries,
  pupilLevels,
  schoolKinds,
  schoolSectors,
} from "../campaign/vocabulary";
import type { SchoolFacts } from "./facts-schema";

// No schema in this file: the evaluator reads it in the browser too.
export type { Headcount, SchoolFacts } from "./facts-schema";

type PlainFactName = Exclude<keyof SchoolFacts, "pupils">;
export type SchoolFactName = PlainFactName | `pupils.${(typeof pupilLevels)[number]}`;

const plainFacts = {
  uai: "text",
  name: "text",
  kind: "text",
  nature: "text",
  sector: "text",
  ministry: "text",
  contract: "text",
  open: "boolean",
  departement: "text",
  academie: "text",
  regionAcademique: "text",
  commune: "text",
  communePopulation: "number",
  urbanUnitPopulation: "number",
  epci: "text",
  educationPriority: "text",
  boarding: "boolean",
  vocational: "boolean",
} as const satisfies Record<PlainFactName, "text" | "number" | "boolean">;

/** Closed values of the facts that have them; a comparison with another value is a fault. */
export const closedFacts: Partial<Record<SchoolFactName, readonly string[]>> = {
  kind: schoolKinds,
  sector: schoolSectors,
  ministry: ministries,
  contract: contractKinds,
  educationPriority: educationPriorities,
};

/** Type of each known fact, by the name an expression gives it (`{ "school": "pupils.seconde" }`). */
export const schoolFactTypes: ReadonlyMap<string, "text" | "number" | "boolean"> = new Map<
  string,
  "text" | "number" | "boolean"
>([
  ...Object.entries(plainFacts),
  ...pupilLevels.map((level) => [`pupils.${level}`, "number"] as const),
]);

/** True when a name is one of the facts that an expression may read. */
export function isSchoolFactName(name: string): name is SchoolFactName {
  return schoolFactTypes.has(name);
}

/** The plain value of a fact, or undefined when it is not known. Head-counts lose their source here. */
export function readSchoolFact(
  school: SchoolFacts,
  name: SchoolFactName,
): string | number | boolean | undefined {
  if (name.startsWith("pupils.")) {
    const level = name.slice("pupils.".length) as keyof NonNullable<SchoolFacts["pupils"]>;
    const count = school.pupils?.[level];
    return typeof count === "object" ? count.value : count;
  }
  return school[name as PlainFactName];
}
