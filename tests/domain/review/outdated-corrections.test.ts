import { describe, expect, it } from "vitest";
import { outdatedCorrections } from "~/domain/review/outdated-corrections";

const at = (hour: number) => `2026-10-05T${String(hour).padStart(2, "0")}:00:00.000Z`;
const sealed = (hour: number, answers: Record<string, unknown>, files: readonly string[] = []) => ({
  submittedAt: at(hour),
  answers,
  proofs: files.map((sha256) => ({ questionId: "acte", sha256 })),
});
const corrected = (questionId: string, hour: number) => ({
  questionId,
  correctedAt: new Date(at(hour)),
});

describe("a correction", () => {
  it("made before the answer changed is to be looked at again", () => {
    const submissions = [sealed(8, { ent: true, wifi: 3 }), sealed(12, { ent: false, wifi: 3 })];
    const corrections = [corrected("ent", 10), corrected("wifi", 10)];
    expect([...outdatedCorrections(corrections, submissions)]).toEqual(["ent"]);
  });

  it("made since, or over what stands, is not", () => {
    const submissions = [sealed(8, { ent: true }), sealed(12, { ent: false })];
    expect(outdatedCorrections([corrected("ent", 13)], submissions).size).toBe(0);
    expect(outdatedCorrections([corrected("ent", 12)], submissions).size).toBe(0);
    expect(outdatedCorrections([corrected("ent", 9)], submissions.slice(0, 1)).size).toBe(0);
  });

  it("is not when the answer came back to what was corrected", () => {
    const submissions = [
      sealed(8, { ent: true }),
      sealed(12, { ent: false }),
      sealed(14, { ent: true }),
    ];
    expect(outdatedCorrections([corrected("ent", 9)], submissions).size).toBe(0);
    expect(outdatedCorrections([corrected("ent", 13)], submissions).size).toBe(1);
  });

  it("of files is when the files changed", () => {
    const before = sealed(8, { acte: null }, ["a"]);
    expect(outdatedCorrections([corrected("acte", 9)], [before, sealed(12, {}, ["b"])]).size).toBe(
      1,
    );
    expect(outdatedCorrections([corrected("acte", 9)], [before, sealed(12, {}, ["a"])]).size).toBe(
      0,
    );
  });
});
