/** A tab that was not renewed for this long, in milliseconds, is no longer in the file. */
export const presenceLife = 45_000;

/** One tab of one person who has the file open, as last renewed. */
export type OpenTab = {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** The question that the person was last at; null for none. */
  readonly questionId: string | null;
  readonly seenAt: Date;
};

/** Somebody who is in the file. */
export type PresentPerson = {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly questionId: string | null;
  /** The question's number as the questionnaire prints it (« 4.3 »); null without question. */
  readonly number: string | null;
};

/** The first instant of renewal that still counts at `now`. */
export function presentSince(now: Date): Date {
  return new Date(now.getTime() - presenceLife);
}

/**
 * Who is in a file at `now`, one line a person whatever their tabs, by name; `exceptId` (whoever looks)
 * is left out. The tab last renewed among those that are at a question says where the person is.
 */
export function listPresent(
  tabs: readonly OpenTab[],
  numbers: ReadonlyMap<string, string>,
  now: Date,
  exceptId: string,
): PresentPerson[] {
  const since = presentSince(now);
  const best = new Map<string, OpenTab>();
  for (const tab of tabs) {
    if (tab.seenAt <= since || tab.personId === exceptId) continue;
    const known = best.get(tab.personId);
    if (!known || tellsMore(tab, known)) best.set(tab.personId, tab);
  }
  return [...best.values()].sort(byName).map(({ personId, givenName, familyName, questionId }) => {
    const number = numbers.get(questionId ?? "") ?? null;
    return {
      id: personId,
      name: `${givenName} ${familyName}`,
      initials: `${givenName.charAt(0)}${familyName.charAt(0)}`,
      // A question that the questionnaire does not number is no place that one can name.
      questionId: number === null ? null : questionId,
      number,
    };
  });
}

function tellsMore(tab: OpenTab, known: OpenTab): boolean {
  const isAt = tab.questionId !== null;
  if (isAt !== (known.questionId !== null)) return isAt;
  return tab.seenAt > known.seenAt;
}

const order = new Intl.Collator("fr");

function byName(a: OpenTab, b: OpenTab): number {
  return (
    order.compare(a.familyName, b.familyName) ||
    order.compare(a.givenName, b.givenName) ||
    (a.personId < b.personId ? -1 : 1)
  );
}
