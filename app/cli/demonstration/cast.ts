import type { Actor } from "~/domain/access/actor";
import { parisDay } from "~/ui/format";
import { findPersonByEmail, listMemberships } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";

/** Runs the demonstration's writes as one of its people, at an instant of its story. */
export type Cast = {
  as(name: string, at: Date): Promise<Work>;
};

/** The people of the demonstration as actors: what they do passes through the ordinary rules. */
export function castOf(work: Work): Cast {
  const known = new Map<string, Actor>();
  return {
    async as(name, at) {
      const actor = known.get(name) ?? (await findActor(work, name));
      known.set(name, actor);
      return { ...work, actor, now: at };
    },
  };
}

async function findActor({ tx, now }: Work, name: string): Promise<Actor> {
  const person = await findPersonByEmail(tx, `${name}@jalons.example`);
  if (!person) throw new Error(`Personne absente de la démonstration : ${name}`);
  return {
    personId: person.id,
    name: `${person.givenName} ${person.familyName}`,
    memberships: await listMemberships(tx, person.id, parisDay(now)),
  };
}

/** Fails loudly when a step of the demonstration's story is refused: its data would be wrong. */
export function expectDone<T extends { readonly ok: boolean }>(
  step: string,
  result: T,
): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`Démonstration : « ${step} » refusé (${JSON.stringify(result)})`);
  return result as Extract<T, { ok: true }>;
}
