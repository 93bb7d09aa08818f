import type {
  ContractKind,
  EducationPriority,
  Ministry,
  PupilLevel,
  SchoolKind,
  SchoolSector,
} from "../campaign/vocabulary";
import type { UnitFacts } from "../directory/unit";
import type {
  HeadcountSource,
  Contract as UnitContract,
  UnitKind,
  Ministry as UnitMinistry,
  Sector as UnitSector,
} from "../directory/vocabulary";
import type { Headcount, SchoolFacts } from "../expression/facts";
import { academies } from "../territory/academies";

/** What the evaluator may know of a school, as the directory keeps it. */
export type DescribedUnit = Pick<
  UnitFacts,
  | "name"
  | "kind"
  | "natureCode"
  | "ministry"
  | "sector"
  | "contract"
  | "communeCode"
  | "departementCode"
  | "academieCode"
  | "pupils"
  | "pupilsSource"
  | "pupilsDate"
  | "educationPriority"
  | "boarding"
  | "vocationalTrack"
  | "open"
> & {
  readonly uai: string;
  readonly kinds: readonly UnitKind[];
  readonly pupilsSeconde: number | null;
  readonly pupilsSecondeSource: HeadcountSource | null;
  readonly pupilsSecondeDate: string | null;
};

/** The commune of a school: its population and EPCI, when they are known. */
export type DescribedCommune = {
  readonly name: string;
  readonly population: number | null;
  readonly epciSiren: string | null;
};

const kindOf: Readonly<Record<UnitKind, SchoolKind>> = {
  ecole: "ecole",
  college: "college",
  lycee: "lycee",
  erea: "erea",
  section: "autre",
  "maison-familiale": "autre",
  superieur: "autre",
  "medico-social": "medico-social",
  cio: "information-orientation",
  "service-administratif": "service-administratif",
  autre: "autre",
};

const ministryOf: Readonly<Record<UnitMinistry, Ministry>> = {
  education: "education",
  agriculture: "agriculture",
  mer: "mer",
  defense: "defense",
  sante: "sante",
  superieur: "other",
  justice: "other",
  culture: "other",
  travail: "other",
  autre: "other",
};

const sectorOf: Readonly<Record<UnitSector, SchoolSector>> = { public: "public", prive: "private" };

/** A private agricultural school under contract takes part in the public service: an association. */
const contractOf: Readonly<Record<UnitContract, ContractKind | undefined>> = {
  "sans-objet": "none",
  "association-totale": "association",
  "association-partielle": "association",
  "simple-total": "simple",
  "simple-partiel": "simple",
  agricole: "association",
  reconnu: "none",
  "hors-contrat": "none",
  inconnu: undefined,
};

function headcount(
  value: number | null,
  source: HeadcountSource | null,
  observedOn: string | null,
): Headcount | undefined {
  if (value === null) return undefined;
  return { value, source: source ?? "annuaire", ...(observedOn !== null && { observedOn }) };
}

/**
 * What is known of a school, in the words of campaigns. A cité scolaire is a collège and a lycée
 * under one UAI: `wantedKinds` (those of the campaign's perimeter) says as which it applies. What the
 * directory does not tell is left out, never zero.
 */
export function schoolFactsOf(
  unit: DescribedUnit,
  commune: DescribedCommune | undefined,
  wantedKinds: readonly SchoolKind[] = [],
): SchoolFacts {
  const kinds = [unit.kind, ...unit.kinds].map((kind) => kindOf[kind]);
  const kind = kinds.find((candidate) => wantedKinds.includes(candidate)) ?? kindOf[unit.kind];
  const academie = academies.find((candidate) => candidate.code === unit.academieCode);
  const priority: EducationPriority = unit.educationPriority ?? "none";
  const total = headcount(unit.pupils, unit.pupilsSource, unit.pupilsDate);
  const seconde = headcount(unit.pupilsSeconde, unit.pupilsSecondeSource, unit.pupilsSecondeDate);
  return withoutAbsent({
    uai: unit.uai,
    name: unit.name,
    kind,
    nature: unit.natureCode ?? undefined,
    sector: unit.sector === null ? undefined : sectorOf[unit.sector],
    ministry: ministryOf[unit.ministry],
    contract: contractOf[unit.contract],
    open: unit.open,
    departement: unit.departementCode ?? undefined,
    academie: unit.academieCode ?? undefined,
    regionAcademique: academie?.academicRegionCode ?? undefined,
    commune: unit.communeCode ?? undefined,
    communePopulation: commune?.population ?? undefined,
    epci: commune?.epciSiren ?? undefined,
    educationPriority: priority,
    boarding: unit.boarding ?? undefined,
    vocational: unit.vocationalTrack ?? undefined,
    pupils: withoutAbsent({ total, seconde }),
  });
}

/**
 * The facts of an application that covers several schools: those that all share, and head-counts
 * added up only when each school gives its own.
 */
export function combineSchoolFacts(schools: readonly SchoolFacts[]): SchoolFacts {
  const [first, ...others] = schools;
  if (first === undefined) return {};
  if (others.length === 0) return first;
  const shared = Object.entries(first).filter(
    ([name, value]) =>
      name !== "pupils" && others.every((school) => Reflect.get(school, name) === value),
  );
  const levels = Object.keys(first.pupils ?? {}) as PupilLevel[];
  const pupils = Object.fromEntries(
    levels.flatMap((level) => {
      const counts = schools.map((school) => plainCount(school.pupils?.[level]));
      if (counts.some((count) => count === undefined)) return [];
      return [[level, counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)]];
    }),
  );
  return { ...(Object.fromEntries(shared) as SchoolFacts), pupils };
}

function plainCount(count: Headcount | undefined): number | undefined {
  return typeof count === "object" ? count.value : count;
}

function withoutAbsent<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
