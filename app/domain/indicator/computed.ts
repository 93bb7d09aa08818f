import type { RatePart } from "./pool-rates";
import type { CountedMeasure, IndicatorUnit } from "./vocabulary";

/** What the platform itself counts in one département, from which its own indicators are made. */
export type TerritoryFacts = {
  /** Open public schools inside the perimeter of the current label campaign. */
  readonly schools: number;
  /** Among them, those whose application was submitted and not withdrawn. */
  readonly submitted: number;
  /** Among them, those that hold a label, then a label of level 3, on the day looked at. */
  readonly labelled: number;
  readonly levelThree: number;
  /** Units of the adopted allocation plan: granted, and those that the labels give a right to. */
  readonly allocated: number;
  readonly entitled: number;
  /** Units of the roll-out: planned, then those that have reached each step. */
  readonly planned: number;
  readonly ordered: number;
  readonly delivered: number;
  readonly installed: number;
};

/** The fact that each counted measure makes (see `countsOf`). */
export const factOfMeasure: Readonly<Record<CountedMeasure, keyof TerritoryFacts>> = {
  schools: "schools",
  submitted: "submitted",
  labelled: "labelled",
  "level-three": "levelThree",
  allocated: "allocated",
  entitled: "entitled",
  planned: "planned",
  ordered: "ordered",
  delivered: "delivered",
  installed: "installed",
};

/** What must exist before an indicator says anything. */
export type Requirement = "campaign" | "publication" | "plan" | "programme";

export type ComputedIndicator = {
  readonly unit: IndicatorUnit;
  readonly needs: Requirement;
  /** True when it can be known for a past day. */
  readonly isDated: boolean;
  readonly counts: (facts: TerritoryFacts) => RatePart;
};

/** Indicators computed from the platform's own data, by code. Their counts are summed, never their rates. */
export const computedIndicators = {
  "candidatures-transmises": {
    unit: "percent",
    needs: "campaign",
    isDated: false,
    counts: (facts) => ({ numerator: facts.submitted, denominator: facts.schools }),
  },
  "lycees-labellises": {
    unit: "percent",
    needs: "publication",
    isDated: true,
    counts: (facts) => ({ numerator: facts.labelled, denominator: facts.schools }),
  },
  "lycees-niveau-3": {
    unit: "percent",
    needs: "publication",
    isDated: true,
    counts: (facts) => ({ numerator: facts.levelThree, denominator: facts.schools }),
  },
  "eleves-equipes": {
    unit: "count",
    needs: "plan",
    isDated: false,
    counts: (facts) => ({ numerator: facts.allocated, denominator: facts.entitled }),
  },
  deploiement: {
    unit: "percent",
    needs: "programme",
    isDated: false,
    counts: (facts) => ({ numerator: facts.installed, denominator: facts.planned }),
  },
} as const satisfies Record<string, ComputedIndicator>;

export type ComputedCode = keyof typeof computedIndicators;

export const computedCodes = Object.keys(computedIndicators) as ComputedCode[];

export function isComputedCode(code: string): code is ComputedCode {
  return Object.hasOwn(computedIndicators, code);
}
