import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCampaign } from "~/domain/campaign/compile";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import { resultLine } from "~/domain/campaign/result-line";
import call from "~db/seed/campaigns/appel-ecoles.json";
import short from "~db/seed/campaigns/label-court.json";
import label from "~db/seed/campaigns/label-lycee-numerique.json";
import { buildQuestionnaireDocument } from "~tests/factories/questionnaire-campaign";
import { machineWords } from "~tests/support/fuzz/expect-sound";
import { type Json, mutateJson, mutations, nested } from "~tests/support/fuzz/mutate-json";
import { fuzz, fuzzTimeout } from "~tests/support/fuzz/runs";

const everyKind = JSON.parse(JSON.stringify(buildQuestionnaireDocument())) as Json;

/** A document is refused with reasons in French, or accepted and then evaluates whatever is answered. */
function expectTotal(json: unknown, answers: Record<string, unknown> = {}): void {
  const parsed = parseCampaignDocument(json);
  if (parsed.ok) {
    const compiled = compileCampaign(parsed.document);
    const result = resultLine(compiled, { id: "essai", school: {}, answers });
    expect(result.axes).toBeDefined();
    return;
  }
  expect(parsed.faults.length).toBeGreaterThan(0);
  for (const { path, message } of parsed.faults) {
    expect(path).not.toBe("");
    expect(message.length).toBeGreaterThan(4);
    expect(message).not.toMatch(machineWords);
  }
}

const answered = fc.dictionary(
  fc.constantFrom("projet", "eleves", "intitule", "budget", "services", "actions", "membres"),
  fc.jsonValue({ maxDepth: 4 }),
);

describe("a campaign document", () => {
  it.each<[string, Json]>([
    ["the short label", short as unknown as Json],
    ["every kind of question", everyKind],
  ])(
    "made of %s, damaged anywhere, is judged and never breaks",
    (_what, document) => {
      fc.assert(
        fc.property(mutations, answered, (damages, answers) => {
          expectTotal(mutateJson(document, damages), answers);
        }),
        fuzz(250),
      );
    },
    fuzzTimeout(),
  );

  it.each<[string, Json]>([
    ["the long label", label as unknown as Json],
    ["the call for projects", call as unknown as Json],
  ])(
    "made of %s, damaged anywhere, is judged and never breaks",
    (_what, document) => {
      fc.assert(
        fc.property(mutations, (damages) => expectTotal(mutateJson(document, damages))),
        fuzz(25),
      );
    },
    fuzzTimeout(),
  );

  it("that is no document at all is judged too", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => expectTotal(json)),
      fuzz(200),
    );
  });

  it.each([
    ["a condition 10 000 levels deep", nested(10_000, "not")],
    ["a list 10 000 levels deep", nested(10_000, null)],
    ["a condition 2 000 levels deep", { and: [nested(2_000, "not")] }],
  ])("with %s is refused", (_what, visibleWhen) => {
    const document = structuredClone(everyKind) as {
      questionnaire: { sections: { questions: Record<string, Json>[] }[] };
    };
    const question = document.questionnaire.sections[0]?.questions[1];
    if (!question) throw new Error("Question d’essai absente.");
    question.visibleWhen = visibleWhen;
    expect(parseCampaignDocument(document).ok).toBe(false);
    expectTotal(document);
  });

  it("whose every condition waits for the next is refused", () => {
    const document = structuredClone(everyKind) as {
      questionnaire: { sections: { questions: Record<string, Json>[] }[] };
    };
    const questions = document.questionnaire.sections[0]?.questions ?? [];
    for (const [index, question] of questions.entries()) {
      const next = questions[(index + 1) % questions.length];
      question.visibleWhen = { answered: { answer: next?.id ?? "" } };
    }
    expectTotal(document);
    expect(parseCampaignDocument(document).ok).toBe(false);
  });
});
