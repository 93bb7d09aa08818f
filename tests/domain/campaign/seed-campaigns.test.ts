import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { campaignJsonSchema } from "~/domain/campaign/json-schema";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import { listQuestions } from "~/domain/questionnaire/walk";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../db/seed/campaigns/${name}`, import.meta.url), "utf8"));

describe("seeded campaigns", () => {
  it.each(["label-court.json", "appel-ecoles.json"])("%s is accepted", (name) => {
    const parsed = parseCampaignDocument(read(name));
    expect(parsed.ok ? [] : parsed.faults).toEqual([]);
  });

  it("the short label has twelve questions on three axes and three levels", () => {
    const parsed = parseCampaignDocument(read("label-court.json"));
    if (!parsed.ok) throw new Error("refused");
    expect(listQuestions(parsed.document.questionnaire)).toHaveLength(12);
    expect(parsed.document.axes).toHaveLength(3);
    expect(parsed.document.levels).toHaveLength(3);
  });

  it("publishes expressions as one shared definition", () => {
    const schema = campaignJsonSchema();
    expect(schema.$defs).toHaveProperty("expression");
    expect(JSON.stringify(schema)).toContain('"visibleWhen":{"$ref":"#/$defs/expression"}');
  });
});
