import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalCampaign, canonicalJson } from "~/domain/campaign/canonical";
import { accept, buildDocumentJson } from "./build-document";

describe("canonical form", () => {
  it("does not depend on the order of keys, and is its own canonical form", () => {
    const json = buildDocumentJson();
    const turned = Object.fromEntries(Object.entries(json).reverse());
    expect(canonicalCampaign(turned)).toBe(canonicalCampaign(json));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it("is kept by a round of import and export", () => {
    const json = buildDocumentJson();
    const exported = canonicalCampaign(json);
    expect(accept(JSON.parse(exported))).toEqual(accept(json));
    expect(canonicalCampaign(JSON.parse(exported))).toBe(exported);
  });
});
