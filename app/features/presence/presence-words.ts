import type { PresentPerson } from "~/domain/application/presence";
import { formatList, formatTime, nbsp } from "~/ui/format";
import type { SeenChange } from "./file-state";

/** Names written out in the line; the others are counted. */
const mostNamed = 4;

/** « Aussi dans ce dossier : Karim Benslimane (question 4.3) »; empty when nobody else is there. */
export function presenceSentence(people: readonly PresentPerson[]): string {
  if (people.length === 0) return "";
  const named = people
    .slice(0, mostNamed)
    .map(({ name, number }) => (number ? `${name} (question${nbsp}${number})` : name));
  const others = people.length - named.length;
  const rest = others === 0 ? [] : [`${others}${nbsp}autre${others > 1 ? "s" : ""}`];
  return `Aussi dans ce dossier${nbsp}: ${formatList([...named, ...rest])}`;
}

/** « Karim Benslimane répond ici »; empty when nobody is at that question. */
export function answeringHere(people: readonly PresentPerson[], questionId: string): string {
  const names = people.filter((person) => person.questionId === questionId).map(({ name }) => name);
  if (names.length === 0) return "";
  return `${formatList(names)} ${names.length > 1 ? "répondent" : "répond"} ici`;
}

/** « à la question 4.3 », « dans le dossier »: where somebody of the team is. */
export function placeWords({ number }: Pick<PresentPerson, "number">): string {
  return number ? `à la question${nbsp}${number}` : "dans le dossier";
}

/** « Karim Benslimane a modifié la réponse 4.3 à 14 h 32 »; `number` empty for one without number. */
export function changeSentence({ author, savedAt }: SeenChange, number: string): string {
  const what = number ? `la réponse${nbsp}${number}` : "une réponse";
  return `${author} a modifié ${what} à ${formatTime(savedAt)}`;
}
