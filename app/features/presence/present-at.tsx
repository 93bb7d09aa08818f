import type { PresentPerson } from "~/domain/application/presence";
import { placeWords } from "./presence-words";

type Props = { readonly people: readonly PresentPerson[]; readonly personId: string };

/** A dot and « à la question 4.3 » beside somebody of the team who is in the file; nothing otherwise. */
export function PresentAt({ people, personId }: Props) {
  const person = people.find(({ id }) => id === personId);
  if (!person) return null;
  return <span className="jl-present">{placeWords(person)}</span>;
}
