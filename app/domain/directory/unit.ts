import type { Uai } from "./uai";
import type {
  AttachmentKind,
  Contract,
  EducationPriority,
  HeadcountSource,
  Ministry,
  Sector,
  UnitKind,
  UnitState,
} from "./vocabulary";

/** One place or one half of a unit: a row of the file. */
export type UnitSite = {
  name: string;
  kind: UnitKind;
  natureCode: string | null;
  address: string | null;
  postalCode: string | null;
  locality: string | null;
  latitude: number | null;
  longitude: number | null;
};

/** What a file says of a unit. A fact that its columns do not carry is absent, and then kept as it was. */
export type UnitFacts = {
  name: string;
  kind: UnitKind;
  natureCode: string | null;
  natureLabel: string | null;
  ministry: Ministry;
  sector: Sector | null;
  contract: Contract;
  communeCode: string | null;
  fileCommuneCode: string | null;
  departementCode: string | null;
  academieCode: string | null;
  regionCode: string | null;
  circonscriptionCode: string | null;
  bassinCode: string | null;
  motherUai: string | null;
  attachment: AttachmentKind | null;
  rpiConcentrated: boolean | null;
  rpiDispersedCode: string | null;
  address: string | null;
  postalCode: string | null;
  locality: string | null;
  latitude: number | null;
  longitude: number | null;
  siret: string | null;
  pupils: number | null;
  pupilsSource: HeadcountSource | null;
  pupilsDate: string | null;
  educationPriority: EducationPriority | null;
  boarding: boolean | null;
  generalTrack: boolean | null;
  technologicalTrack: boolean | null;
  vocationalTrack: boolean | null;
  institutionalMail: string | null;
  open: boolean;
  state: UnitState;
  openedOn: string | null;
};

/** A unit as it is stored: every fact, the kinds of all its sites, and the sites. */
export type DirectoryUnit = UnitFacts & { uai: Uai; kinds: UnitKind[]; sites: UnitSite[] };

/** A unit as a file tells it. */
export type IncomingUnit = {
  uai: Uai;
  facts: Partial<UnitFacts>;
  sites: UnitSite[];
  sourceDate: string | null;
};

/** What a unit is when its file is silent. */
export const emptyFacts: UnitFacts = {
  name: "",
  kind: "autre",
  natureCode: null,
  natureLabel: null,
  ministry: "autre",
  sector: null,
  contract: "inconnu",
  communeCode: null,
  fileCommuneCode: null,
  departementCode: null,
  academieCode: null,
  regionCode: null,
  circonscriptionCode: null,
  bassinCode: null,
  motherUai: null,
  attachment: null,
  rpiConcentrated: null,
  rpiDispersedCode: null,
  address: null,
  postalCode: null,
  locality: null,
  latitude: null,
  longitude: null,
  siret: null,
  pupils: null,
  pupilsSource: null,
  pupilsDate: null,
  educationPriority: null,
  boarding: null,
  generalTrack: null,
  technologicalTrack: null,
  vocationalTrack: null,
  institutionalMail: null,
  open: true,
  state: "inconnu",
  openedOn: null,
};
