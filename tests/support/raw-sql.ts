/**
 * The tests' only door to the ORM: the statements that no repository offers, because they are an attack,
 * a fault, a measure, or a look at what was really written.
 */
export { count, eq, inArray, type SQL, sql } from "drizzle-orm";
