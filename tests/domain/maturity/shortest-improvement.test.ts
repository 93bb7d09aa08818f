import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCampaign } from "~/domain/maturity/compile-campaign";
import { score } from "~/domain/maturity/score";
import { applyImprovement, shortestImprovement } from "~/domain/maturity/shortest-improvement";
import { accept, buildDocumentJson } from "../campaign/build-document";
import { anyAnswers, readSeed, school } from "./seed-answers";

const label = compileCampaign(accept(readSeed("label-court.json")));

describe("shortest improvement of the short label", () => {
  it("really reaches the level that it announces", () => {
    fc.assert(
      fc.property(anyAnswers(label.document), (answers) => {
        const input = { school, answers };
        const before = score(label, input).level;
        const found = shortestImprovement(label, input, { nodeLimit: 2_000 });
        if (before === 3) expect(found).toBeNull();
        if (!found) return;
        const after = score(label, applyImprovement(input, found.changes));
        expect(after.level).toBeGreaterThan(before);
        expect(after).toMatchObject({ level: found.reaches, score: found.score });
      }),
      { numRuns: 60 },
    );
  });

  it("stands an answer near the largest number there is", () => {
    const input = { school, answers: { postes: 6e307 } };
    expect(() => shortestImprovement(label, input, { nodeLimit: 200 })).not.toThrow();
  });

  it("says so when it was cut short", () => {
    const found = shortestImprovement(label, { school, answers: {} }, { nodeLimit: 3 });
    expect(found?.exact ?? false).toBe(false);
  });
});

const option = (id: string) => ({ id, label: id });
const grid = (thresholds: [number, number], every: number) =>
  compileCampaign(
    accept(
      buildDocumentJson({
        questionnaire: {
          revision: 1,
          sections: [
            {
              id: "s",
              title: "S",
              questions: [
                { id: "ouvert", kind: "yes-no", title: "Ouvert ?" },
                {
                  id: "suite",
                  kind: "single-choice",
                  title: "Suite",
                  visibleWhen: { answer: "ouvert" },
                  options: ["x", "y", "z"].map(option),
                },
                {
                  id: "pas",
                  kind: "scale",
                  title: "Pas",
                  steps: ["un", "deux", "trois"].map(option),
                },
                { id: "jury", kind: "yes-no", title: "Jury ?" },
                { id: "preuve", kind: "file", title: "Preuve", required: false },
              ],
            },
          ],
        },
        scoringGrid: [
          { question: "ouvert", axis: "a", rule: { kind: "options", points: { yes: 2 } } },
          {
            question: "suite",
            axis: "a",
            rule: { kind: "options", points: { x: 0, y: 2, z: 5 } },
          },
          {
            question: "pas",
            axis: "b",
            rule: { kind: "options", points: { un: 0, deux: 1, trois: 3 } },
          },
          {
            question: "jury",
            axis: "b",
            rule: { kind: "options", points: { yes: 4 } },
            proof: "preuve",
          },
        ],
        levels: thresholds.map((min, index) => ({
          level: index + 1,
          title: `N${index + 1}`,
          gates: [
            { id: "o", kind: "overall", min, label: "O" },
            { id: "e", kind: "every-axis", min: index === 0 ? 0 : every, label: "E" },
          ],
        })),
      }),
    ),
  );

const domains: Record<string, unknown[]> = {
  ouvert: [true, false],
  suite: ["x", "y", "z"],
  pas: ["un", "deux", "trois"],
  jury: [true, false],
};

type Input = { school: object; answers: Record<string, unknown>; proofs: Record<string, number> };

/** Fewest changes over every combination of answers and of the proof. */
function bruteForce(compiled: ReturnType<typeof grid>, input: Input): number | null {
  const target = score(compiled, input).level + 1;
  let fewest: number | null = null;
  const visit = (ids: string[], answers: Record<string, unknown>, changes: number): void => {
    const [id, ...rest] = ids;
    if (id !== undefined) {
      visit(rest, answers, changes);
      for (const value of domains[id] ?? [])
        if (value !== input.answers[id]) visit(rest, { ...answers, [id]: value }, changes + 1);
      return;
    }
    for (const preuve of [input.proofs.preuve ?? 0, 1]) {
      const total = changes + (preuve === (input.proofs.preuve ?? 0) ? 0 : 1);
      const reached = score(compiled, { ...input, answers, proofs: { preuve } }).level;
      if (reached >= target && (fewest === null || total < fewest)) fewest = total;
    }
  };
  visit(Object.keys(domains), input.answers, 0);
  return fewest;
}

describe("exactness on a tiny grid", () => {
  it("finds as few changes as trying everything", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })),
        fc.integer({ min: 0, max: 100 }),
        fc.record(
          Object.fromEntries(
            Object.entries(domains).map(([id, list]) => [id, fc.constantFrom(...list)]),
          ),
          { requiredKeys: [] },
        ),
        fc.constantFrom(0, 1),
        ([one, two], every, answers, preuve) => {
          const compiled = grid([Math.min(one, two), Math.max(one, two)], every);
          const input = { school: {}, answers, proofs: { preuve } };
          const found = shortestImprovement(compiled, input);
          if (score(compiled, input).level === 2) expect(found).toBeNull();
          else {
            expect(found?.changes.length ?? null).toBe(bruteForce(compiled, input));
            expect(found?.exact ?? true).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
