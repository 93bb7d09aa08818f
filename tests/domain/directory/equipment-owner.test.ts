import { describe, expect, it } from "vitest";
import { defaultEquipmentOwner, type OwnedSchool } from "~/domain/directory/equipment-owner";

const base: OwnedSchool = {
  kind: "college",
  sector: "public",
  ministry: "education",
  communeCode: "12145",
  departementCode: "12",
  regionCode: "76",
  epci: { siren: "241200567", nature: "CC", holdsSchoolCompetence: false },
};
const competent = { siren: "241200567", nature: "CC", holdsSchoolCompetence: true };
const lyon = { siren: "200046977", nature: "MET69", holdsSchoolCompetence: false };

type Case = [
  title: string,
  school: Partial<OwnedSchool>,
  kind: string | null,
  code: string | null,
  reason: string,
];

const cases: Case[] = [
  ["an école", { kind: "ecole" }, "commune", "12145", "ecole-commune"],
  [
    "an école, competent EPCI",
    { kind: "ecole", epci: competent },
    "epci",
    "241200567",
    "ecole-epci-competent",
  ],
  ["an école without EPCI", { kind: "ecole", epci: null }, "commune", "12145", "ecole-commune"],
  [
    "an école of Corsica",
    { kind: "ecole", departementCode: "2A", communeCode: "2A004" },
    "commune",
    "2A004",
    "ecole-commune",
  ],
  [
    "an école without commune",
    { kind: "ecole", communeCode: null },
    null,
    null,
    "territoire-inconnu",
  ],
  ["a collège", {}, "departement", "12", "college-departement"],
  ["a collège, competent EPCI", { epci: competent }, "departement", "12", "college-departement"],
  [
    "a collège of Bas-Rhin",
    { departementCode: "67", regionCode: "44" },
    "collectivite-alsace",
    "6AE",
    "college-collectivite-alsace",
  ],
  [
    "a collège of Haut-Rhin",
    { departementCode: "68", regionCode: "44" },
    "collectivite-alsace",
    "6AE",
    "college-collectivite-alsace",
  ],
  [
    "a collège of the Métropole de Lyon",
    { departementCode: "69", regionCode: "84", epci: lyon },
    "metropole-lyon",
    "200046977",
    "college-metropole-lyon",
  ],
  [
    "a collège of Rhône elsewhere",
    { departementCode: "69", regionCode: "84" },
    "departement",
    "69",
    "college-departement",
  ],
  [
    "a collège of Corsica",
    { departementCode: "2B", regionCode: "94" },
    "collectivite-unique",
    "94",
    "collectivite-unique",
  ],
  [
    "a collège of Martinique",
    { departementCode: "972", regionCode: "02" },
    "collectivite-unique",
    "02",
    "collectivite-unique",
  ],
  [
    "a lycée of Guyane",
    { kind: "lycee", departementCode: "973", regionCode: "03" },
    "collectivite-unique",
    "03",
    "collectivite-unique",
  ],
  [
    "a collège of Guadeloupe",
    { departementCode: "971", regionCode: "01" },
    "departement",
    "971",
    "college-departement",
  ],
  ["a lycée", { kind: "lycee" }, "region", "76", "lycee-region"],
  ["an EREA", { kind: "erea" }, "region", "76", "lycee-region"],
  [
    "a public agricultural lycée",
    { kind: "lycee", ministry: "agriculture" },
    "region",
    "76",
    "lycee-region",
  ],
  [
    "a lycée of the Métropole de Lyon",
    { kind: "lycee", departementCode: "69", regionCode: "84", epci: lyon },
    "region",
    "84",
    "lycee-region",
  ],
  ["a military lycée", { kind: "lycee", ministry: "defense" }, null, null, "etat"],
  ["a private lycée", { kind: "lycee", sector: "prive" }, null, null, "prive-organisme-de-gestion"],
  [
    "a private école",
    { kind: "ecole", sector: "prive", epci: competent },
    null,
    null,
    "prive-organisme-de-gestion",
  ],
  [
    "a collège of Nouvelle-Calédonie",
    { departementCode: "988", regionCode: "988" },
    null,
    null,
    "statut-particulier",
  ],
  ["a school nowhere", { departementCode: null }, null, null, "territoire-inconnu"],
  ["a section", { kind: "section" }, null, null, "sans-equipement-propre"],
  [
    "a service",
    { kind: "service-administratif", sector: null },
    null,
    null,
    "sans-equipement-propre",
  ],
];

describe("defaultEquipmentOwner", () => {
  it.each(cases)("%s", (_title, school, kind, code, reason) => {
    const owner = kind === null ? null : { kind, code };
    expect(defaultEquipmentOwner({ ...base, ...school })).toEqual({ owner, reason });
  });
});
