import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import { oneSentence, useCommandLine } from "~tests/support/command-line";

const line = useCommandLine();

async function schemaOf(name: string) {
  const { exit, stdout, stderr } = await line.run(["schema", name]);
  expect([exit, stderr]).toEqual([0, ""]);
  const schema = JSON.parse(stdout) as Record<string, unknown>;
  return { schema, checked: z.fromJSONSchema(schema) };
}

const seeds = ["label-court", "label-lycee-numerique", "appel-ecoles"];
const readSeed = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(`db/seed/campaigns/${name}.json`, "utf8"));

describe("schema", () => {
  it.each(["campaign", "answers", "result"])(
    "%s is a JSON Schema with its identifier",
    async (name) => {
      const { schema } = await schemaOf(name);
      expect(schema).toMatchObject({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $id: `urn:jalons:${name}:1`,
        type: "object",
      });
      // Every reference leads somewhere in the same document.
      const definitions = Object.keys((schema.$defs as object | undefined) ?? {});
      for (const [, target] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) {
        expect(definitions).toContain(target);
      }
    },
  );

  it.each(seeds)("campaign takes %s, as the importer does", async (name) => {
    const document = await readSeed(name);
    expect(parseCampaignDocument(document).ok).toBe(true);
    const { checked } = await schemaOf("campaign");
    expect(checked.safeParse(document).error?.issues ?? []).toEqual([]);
  });

  it.each([
    ["an unknown kind", { kind: "tombola" }],
    ["an unknown key", { couleur: "vert" }],
    ["a date without its time", { calendar: { opensAt: "2026-01-01", closesAt: "2026-02-01" } }],
    ["a missing part", { partners: undefined }],
  ])("campaign refuses %s, as the importer does", async (_title, change) => {
    const document = { ...(await readSeed("label-court")), ...change };
    expect(parseCampaignDocument(document).ok).toBe(false);
    const { checked } = await schemaOf("campaign");
    expect(checked.safeParse(JSON.parse(JSON.stringify(document))).success).toBe(false);
  });

  it("answers and result take what score reads and writes", async () => {
    const campaign = await line.write(
      "campagne.json",
      JSON.stringify(await readSeed("label-court")),
    );
    const answers = { id: "a", school: { pupils: { total: 812 } }, answers: { projet: true } };
    const given = await line.write("reponses.ndjson", `${JSON.stringify(answers)}\n`);
    const { exit, stdout } = await line.run(["score", campaign, given]);
    expect(exit).toBe(0);
    const published = [await schemaOf("answers"), await schemaOf("result")];
    expect(published[0]?.checked.safeParse(answers).success).toBe(true);
    expect(published[1]?.checked.safeParse(JSON.parse(stdout)).success).toBe(true);
    expect(published[1]?.checked.safeParse({ id: "a" }).success).toBe(false);
  });

  it.each([["autre"], [""], ["constructor"]])("refuses « %s »", async (name) => {
    const { exit, stdout, stderr } = await line.run(["schema", name]);
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(oneSentence);
  });
});
