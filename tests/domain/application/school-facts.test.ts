import { describe, expect, it } from "vitest";
import { combineSchoolFacts, schoolFactsOf } from "~/domain/application/school-facts";
import { buildSchool } from "~tests/factories/school";

const described = (overrides: Parameters<typeof buildSchool>[0] = {}) => {
  const { unit, pupilsSeconde = null, pupilsSecondeSource = null } = buildSchool(overrides);
  return { ...unit, pupilsSeconde, pupilsSecondeSource, pupilsSecondeDate: null };
};

const millau = { name: "Millau", population: 22_000, epciSiren: "241200567" };

describe("what is known of a school", () => {
  it("is told in the words of campaigns, with the source of head-counts", () => {
    expect(schoolFactsOf(described(), millau)).toEqual({
      uai: "9991001J",
      name: "Lycée d’essai 1",
      kind: "lycee",
      nature: "302",
      sector: "public",
      ministry: "education",
      contract: "none",
      open: true,
      departement: "12",
      academie: "16",
      regionAcademique: "76",
      commune: "12145",
      communePopulation: 22_000,
      epci: "241200567",
      educationPriority: "none",
      pupils: {
        total: { value: 1142, source: "annuaire" },
        seconde: { value: 350, source: "saisie" },
      },
    });
  });

  it("leaves out what is not known, never as zero", () => {
    const facts = schoolFactsOf(
      described({ pupils: null, natureCode: null, contract: "inconnu", sector: null }),
      undefined,
    );
    for (const name of ["nature", "contract", "sector", "communePopulation", "epci"]) {
      expect(facts).not.toHaveProperty(name);
    }
    expect(facts.pupils).not.toHaveProperty("total");
  });

  it.each([
    [["lycee"], "lycee"],
    [["college"], "college"],
    [["ecole"], "college"],
    [[], "college"],
  ] as const)("of a cité scolaire follows the kinds wanted (%j): %s", (wanted, kind) => {
    const unit = described({ kind: "college", kinds: ["college", "lycee"] });
    expect(schoolFactsOf(unit, millau, wanted).kind).toBe(kind);
  });

  it.each([
    ["sans-objet", "none"],
    ["hors-contrat", "none"],
    ["association-partielle", "association"],
    ["simple-total", "simple"],
    ["agricole", "association"],
  ] as const)("gives the contract %s as %s", (contract, expected) => {
    expect(schoolFactsOf(described({ contract }), millau).contract).toBe(expected);
  });
});

describe("what is known of several schools", () => {
  const first = schoolFactsOf(described({ kind: "ecole", pupils: 80 }), millau);
  const second = schoolFactsOf(described({ kind: "ecole", pupils: 45, rank: 2 }), millau);
  const uncounted = schoolFactsOf(described({ kind: "ecole", pupils: null, rank: 3 }), millau);

  it("is what they share, with head-counts added up", () => {
    const facts = combineSchoolFacts([first, second]);
    expect(facts).toMatchObject({ kind: "ecole", commune: "12145", pupils: { total: 125 } });
    expect(facts).not.toHaveProperty("uai");
    expect(facts).not.toHaveProperty("name");
  });

  it("has no head-count when one school does not give its own", () => {
    expect(combineSchoolFacts([first, uncounted]).pupils).toEqual({});
  });

  it("is that of the school when there is one, and nothing when there is none", () => {
    expect(combineSchoolFacts([first])).toEqual(first);
    expect(combineSchoolFacts([])).toEqual({});
  });
});
