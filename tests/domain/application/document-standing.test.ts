import { describe, expect, it } from "vitest";
import {
  documentStanding,
  isAuthentic,
  printedFingerprint,
  readFingerprint,
  shortFingerprint,
  verifyDocument,
} from "~/domain/application/document-standing";
import { applicationStatuses } from "~/domain/application/vocabulary";

const sha256 = "0123456789abcdef".repeat(4);

describe("where a document stands", () => {
  it.each([
    [1, 1, "submitted", "current"],
    [1, 1, "under-examination", "current"],
    [1, 1, "examined", "current"],
    [1, 1, "proposed", "current"],
    [1, 1, "decided", "current"],
    [2, 2, "submitted", "current"],
    [1, 1, "withdrawn", "withdrawn"],
    [1, 1, "draft", "resumed"],
    [1, 2, "submitted", "replaced"],
    [1, 2, "withdrawn", "replaced"],
    [1, 3, "draft", "replaced"],
  ] as const)("submission %i of %i, application « %s »: %s", (number, lastNumber, status, said) => {
    expect(documentStanding({ number, lastNumber, status })).toBe(said);
  });

  it("says something of every status", () => {
    for (const status of applicationStatuses) {
      expect(documentStanding({ number: 1, lastNumber: 1, status })).toBeDefined();
    }
  });
});

describe("a fingerprint", () => {
  it("is printed in groups of four", () => {
    expect(shortFingerprint(sha256)).toBe("0123456789abcdef");
    expect(printedFingerprint(sha256)).toBe("0123 4567 89ab cdef");
  });

  it.each([
    ["0123 4567 89ab cdef", "0123456789abcdef"],
    ["0123-4567-89AB-CDEF", "0123456789abcdef"],
    ["\u00a00123\u00a04567 89abcdef ", "0123456789abcdef"],
    [sha256, sha256],
    ["0123 4567 89ab cde", null],
    [`${sha256}0`, null],
    ["0123 4567 89ab cdeg", null],
    ["", null],
  ])("typed « %s » is read as %s", (typed, read) => {
    expect(readFingerprint(typed)).toBe(read);
  });
});

describe("the verdict", () => {
  const submission = {
    sha256,
    isIntact: true,
    number: 1,
    lastNumber: 1,
    status: "submitted",
  } as const;
  it.each([
    ["nothing under this number", undefined, "0123456789abcdef", "unknown"],
    ["another fingerprint", submission, "0123456789abcdee", "mismatch"],
    ["the beginning of the seal", submission, "0123456789abcdef", "current"],
    ["the whole seal", submission, sha256, "current"],
    ["bytes that changed since", { ...submission, isIntact: false }, "0123456789abcdef", "altered"],
    [
      "bytes that changed, and another fingerprint",
      { ...submission, isIntact: false },
      "0123456789abcdee",
      "mismatch",
    ],
    ["a later one", { ...submission, lastNumber: 2 }, "0123456789abcdef", "replaced"],
  ] as const)("%s: %s", (_case, found, fingerprint, said) => {
    expect(verifyDocument(found, fingerprint)).toBe(said);
  });

  it("tells of an application only when the document is authentic", () => {
    expect(
      (
        ["current", "replaced", "withdrawn", "resumed", "unknown", "mismatch", "altered"] as const
      ).filter(isAuthentic),
    ).toEqual(["current", "replaced", "withdrawn", "resumed"]);
  });
});
