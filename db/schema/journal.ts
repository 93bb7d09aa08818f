import { bigint, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { exactJson, id, instant } from "./columns";

/** One chain per object: the head holds its length and its last hash, authenticated. */
export const journalHeads = pgTable(
  "journal_heads",
  {
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    count: integer("count").notNull(),
    hash: text("hash").notNull(),
    seal: text("seal").notNull(),
  },
  (table) => [primaryKey({ columns: [table.objectKind, table.objectId] })],
);

/** Who, when, what, on which object. The values sit in `journal_values` and may be erased. */
export const journalEntries = pgTable(
  "journal_entries",
  {
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    number: integer("number").notNull(),
    valuesId: uuid("values_id").notNull(),
    at: instant("at").notNull(),
    actorId: text("actor_id").notNull(),
    actorLabel: text("actor_label").notNull(),
    action: text("action").notNull(),
    valuesDigest: text("values_digest").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
    seal: text("seal").notNull(),
    order: bigint("order", { mode: "number" }).generatedAlwaysAsIdentity(),
  },
  (table) => [primaryKey({ columns: [table.objectKind, table.objectId, table.number] })],
);

/** The values before and after, with the salt of their digest: erasable without breaking the chain. */
export const journalValues = pgTable("journal_values", {
  id: id(),
  salt: text("salt").notNull(),
  before: exactJson("before"),
  after: exactJson("after"),
});
