import { createServer, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { system } from "~/domain/access/actor";
import { canonicalCampaign } from "~/domain/campaign/canonical";
import { withWork } from "~/http/work.server";
import { findUnit } from "~db/repositories/directory.server";
import { buildSmallCampaign } from "~tests/factories/small-campaign";
import { sampleRows, writeDirectory } from "~tests/features/import-schools/directory-files";
import { oneSentence, useCommandLine } from "~tests/support/command-line";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();
const line = useCommandLine();
const directory = Buffer.concat(writeDirectory());

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
});

/** An address that answers with some bytes, or with a status. */
async function serve(status: number, body: Uint8Array): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("adresse attendue");
  return `http://127.0.0.1:${address.port}/annuaire.csv.gz`;
}

async function expectRefused(words: readonly string[], stdin?: string) {
  const { exit, stdout, stderr } = await line.run(words, stdin);
  expect([exit, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(oneSentence);
}

describe("campaign", () => {
  it("export gives the canonical bytes of what import read, however it was written", async () => {
    const document = buildSmallCampaign({ slug: "aller-retour" });
    const reversed = Object.fromEntries(Object.entries(document).reverse());
    const file = await line.write("campagne.json", JSON.stringify(reversed, null, 4));
    const imported = await line.run(["import", "campaign", file]);
    expect([imported.exit, imported.stderr]).toEqual([0, ""]);
    expect(JSON.parse(imported.stdout)).toEqual({ slug: "aller-retour", outcome: "created" });
    const exported = await line.run(["export", "campaign", "aller-retour"]);
    expect([exported.exit, exported.stderr]).toEqual([0, ""]);
    expect(exported.stdout).toBe(canonicalCampaign(document));
    // Importing what was exported changes nothing.
    const copy = await line.write("copie.json", exported.stdout);
    expect(JSON.parse((await line.run(["import", "campaign", copy])).stdout).outcome).toBe(
      "unchanged",
    );
    const other = await line.write(
      "autre.json",
      JSON.stringify({ ...document, title: "Un autre titre" }),
    );
    await expectRefused(["import", "campaign", other]);
  });

  it("says every fault at once with its path, and writes nothing", async () => {
    const faulty = buildSmallCampaign({ slug: "fautive", kind: "tombola", edition: "" });
    const file = await line.write("fautive.json", JSON.stringify(faulty));
    const { exit, stdout, stderr } = await line.run(["import", "campaign", file]);
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr.split("\n").map((text) => text.split(" : ")[0])).toEqual(
      expect.arrayContaining(["kind", "edition", "Document refusé"]),
    );
    await expectRefused(["export", "campaign", "fautive"]);
  });

  it.each([
    [["import", "campaign"]],
    [["import", "campaign", "absent.json"]],
    [["import", "campaign", "illisible.json"]],
    [["export", "campaign"]],
    [["export", "campaign", "inconnue"]],
  ])("%j is refused with one sentence", async (words) => {
    await line.write("illisible.json", "{");
    await expectRefused(words);
  });
});

describe("schools", () => {
  const uai = sampleRows[0]?.[0] ?? "";
  const stored = () => withWork(system, (work) => findUnit(work.tx, uai));

  it("a dry run reports and writes nothing; the import reports once, and again nothing", async () => {
    const file = await line.write("annuaire.csv", directory);
    const report = async (...more: string[]) => {
      const { exit, stdout, stderr } = await line.run(["import", "schools", ...more]);
      expect([exit, stderr]).toEqual([0, ""]);
      return JSON.parse(stdout);
    };
    const created = {
      read: 4,
      created: 4,
      updated: 0,
      unchanged: 0,
      closed: 0,
      rejected: [],
      warnings: [],
    };
    expect(await report(file, "--dry-run")).toEqual(created);
    expect(await stored()).toBeUndefined();
    const url = await serve(200, gzipSync(directory));
    expect(await report("--dry-run", url)).toEqual(created);
    expect(await report(url)).toEqual(created);
    expect(await stored()).toMatchObject({ sourceFile: "annuaire.csv.gz" });
    expect(await report(file)).toMatchObject({ created: 0, unchanged: 4 });
  });

  it("refuses whole what is no directory, an address that fails, a file that is not there", async () => {
    const table = await line.write("autre.csv", "a;b\n1;2\n");
    await expectRefused(["import", "schools", table]);
    await expectRefused(["import", "schools", await serve(404, Buffer.from("absent"))]);
    await expectRefused(["import", "schools", "http://127.0.0.1:1/annuaire.csv"]);
    await expectRefused(["import", "schools", "absent.csv"]);
    await expectRefused(["import", "schools"]);
    await expectRefused(["import", "schools", "-"], "");
  });
});

describe("indicators", () => {
  const header = "indicator;territory_kind;territory;date;numerator;denominator;value;source";

  it("reports counts and the rows it rejects, by line and column", async () => {
    const file = await line.write(
      "indicateurs.csv",
      `${header}\ninconnu;departement;12;2018-09-01;;;60,16;Feuille de route\n`,
    );
    const { exit, stdout, stderr } = await line.run(["import", "indicators", file]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      read: 1,
      created: 0,
      rejected: [{ line: 2, column: "indicator", value: "inconnu" }],
    });
    await expectRefused(["import", "indicators", await line.write("x.csv", "a;b\n1;2\n")]);
    await expectRefused(["import", "indicators"]);
  });
});
