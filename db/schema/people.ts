import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  linkPurposes,
  organisationKinds,
  roles,
  scopeKinds,
} from "../../app/domain/access/vocabulary";
import { campaigns } from "./campaigns";
import { id, instant, writtenAt } from "./columns";

export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    kind: text("kind", { enum: organisationKinds }).notNull(),
    /** Code of its territory: région, académie, département, INSEE, SIREN or UAI, by kind. */
    code: text("code").notNull(),
    name: text("name").notNull(),
    subtitle: text("subtitle"),
  },
  (table) => [uniqueIndex("organisations_kind_code").on(table.kind, table.code)],
);

export const people = pgTable(
  "people",
  {
    id: id(),
    email: text("email").notNull(),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    title: text("title"),
    /** argon2id in PHC form; absent until the invitation is claimed. */
    passwordHash: text("password_hash"),
    isDemonstration: boolean("is_demonstration").notNull().default(false),
    createdAt: writtenAt("created_at"),
    disabledAt: instant("disabled_at"),
  },
  (table) => [uniqueIndex("people_email").on(sql`lower(${table.email})`)],
);

export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    role: text("role", { enum: roles }).notNull(),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    scopeKind: text("scope_kind", { enum: scopeKinds }).notNull(),
    /** Code of the place or ministry; empty when the scope is everything. */
    scopeCode: text("scope_code").notNull().default(""),
    /** Absent: every campaign. */
    campaignId: uuid("campaign_id").references(() => campaigns.id, { onDelete: "cascade" }),
    /** The only sections of the questionnaire that it lets write; absent: the whole file. */
    sections: text("sections").array(),
    validFrom: date("valid_from", { mode: "string" }),
    /** Last day of validity; the day before the first one for what ended before it began. */
    validUntil: date("valid_until", { mode: "string" }),
    /** For a delegation or an interim: why, the act that gives it, who recorded it and when. */
    reason: text("reason"),
    actReference: text("act_reference"),
    recordedBy: uuid("recorded_by").references(() => people.id, { onDelete: "set null" }),
    recordedAt: instant("recorded_at"),
    /** When somebody put an end to it ahead of its last day, and why. */
    endedAt: instant("ended_at"),
    endReason: text("end_reason"),
  },
  (table) => [
    index("memberships_person").on(table.personId),
    index("memberships_scope").on(table.scopeKind, table.scopeCode),
    // Each period is a row of its own: the same person may be delegated again, even on the same day.
    uniqueIndex("memberships_once")
      .on(
        table.personId,
        table.role,
        table.scopeKind,
        table.scopeCode,
        sql`coalesce(${table.campaignId}::text, '')`,
        sql`coalesce(${table.validFrom}, '-infinity'::date)`,
      )
      .where(sql`${table.endedAt} is null`),
    check(
      "memberships_scope_code",
      sql`(${table.scopeKind} = 'everything') = (${table.scopeCode} = '')`,
    ),
    // Sections are those of one campaign's questionnaire.
    check(
      "memberships_sections",
      sql`${table.sections} is null or (${table.campaignId} is not null and cardinality(${table.sections}) > 0)`,
    ),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the cookie's token, in hexadecimal: the token itself is never stored. */
    id: text("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: writtenAt("created_at"),
    expiresAt: instant("expires_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    userAgent: text("user_agent"),
  },
  (table) => [index("sessions_person").on(table.personId)],
);

export const singleUseLinks = pgTable(
  "single_use_links",
  {
    /** SHA-256 of the link's token, in hexadecimal. */
    id: text("id").primaryKey(),
    purpose: text("purpose", { enum: linkPurposes }).notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: writtenAt("created_at"),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("single_use_links_person").on(table.personId)],
);

/** Failed sign-ins counted by key (`account:…`, then `address:…`) over a sliding window. */
export const throttles = pgTable("throttles", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  windowStartedAt: instant("window_started_at").notNull(),
});
