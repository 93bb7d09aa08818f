import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Identifier of a row: random, so that one never guesses another's. */
export const id = () => uuid("id").primaryKey().defaultRandom();

/** An instant, to the microsecond in the database and the millisecond here. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** When the row was written, by the database's clock. */
export const writtenAt = (name: string) => instant(name).notNull().defaultNow();

/**
 * JSON of any shape, exactly as the driver read it. The ORM's own `jsonb` parses a text a second
 * time, so that the answer "2026" came back as a number.
 */
export const exactJson = customType<{ data: unknown; driverData: string }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
});
