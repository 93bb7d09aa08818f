import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import {
  attachmentKinds,
  contracts,
  educationPriorities,
  headcountSources,
  ministries,
  ownerKinds,
  sectors,
  unitKinds,
  unitStates,
} from "../../app/domain/directory/vocabulary";
import { academies, bassins, circonscriptions, communes, departements, regions } from "./territory";

export const unitKind = pgEnum("unit_kind", unitKinds);
export const unitMinistry = pgEnum("unit_ministry", ministries);
export const unitSector = pgEnum("unit_sector", sectors);
export const unitContract = pgEnum("unit_contract", contracts);
export const unitAttachment = pgEnum("unit_attachment", attachmentKinds);
export const unitState = pgEnum("unit_state", unitStates);
export const educationPriority = pgEnum("education_priority", educationPriorities);
export const headcountSource = pgEnum("headcount_source", headcountSources);
export const equipmentOwnerKind = pgEnum("equipment_owner_kind", ownerKinds);

/** Every unit of the directory, one row per UAI: schools, but services and sections too. */
export const directoryUnits = pgTable(
  "directory_units",
  {
    uai: text("uai").primaryKey(),
    name: text("name").notNull(),
    kind: unitKind("kind").notNull(),
    /** All the kinds its sites have: a cité scolaire is a collège and a lycée under one UAI. */
    kinds: unitKind("kinds").array().notNull(),
    natureCode: text("nature_code"),
    natureLabel: text("nature_label"),
    ministry: unitMinistry("ministry").notNull(),
    /** Null for an administrative service. */
    sector: unitSector("sector"),
    contract: unitContract("contract").notNull(),
    /** The present commune; `fileCommuneCode` keeps what the file says (a former commune, an arrondissement). */
    communeCode: text("commune_code").references(() => communes.code),
    fileCommuneCode: text("file_commune_code"),
    departementCode: text("departement_code").references(() => departements.code),
    academieCode: text("academie_code").references(() => academies.code),
    regionCode: text("region_code").references(() => regions.code),
    circonscriptionCode: text("circonscription_code").references(() => circonscriptions.code),
    bassinCode: text("bassin_code").references(() => bassins.code),
    /** No foreign key: a mother unit may stand in another file. */
    motherUai: text("mother_uai"),
    attachment: unitAttachment("attachment"),
    rpiConcentrated: boolean("rpi_concentrated"),
    rpiDispersedCode: text("rpi_dispersed_code"),
    address: text("address"),
    postalCode: text("postal_code"),
    locality: text("locality"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    siret: text("siret"),
    pupils: integer("pupils"),
    pupilsSource: headcountSource("pupils_source"),
    pupilsDate: date("pupils_date", { mode: "string" }),
    pupilsSeconde: integer("pupils_seconde"),
    pupilsSecondeSource: headcountSource("pupils_seconde_source"),
    pupilsSecondeDate: date("pupils_seconde_date", { mode: "string" }),
    educationPriority: educationPriority("education_priority"),
    boarding: boolean("boarding"),
    generalTrack: boolean("general_track"),
    technologicalTrack: boolean("technological_track"),
    vocationalTrack: boolean("vocational_track"),
    institutionalMail: text("institutional_mail"),
    open: boolean("open").notNull(),
    state: unitState("state").notNull(),
    openedOn: date("opened_on", { mode: "string" }),
    sourceFile: text("source_file").notNull(),
    sourceDate: date("source_date", { mode: "string" }),
    /** Made by the demonstration: shown as such wherever its name appears. */
    fictitious: boolean("fictitious").notNull().default(false),
    updatedAt: timestamp("updated_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [
    index("directory_units_departement_kind_idx").on(table.departementCode, table.kind),
    index("directory_units_academie_kind_idx").on(table.academieCode, table.kind),
    index("directory_units_commune_idx").on(table.communeCode),
    index("directory_units_circonscription_idx").on(table.circonscriptionCode),
    index("directory_units_bassin_idx").on(table.bassinCode),
    index("directory_units_mother_idx").on(table.motherUai),
  ],
);

/** The rows a file gave for one UAI: sites of a school, or its collège and its lycée. */
export const directoryUnitSites = pgTable(
  "directory_unit_sites",
  {
    uai: text("uai")
      .notNull()
      .references(() => directoryUnits.uai),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    kind: unitKind("kind").notNull(),
    natureCode: text("nature_code"),
    address: text("address"),
    postalCode: text("postal_code"),
    locality: text("locality"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
  },
  (table) => [primaryKey({ columns: [table.uai, table.position] })],
);

/** Who owns a school's equipment, dated. A null owner kind means that no collectivité does, `source` says why. */
export const equipmentOwners = pgTable(
  "equipment_owners",
  {
    uai: text("uai")
      .notNull()
      .references(() => directoryUnits.uai),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validTo: date("valid_to", { mode: "string" }),
    ownerKind: equipmentOwnerKind("owner_kind"),
    ownerCode: text("owner_code"),
    source: text("source").notNull(),
    overridden: boolean("overridden").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.uai, table.validFrom] }),
    index("equipment_owners_owner_idx").on(table.ownerKind, table.ownerCode),
  ],
);
