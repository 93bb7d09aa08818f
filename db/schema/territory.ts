import { boolean, index, integer, pgEnum, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { communeAliasKinds, epciNatures } from "../../app/domain/territory/vocabulary";

export const epciNature = pgEnum("epci_nature", epciNatures);
export const communeAliasKind = pgEnum("commune_alias_kind", communeAliasKinds);

/** Régions and overseas collectivités, by INSEE code. */
export const regions = pgTable("regions", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
});

/** Régions académiques carry the INSEE code of the région they cover. */
export const academicRegions = pgTable("academic_regions", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  regionCode: text("region_code")
    .notNull()
    .references(() => regions.code),
});

export const academies = pgTable("academies", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  /** Null for the vice-rectorats overseas, which belong to no région académique. */
  academicRegionCode: text("academic_region_code").references(() => academicRegions.code),
});

export const departements = pgTable(
  "departements",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    regionCode: text("region_code")
      .notNull()
      .references(() => regions.code),
    /** Null where nobody goes to school (Clipperton, Terres australes). */
    academieCode: text("academie_code").references(() => academies.code),
  },
  (table) => [index("departements_academie_idx").on(table.academieCode)],
);

export const epcis = pgTable("epcis", {
  siren: text("siren").primaryKey(),
  name: text("name").notNull(),
  nature: epciNature("nature").notNull(),
  population: integer("population"),
  /** Whether it equips the écoles of its communes; recorded by hand, the official division is silent. */
  holdsSchoolCompetence: boolean("holds_school_competence").notNull().default(false),
});

export const communes = pgTable(
  "communes",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    departementCode: text("departement_code")
      .notNull()
      .references(() => departements.code),
    regionCode: text("region_code")
      .notNull()
      .references(() => regions.code),
    epciSiren: text("epci_siren").references(() => epcis.siren),
    /** Municipal population; null where there is no permanent resident. */
    population: integer("population"),
    postalCode: text("postal_code"),
  },
  (table) => [
    index("communes_departement_idx").on(table.departementCode),
    index("communes_epci_idx").on(table.epciSiren),
  ],
);

/** Codes of former communes and of arrondissements, which files still use for a present commune. */
export const communeAliases = pgTable("commune_aliases", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  kind: communeAliasKind("kind").notNull(),
  communeCode: text("commune_code")
    .notNull()
    .references(() => communes.code),
});

/** Inspection districts of the first degree; they come with the directory, keyed by their own UAI. */
export const circonscriptions = pgTable(
  "circonscriptions",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    departementCode: text("departement_code").references(() => departements.code),
  },
  (table) => [index("circonscriptions_departement_idx").on(table.departementCode)],
);

/** Training basins of an académie; they come with the directory. */
export const bassins = pgTable(
  "bassins",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    academieCode: text("academie_code").references(() => academies.code),
  },
  (table) => [index("bassins_academie_idx").on(table.academieCode)],
);

/** Which edition of a reference was loaded, so that a start reads it again only when it changed. */
export const referenceLoads = pgTable("reference_loads", {
  name: text("name").primaryKey(),
  /** SHA-256 of the source, in lower-case hexadecimal. */
  fingerprint: text("fingerprint").notNull(),
  loadedAt: timestamp("loaded_at", { withTimezone: true }).notNull().defaultNow(),
});
