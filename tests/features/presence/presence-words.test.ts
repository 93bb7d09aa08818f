import { describe, expect, it } from "vitest";
import type { PresentPerson } from "~/domain/application/presence";
import {
  answeringHere,
  changeSentence,
  placeWords,
  presenceSentence,
} from "~/features/presence/presence-words";

const person = (name: string, number: string | null = null): PresentPerson => ({
  id: name,
  name,
  initials: "",
  questionId: number && `q-${number}`,
  number,
});
const karim = person("Karim Benslimane", "4.3");

describe("what the page says of who is there", () => {
  it.each([
    [[], ""],
    [[karim], "Aussi dans ce dossier\u00a0: Karim Benslimane (question\u00a04.3)"],
    [
      [karim, person("Léa Roux")],
      "Aussi dans ce dossier\u00a0: Karim Benslimane (question\u00a04.3) et Léa Roux",
    ],
    [["A", "B", "C", "D", "E"].map((name) => person(name)), /: A, B, C, D et 1\u00a0autre$/],
    [["A", "B", "C", "D", "E", "F"].map((name) => person(name)), /D et 2\u00a0autres$/],
  ] as const)("%#", (people, words) => {
    expect(presenceSentence(people)).toMatch(
      words instanceof RegExp ? words : new RegExp(`^${words.replace(/[.()]/g, "\\$&")}$`),
    );
  });

  it("says on a question who answers it", () => {
    expect(answeringHere([karim], "q-4.3")).toBe("Karim Benslimane répond ici");
    expect(answeringHere([karim], "q-4.4")).toBe("");
    expect(answeringHere([karim, person("Léa Roux", "4.3")], "q-4.3")).toBe(
      "Karim Benslimane et Léa Roux répondent ici",
    );
  });

  it("says where somebody of the team is", () => {
    expect(placeWords(karim)).toBe("à la question\u00a04.3");
    expect(placeWords(person("Léa Roux"))).toBe("dans le dossier");
  });

  it("says what somebody wrote, and when", () => {
    const change = {
      questionId: "q",
      version: 2,
      authorId: "x",
      author: "Karim Benslimane",
      savedAt: "2026-02-01T13:32:00Z",
    };
    expect(changeSentence(change, "4.3")).toBe(
      "Karim Benslimane a modifié la réponse\u00a04.3 à 14\u00a0h\u00a032",
    );
    expect(changeSentence(change, "")).toContain("a modifié une réponse à");
  });
});
