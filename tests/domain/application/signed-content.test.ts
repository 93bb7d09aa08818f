import { describe, expect, it } from "vitest";
import { standingSignatures } from "~/domain/application/co-signatures";
import { type SignedContent, signedContent } from "~/domain/application/signed-content";

const proof = { questionId: "acte", name: "projet.pdf", sha256: "a".repeat(64) };
const base: SignedContent = {
  document: { slug: "appel", questionnaire: { revision: 1, sections: [] } },
  uais: ["0129901X", "0129902Y"],
  answers: { projet: true, resume: "Titre", vide: null, cachee: "x" },
  proofs: [proof, { ...proof, name: "devis.pdf" }],
  visible: new Set(["projet", "resume", "vide", "acte"]),
};
const isSame = (changes: Partial<SignedContent>) =>
  signedContent({ ...base, ...changes }) === signedContent(base);

describe("what a co-signature is bound to", () => {
  it.each([
    ["the same answers in another order", { answers: { resume: "Titre", projet: true } }, true],
    ["another hidden answer", { answers: { ...base.answers, cachee: "y" } }, true],
    ["an empty answer added", { answers: { ...base.answers, autre: null } }, true],
    ["the schools in another order", { uais: [...base.uais].reverse() }, true],
    ["the proofs in another order", { proofs: [...base.proofs].reverse() }, true],
    ["an answer changed", { answers: { ...base.answers, resume: "Autre titre" } }, false],
    ["an answer removed", { answers: { projet: true } }, false],
    ["a number for its text", { answers: { ...base.answers, resume: 2 } }, false],
    ["a hidden answer shown", { visible: new Set([...base.visible, "cachee"]) }, false],
    ["a proof removed", { proofs: [proof] }, false],
    [
      "a proof replaced",
      { proofs: [proof, { ...proof, name: "devis.pdf", sha256: "b".repeat(64) }] },
      false,
    ],
    ["a school more", { uais: [...base.uais, "0129903Z"] }, false],
    [
      "another revision",
      { document: { slug: "appel", questionnaire: { revision: 2, sections: [] } } },
      false,
    ],
  ])("%s", (_, changes, expected) => {
    expect(isSame(changes as Partial<SignedContent>)).toBe(expected);
  });

  it("only the signatures given over the present content stand", () => {
    const given = [
      { role: "ien", uai: "", contentSha256: "avant" },
      { role: "head", uai: "0129901X", contentSha256: "maintenant" },
      { role: "school-director", uai: "0129901X", contentSha256: "" },
    ];
    expect(standingSignatures(given, "maintenant")).toEqual([given[1]]);
  });
});
