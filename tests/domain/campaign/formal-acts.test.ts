import { describe, expect, it } from "vitest";
import { campaignJsonSchema } from "~/domain/campaign/json-schema";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import { accept, buildDocumentJson } from "./build-document";

const faultsOf = (formalActs: unknown) => {
  const parsed = parseCampaignDocument(buildDocumentJson({ formalActs }));
  return parsed.ok ? [] : parsed.faults.map(({ path }) => path);
};

describe("the formal acts of a campaign", () => {
  it("are asked of no campaign that says nothing of them", () => {
    expect(accept(buildDocumentJson()).formalActs).toBeUndefined();
  });

  it("default to none, before the submission, of any session", () => {
    expect(accept(buildDocumentJson({ formalActs: {} })).formalActs).toEqual({
      deliberation: "none",
      endorsement: "none",
      sessionAfterOpening: false,
    });
  });

  it.each([
    [{ deliberation: "required" }, []],
    [{ deliberation: "required", deliberationDueDays: 30, endorsement: "optional" }, []],
    [{ endorsement: "required", endorsementDueOn: "2026-03-27" }, []],
    [{ endorsement: "required", endorsementDueOn: "2026-03-26" }, ["formalActs.endorsementDueOn"]],
    [
      { deliberation: "required", deliberationDueOn: "2026-06-31" },
      ["formalActs.deliberationDueOn"],
    ],
    [{ deliberation: "maybe" }, ["formalActs.deliberation"]],
    [{ deliberation: "required", deliberationDueDays: 0 }, ["formalActs.deliberationDueDays"]],
    [{ deliberationDueDays: 30 }, ["formalActs.deliberation"]],
    [
      { deliberation: "required", deliberationDueDays: 3, deliberationDueOn: "2026-06-30" },
      ["formalActs.deliberationDueOn"],
    ],
    [{ sessionAfterOpening: true }, ["formalActs.sessionAfterOpening"]],
    [{ unknown: true }, ["formalActs"]],
  ])("%o: faults at %o", (formalActs, paths) => {
    expect(faultsOf(formalActs)).toEqual(paths);
  });

  it("are in the published schema, and required by it of nobody", () => {
    const schema = campaignJsonSchema() as {
      properties: Record<string, { properties: object }>;
      required: string[];
    };
    expect(Object.keys(schema.properties.formalActs?.properties ?? {})).toContain("endorsement");
    expect(schema.required).not.toContain("formalActs");
  });
});
