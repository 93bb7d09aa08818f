import { PGlite } from "@electric-sql/pglite";
import { describe, expect, it } from "vitest";
import { fromPglite, openServer } from "~db/client.server";
import { isDatabaseUnavailable } from "~db/unavailable";
import { sql } from "~tests/support/raw-sql";

const coded = (code: string, more: object = {}) =>
  Object.assign(new Error("essai"), { code, ...more });

describe("what says that the database is away", () => {
  it.each([
    "08000",
    "08006",
    "28P01",
    "3D000",
    "53300",
    "53100",
    "57P01",
    "57P02",
    "57P03",
    "58030",
    "25006",
    "40001",
    "40P01",
    "55P03",
    "57014",
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "ENOTFOUND",
    "EHOSTUNREACH",
    "CONNECTION_CLOSED",
    "CONNECTION_ENDED",
    "CONNECTION_DESTROYED",
    "CONNECT_TIMEOUT",
  ])("%s", (code) => {
    expect(isDatabaseUnavailable(coded(code))).toBe(true);
    expect(isDatabaseUnavailable(new Error("Failed query", { cause: coded(code) }))).toBe(true);
  });

  it("a socket that is not there", () => {
    expect(isDatabaseUnavailable(coded("ENOENT", { syscall: "connect" }))).toBe(true);
    expect(isDatabaseUnavailable(coded("ENOENT", { syscall: "open" }))).toBe(false);
  });

  it.each(["23505", "23503", "22P02", "42P01", "42501", "XX000", "P0001", "EACCES", "0800", "53"])(
    "not %s, which is a fault of what was asked",
    (code) => expect(isDatabaseUnavailable(coded(code))).toBe(false),
  );

  it("not what is no error at all", () => {
    for (const thrown of [undefined, null, "08006", { code: "08006" }, new Error("essai")]) {
      expect(isDatabaseUnavailable(thrown)).toBe(false);
    }
  });

  it("an embedded engine that was closed", async () => {
    const client = await PGlite.create();
    const database = fromPglite(client);
    await database.close();
    const thrown = await database.transaction((tx) => tx.execute(sql`select 1`)).catch((e) => e);
    expect(isDatabaseUnavailable(thrown)).toBe(true);
  });

  it("a server that nobody answers for", async () => {
    const database = openServer("postgres://personne@127.0.0.1:1/rien");
    const thrown = await database.transaction((tx) => tx.execute(sql`select 1`)).catch((e) => e);
    await database.close();
    expect(isDatabaseUnavailable(thrown)).toBe(true);
  });
});
