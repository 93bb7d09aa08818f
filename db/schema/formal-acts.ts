import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { formalBodies, formalOutcomes, opinions } from "../../app/domain/application/vocabulary";
import { applications, fileContents, submissions } from "./applications";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

const application = () =>
  uuid("application_id")
    .notNull()
    .references(() => applications.id, { onDelete: "cascade" });

/** The act of a board or council over an application, with its file; one that is replaced stays here. */
export const formalActs = pgTable(
  "formal_acts",
  {
    id: id(),
    applicationId: application(),
    body: text("body", { enum: formalBodies }).notNull(),
    /** The day of the session. */
    heldOn: date("held_on", { mode: "string" }).notNull(),
    number: text("number").notNull(),
    outcome: text("outcome", { enum: formalOutcomes }).notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Bytes. */
    size: bigint("size", { mode: "number" }).notNull(),
    sha256: text("sha256")
      .notNull()
      .references(() => fileContents.sha256),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: writtenAt("recorded_at"),
    removedBy: uuid("removed_by"),
    removedAt: instant("removed_at"),
  },
  (table) => [
    uniqueIndex("formal_acts_one_standing")
      .on(table.applicationId)
      .where(sql`${table.removedAt} is null`),
    index("formal_acts_content").on(table.sha256),
    check(
      "formal_acts_body",
      sql`${table.body} in ('conseil-administration', 'conseil-municipal', 'conseil-communautaire')`,
    ),
    check("formal_acts_outcome", sql`${table.outcome} in ('adopted', 'rejected')`),
    check("formal_acts_removed", sql`(${table.removedAt} is null) = (${table.removedBy} is null)`),
  ],
);

/** A request for the opinion of the owning collectivité, and the opinion, given once. */
export const endorsementRequests = pgTable(
  "endorsement_requests",
  {
    id: id(),
    applicationId: application(),
    /** The collectivité, as the school names it. */
    authority: text("authority").notNull(),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: writtenAt("asked_at"),
    opinion: text("opinion", { enum: opinions }),
    reasons: text("reasons"),
    giverName: text("giver_name"),
    giverTitle: text("giver_title"),
    givenAt: instant("given_at"),
    cancelledBy: uuid("cancelled_by").references(() => people.id),
    cancelledAt: instant("cancelled_at"),
  },
  (table) => [
    uniqueIndex("endorsement_requests_one_standing")
      .on(table.applicationId)
      .where(sql`${table.cancelledAt} is null`),
    check(
      "endorsement_requests_opinion",
      sql`${table.opinion} in ('favourable', 'with-reservations', 'unfavourable') and (${table.opinion} = 'favourable' or ${table.reasons} is not null)`,
    ),
    check(
      "endorsement_requests_given",
      sql`(${table.opinion} is null) = (${table.givenAt} is null) and (${table.opinion} is null) = (${table.giverName} is null) and (${table.opinion} is null) = (${table.giverTitle} is null)`,
    ),
    check(
      "endorsement_requests_cancelled",
      sql`(${table.cancelledAt} is null) = (${table.cancelledBy} is null) and (${table.opinion} is null or ${table.cancelledAt} is null)`,
    ),
  ],
);

/** A link sent for an opinion, by the hash of its token; a later one ends it. */
export const endorsementLinks = pgTable(
  "endorsement_links",
  {
    /** SHA-256 of the token. */
    id: text("id").primaryKey(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => endorsementRequests.id, { onDelete: "cascade" }),
    sentAt: writtenAt("sent_at"),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("endorsement_links_request").on(table.requestId, table.sentAt)],
);

/** A formal piece that came after the submission, sealed with it; never updated. */
export const submissionSupplements = pgTable(
  "submission_supplements",
  {
    id: id(),
    submissionId: uuid("submission_id")
      .notNull()
      .references(() => submissions.id),
    number: integer("number").notNull(),
    sealedAt: instant("sealed_at").notNull(),
    content: text("content").notNull(),
    sha256: text("sha256").notNull(),
  },
  (table) => [uniqueIndex("submission_supplements_once").on(table.submissionId, table.number)],
);
