import { compileExpression } from "../expression/compile";
import { readSchoolFact, type SchoolFactName, type SchoolFacts } from "../expression/facts";
import type { Scope } from "../expression/frame";
import type { Expr } from "../expression/types";
import { UNDEFINED, type Value } from "../expression/value";
import type { CampaignDocument, Perimeter } from "./document";

export type PerimeterRefusal =
  | "kind"
  | "nature"
  | "sector"
  | "ministry"
  | "contract"
  | "departement"
  | "academie"
  | "region-academique"
  | "closed"
  | "commune-population"
  | "urban-unit-population"
  | "condition";

/** True when a list is not given, or holds the school's value. An unknown value is never in a list. */
function isListed(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}

function isWithin(max: number | undefined, value: number | undefined): boolean {
  return max === undefined || (value !== undefined && value <= max);
}

/** Every reason why a school is out of a campaign's perimeter; none when it may apply. */
export function perimeterRefusals(perimeter: Perimeter, school: SchoolFacts): PerimeterRefusal[] {
  const checks: [PerimeterRefusal, boolean][] = [
    ["kind", isListed(perimeter.kinds, school.kind)],
    ["nature", isListed(perimeter.natures, school.nature)],
    ["sector", isListed(perimeter.sectors, school.sector)],
    ["ministry", isListed(perimeter.ministries, school.ministry)],
    ["contract", isListed(perimeter.contracts, school.contract)],
    ["departement", isListed(perimeter.departements, school.departement)],
    ["academie", isListed(perimeter.academies, school.academie)],
    ["region-academique", isListed(perimeter.regionsAcademiques, school.regionAcademique)],
    ["closed", !perimeter.openOnly || school.open === true],
    ["commune-population", isWithin(perimeter.maxCommunePopulation, school.communePopulation)],
    [
      "urban-unit-population",
      // Outside any urban unit there is nothing to bound: an unknown size is a rural commune.
      school.urbanUnitPopulation === undefined ||
        isWithin(perimeter.maxUrbanUnitPopulation, school.urbanUnitPopulation),
    ],
    ["condition", perimeter.when === undefined || holdsForSchool(perimeter.when, school)],
  ];
  return checks.filter(([, isMet]) => !isMet).map(([reason]) => reason);
}

/** True when a school may apply to a campaign. */
export function isInPerimeter(document: CampaignDocument, school: SchoolFacts): boolean {
  return perimeterRefusals(document.perimeter, school).length === 0;
}

/** True when a condition over known facts holds; an absent value is a refusal. */
export function holdsForSchool(condition: Expr, school: SchoolFacts): boolean {
  const names: SchoolFactName[] = [];
  const scope: Scope = {
    answerSlot: () => undefined,
    fieldSlot: () => undefined,
    factSlot: (name) => names.push(name) - 1,
    blockFields: () => undefined,
  };
  const closure = compileExpression(condition, scope);
  const facts = names.map((name): Value => readSchoolFact(school, name) ?? UNDEFINED);
  return closure({ values: [], facts, row: [] }) === true;
}
