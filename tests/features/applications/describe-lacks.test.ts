import { describe, expect, it } from "vitest";
import { describeBlockers } from "~/features/application-file/describe-blockers";
import {
  describeMissing,
  type LackingQuestion,
} from "~/features/application-file/describe-missing";

const question = (number: string): LackingQuestion => ({ kind: "yes-no", number, title: "Une" });
const proof = (number: string, title: string): LackingQuestion => ({ kind: "file", number, title });
const nb = "\u00a0";

describe("what is missing from a section", () => {
  it.each([
    ["nothing", [], [], ""],
    ["one question", [], [question("4.7")], `Une question obligatoire restante${nb}: 4.7`],
    [
      "three questions",
      [],
      [question("4.1"), question("4.2"), question("4.7")],
      `3${nb}questions obligatoires restantes${nb}: 4.1, 4.2 et 4.7`,
    ],
    [
      "four questions, only counted",
      [],
      ["4.1", "4.2", "4.3", "4.4"].map(question),
      `4${nb}questions obligatoires restantes`,
    ],
    [
      "one proof, by what it is",
      [],
      [proof("6.4", "Joignez la liste des traitements")],
      `Une preuve manque${nb}: la liste des traitements`,
    ],
    [
      "two proofs",
      [],
      [proof("6.4", "Joignez la liste"), proof("6.5", "Joignez la charte")],
      `2${nb}preuves manquent${nb}: 6.4 et 6.5`,
    ],
    [
      "a proof and a question",
      [],
      [proof("6.4", "Joignez la liste"), question("6.5")],
      `2${nb}questions obligatoires restantes${nb}: 6.4 et 6.5`,
    ],
    ["one to correct", [question("4.1")], [], `Une réponse à corriger${nb}: 4.1`],
    [
      "one to correct, one to come",
      [question("4.1")],
      [question("4.7")],
      `Une réponse à corriger${nb}: 4.1${nb}; Une question obligatoire restante${nb}: 4.7`,
    ],
  ] as const)("%s", (_case, faulty, missing, words) => {
    expect(describeMissing(faulty, missing)).toBe(words);
  });
});

describe("what keeps from submitting", () => {
  const facts = {
    id: "dossier",
    left: 5,
    resume: { number: "4.7", to: "/candidatures/dossier/section/usages#question-q" },
    canSeeSignatures: true,
    teamTo: "/equipe",
  };

  it("is told whole, each reason with the page where it is removed", () => {
    const lines = describeBlockers(
      ["not-legal-applicant", "incomplete", "signature-missing"],
      facts,
    );
    expect(lines.map(({ link }) => link)).toEqual([
      { to: "/equipe", label: "Voir qui peut transmettre" },
      { to: facts.resume.to, label: "Aller à la question 4.7" },
      { to: "/candidatures/dossier/signer", label: "Voir les signatures" },
    ]);
    expect(lines[1]?.text).toBe(`5${nb}réponses manquent ou sont à corriger.`);
  });

  it("leads nowhere that is closed to the reader, and nowhere when nothing can be done", () => {
    const closed = { ...facts, resume: null, canSeeSignatures: false, teamTo: null };
    const links = describeBlockers(
      ["deadline-passed", "not-legal-applicant", "incomplete", "signature-missing"],
      closed,
    ).map(({ link }) => link);
    expect(links).toEqual([
      null,
      null,
      { to: "/candidatures/dossier/relire#a-completer", label: "Voir ce qui manque" },
      null,
    ]);
  });
});
