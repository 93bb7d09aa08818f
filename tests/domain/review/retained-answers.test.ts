import { describe, expect, it } from "vitest";
import { isCorrectable, retainAnswers, retainProofs } from "~/domain/review/retained-answers";
import { searchWords } from "~/domain/review/search-words";

describe("retainAnswers", () => {
  it("substitutes corrected values and leaves the declared answers untouched", () => {
    const declared = { a: true, b: 3 };
    const retained = retainAnswers(declared, [
      { questionId: "a", retainedValue: false },
      { questionId: "c", retainedValue: "neuf" },
    ]);
    expect(retained).toEqual({ a: false, b: 3, c: "neuf" });
    expect(declared).toEqual({ a: true, b: 3 });
  });

  it("retains nothing for a null", () => {
    expect(retainAnswers({ a: 1 }, [{ questionId: "a", retainedValue: null }])).toEqual({
      a: null,
    });
  });
});

describe("retainProofs", () => {
  const questions = [
    { id: "p", kind: "file" },
    { id: "q", kind: "file" },
    { id: "t", kind: "short-text" },
  ] as const;
  const submitted = [{ questionId: "p" }, { questionId: "p" }, { questionId: "q" }];

  it("counts submitted files by file question", () => {
    expect(retainProofs(questions, submitted, [])).toEqual({ p: 2, q: 1 });
  });

  it("counts none once the proof is set aside", () => {
    const corrections = [
      { questionId: "p", retainedValue: null },
      { questionId: "t", retainedValue: "x" },
    ];
    expect(retainProofs(questions, submitted, corrections)).toEqual({ p: 0, q: 1 });
  });
});

describe("isCorrectable", () => {
  it("refuses what nobody answers", () => {
    expect(isCorrectable({ kind: "calculated" })).toBe(false);
    expect(isCorrectable({ kind: "information" })).toBe(false);
    expect(isCorrectable({ kind: "file" })).toBe(true);
    expect(isCorrectable({ kind: "integer" })).toBe(true);
  });
});

describe("searchWords", () => {
  it("folds case, accents, ligatures, hyphens and apostrophes", () => {
    expect(searchWords("  Saint-Gaudens  L’ŒUVRE Éole ")).toEqual([
      "saint",
      "gaudens",
      "l",
      "oeuvre",
      "eole",
    ]);
  });

  it("keeps eight words at most", () => {
    expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
  });
});
