import type { Role, ScopeKind } from "../../app/domain/access/vocabulary";
import { demonstrationAreas, demonstrationUai } from "./demonstration-schools";

/** An organisation of the demonstration, named by a key that people refer to. */
export const demonstrationOrganisations = {
  region: { kind: "region", code: "76", name: "Région Occitanie", subtitle: "Lycées et numérique" },
  toulouse: { kind: "academie", code: "16", name: "Académie de Toulouse", subtitle: "DANE" },
  montpellier: { kind: "academie", code: "11", name: "Académie de Montpellier", subtitle: "DANE" },
  drane: {
    kind: "academic-region",
    code: "76",
    name: "Région académique Occitanie",
    subtitle: "DRANE",
  },
  draaf: { kind: "draaf", code: "76", name: "DRAAF Occitanie", subtitle: "Enseignement agricole" },
  lot: {
    kind: "departement-council",
    code: "46",
    name: "Département du Lot",
    subtitle: "Conseil départemental",
  },
} as const;
export type OrganisationKey = keyof typeof demonstrationOrganisations;

export type DemonstrationPerson = {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly organisation?: OrganisationKey;
  readonly memberships: readonly {
    readonly role: Role;
    readonly scopeKind: ScopeKind;
    readonly scopeCode: string;
  }[];
};

const at = (name: string) => `${name}@jalons.example`;
const alienorVidal = demonstrationUai("Lycée polyvalent Aliénor-Vidal");

/** Commune of the demonstration's call for projects, with the school that its mayor applies for. */
export const ruralCommune = {
  code: "46045",
  school: demonstrationUai("École primaire Suzanne-Periès"),
};

/** Invented people, one for each role of the path, all with the demonstration's public password. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    email: at("helene.castagne"),
    givenName: "Hélène",
    familyName: "Castagné",
    title: "Proviseure, lycée Aliénor-Vidal",
    memberships: [{ role: "head", scopeKind: "school", scopeCode: alienorVidal }],
  },
  {
    email: at("karim.benslimane"),
    givenName: "Karim",
    familyName: "Benslimane",
    title: "Référent numérique, lycée Aliénor-Vidal",
    memberships: [{ role: "school-member", scopeKind: "school", scopeCode: alienorVidal }],
  },
  {
    email: at("sophie.marty"),
    givenName: "Sophie",
    familyName: "Marty",
    title: "Gestionnaire",
    memberships: [],
  },
  {
    email: at("julien.roques"),
    givenName: "Julien",
    familyName: "Roques",
    title: "Enseignant",
    memberships: [],
  },
  {
    email: at("nadege.pujol"),
    givenName: "Nadège",
    familyName: "Pujol",
    title: "DANE de Toulouse",
    organisation: "toulouse",
    memberships: [{ role: "dane-officer", scopeKind: "academie", scopeCode: "16" }],
  },
  {
    email: at("marc.esteve"),
    givenName: "Marc",
    familyName: "Estève",
    title: "DANE de Montpellier",
    organisation: "montpellier",
    memberships: [{ role: "dane-officer", scopeKind: "academie", scopeCode: "11" }],
  },
  {
    email: at("agnes.lacaze"),
    givenName: "Agnès",
    familyName: "Lacaze",
    title: "DRAAF Occitanie, enseignement agricole",
    organisation: "draaf",
    memberships: [{ role: "draaf-officer", scopeKind: "ministry", scopeCode: "agriculture" }],
  },
  {
    email: at("paul.vergnes"),
    givenName: "Paul",
    familyName: "Vergnes",
    title: "DRANE Occitanie, responsable de la campagne",
    organisation: "drane",
    memberships: [{ role: "drane-officer", scopeKind: "academic-region", scopeCode: "76" }],
  },
  {
    email: at("bernard.lafforgue"),
    givenName: "Bernard",
    familyName: "Lafforgue",
    title: "Président du jury",
    memberships: [{ role: "jury-chair", scopeKind: "academic-region", scopeCode: "76" }],
  },
  {
    email: at("claire.soulie"),
    givenName: "Claire",
    familyName: "Soulié",
    title: "Région Occitanie, dotations des lycées",
    organisation: "region",
    memberships: [{ role: "region-officer", scopeKind: "region", scopeCode: "76" }],
  },
  {
    email: at("ines.ferrand"),
    givenName: "Inès",
    familyName: "Ferrand",
    title: "Région Occitanie, déploiement dans l’Aveyron",
    organisation: "region",
    memberships: [{ role: "rollout-officer", scopeKind: "departement", scopeCode: "12" }],
  },
  {
    email: at("thomas.delpech"),
    givenName: "Thomas",
    familyName: "Delpech",
    title: "Département du Lot, équipement des collèges",
    organisation: "lot",
    memberships: [{ role: "rollout-officer", scopeKind: "departement", scopeCode: "46" }],
  },
  {
    email: at("simone.cabanel"),
    givenName: "Simone",
    familyName: "Cabanel",
    title: "Maire, commune du Lot",
    memberships: [{ role: "mayor", scopeKind: "commune", scopeCode: ruralCommune.code }],
  },
  {
    email: at("lucas.roumegous"),
    givenName: "Lucas",
    familyName: "Roumégous",
    title: "Directeur d’école",
    memberships: [{ role: "school-director", scopeKind: "school", scopeCode: ruralCommune.school }],
  },
  {
    email: at("jeanne.albouy"),
    givenName: "Jeanne",
    familyName: "Albouy",
    title: "Inspectrice de l’éducation nationale, Lot",
    memberships: [
      {
        role: "ien",
        scopeKind: "circonscription",
        scopeCode: demonstrationAreas("46").circonscription,
      },
    ],
  },
  {
    email: at("administration"),
    givenName: "Amina",
    familyName: "Gleizes",
    title: "Administratrice de la plateforme",
    memberships: [{ role: "administrator", scopeKind: "everything", scopeCode: "" }],
  },
];
