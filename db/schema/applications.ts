import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applicantKinds, applicationStatuses } from "../../app/domain/application/vocabulary";
import { scanStates } from "../../app/domain/proof/vocabulary";
import { campaigns } from "./campaigns";
import { exactJson, id, instant, writtenAt } from "./columns";
import { directoryUnits } from "./directory";
import { people } from "./people";

export const applications = pgTable(
  "applications",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    applicantKind: text("applicant_kind", { enum: applicantKinds }).notNull(),
    /** UAI, INSEE code or SIREN of the applicant, by kind. */
    applicantCode: text("applicant_code").notNull(),
    status: text("status", { enum: applicationStatuses }).notNull().default("draft"),
    createdBy: uuid("created_by").notNull(),
    createdAt: writtenAt("created_at"),
    submittedAt: instant("submitted_at"),
    submittedBy: uuid("submitted_by"),
    /** Score out of 100 and level as declared, written once at submission. */
    declaredScore: numeric("declared_score", { precision: 5, scale: 1, mode: "number" }),
    declaredLevel: smallint("declared_level"),
    /** Score and level after examination; never merged with the declared ones. */
    examinedScore: numeric("examined_score", { precision: 5, scale: 1, mode: "number" }),
    examinedLevel: smallint("examined_level"),
    weakestAxis: text("weakest_axis"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("applications_campaign_status").on(table.campaignId, table.status),
    check(
      "applications_submitted",
      sql`(${table.status} = 'draft') = (${table.submittedAt} is null)`,
    ),
  ],
);

/** The schools that an application covers; one active application per school and campaign. */
export const applicationSchools = pgTable(
  "application_schools",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    uai: text("uai")
      .notNull()
      .references(() => directoryUnits.uai),
    isActive: boolean("is_active").notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.uai] }),
    index("application_schools_uai").on(table.uai),
    uniqueIndex("application_schools_one_active")
      .on(table.campaignId, table.uai)
      .where(sql`${table.isActive}`),
  ],
);

export const answers = pgTable(
  "answers",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    questionId: text("question_id").notNull(),
    /** The answer's value; JSON null once cleared. */
    value: exactJson("value"),
    version: integer("version").notNull().default(1),
    updatedBy: uuid("updated_by").notNull(),
    updatedAt: writtenAt("updated_at"),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.questionId] })],
);

/** A content of the file store, kept once whatever the number of proofs that are it. */
export const fileContents = pgTable(
  "file_contents",
  {
    /** SHA-256 of the bytes, which is also their name in the file store. */
    sha256: text("sha256").primaryKey(),
    scan: text("scan", { enum: scanStates }).notNull(),
    /** What the antivirus recognised, when it did. */
    signature: text("signature"),
    /** When the antivirus last said something of it. */
    scannedAt: instant("scanned_at"),
    firstKeptAt: writtenAt("first_kept_at"),
  },
  (table) => [
    index("file_contents_waiting").on(table.firstKeptAt).where(sql`${table.scan} = 'waiting'`),
    check(
      "file_contents_scan",
      sql`${table.scan} in ('waiting', 'clear', 'infected', 'unscanned') and (${table.scan} = 'infected') = (${table.signature} is not null)`,
    ),
  ],
);

export const proofs = pgTable(
  "proofs",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    questionId: text("question_id").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    sha256: text("sha256")
      .notNull()
      .references(() => fileContents.sha256),
    addedBy: uuid("added_by").notNull(),
    addedAt: writtenAt("added_at"),
    removedAt: instant("removed_at"),
  },
  (table) => [
    index("proofs_application").on(table.applicationId, table.questionId),
    index("proofs_content").on(table.sha256),
  ],
);

/** A co-signature (school director, IEN…) asked by the campaign, given or not. */
export const signatures = pgTable(
  "signatures",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    /** The school concerned when the campaign asks one signature per school, else empty. */
    uai: text("uai").notNull().default(""),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    statement: text("statement").notNull(),
    /** SHA-256 of the answers and proofs as they were read; the signature holds for nothing else. */
    contentSha256: text("content_sha256").notNull().default(""),
    signedAt: writtenAt("signed_at"),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.role, table.uai] })],
);

/** What was submitted, canonicalised (RFC 8785) and sealed; never updated. */
export const submissions = pgTable(
  "submissions",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    number: integer("number").notNull(),
    receiptNumber: text("receipt_number").notNull(),
    submittedBy: uuid("submitted_by").notNull(),
    submittedAt: instant("submitted_at").notNull(),
    snapshot: text("snapshot").notNull(),
    sha256: text("sha256").notNull(),
  },
  (table) => [
    uniqueIndex("submissions_once").on(table.applicationId, table.number),
    uniqueIndex("submissions_receipt").on(table.receiptNumber),
  ],
);
