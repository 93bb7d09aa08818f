import {
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { actKinds } from "../../app/domain/jury/vocabulary";
import { applications } from "./applications";
import { campaigns } from "./campaigns";
import { id, instant, writtenAt } from "./columns";
import { directoryUnits } from "./directory";

/** What the jury proposes: level 1 to 3, or 0 for support; without levels, 1 retained or 0 not. */
export const juryProposals = pgTable("jury_proposals", {
  applicationId: uuid("application_id")
    .primaryKey()
    .references(() => applications.id, { onDelete: "cascade" }),
  level: smallint("level").notNull(),
  /** Mandatory when the level differs from the computed one. */
  reason: text("reason"),
  version: integer("version").notNull().default(1),
  proposedBy: uuid("proposed_by").notNull(),
  proposedAt: writtenAt("proposed_at"),
});

/** One publication a campaign: all its decisions at once. */
export const publications = pgTable(
  "publications",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    publishedBy: uuid("published_by").notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (table) => [uniqueIndex("publications_campaign").on(table.campaignId)],
);

/** The dated, numbered acts by which the deciding authorities decided. */
export const acts = pgTable(
  "acts",
  {
    id: id(),
    publicationId: uuid("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    authorityId: text("authority_id").notNull(),
    authorityTitle: text("authority_title").notNull(),
    signatory: text("signatory").notNull(),
    kind: text("kind", { enum: actKinds }).notNull(),
    number: text("number").notNull(),
    signedOn: date("signed_on", { mode: "string" }).notNull(),
  },
  (table) => [uniqueIndex("acts_authority").on(table.publicationId, table.authorityId)],
);

export const decisions = pgTable("decisions", {
  applicationId: uuid("application_id")
    .primaryKey()
    .references(() => applications.id),
  publicationId: uuid("publication_id")
    .notNull()
    .references(() => publications.id),
  level: smallint("level").notNull(),
  reason: text("reason"),
});

/** A label that a school holds, with its validity. */
export const labels = pgTable(
  "labels",
  {
    id: id(),
    uai: text("uai")
      .notNull()
      .references(() => directoryUnits.uai),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    level: smallint("level").notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validUntil: date("valid_until", { mode: "string" }).notNull(),
  },
  (table) => [
    index("labels_uai").on(table.uai),
    uniqueIndex("labels_once").on(table.campaignId, table.uai),
  ],
);
