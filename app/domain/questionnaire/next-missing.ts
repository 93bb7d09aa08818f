/**
 * The next required question without an answer after the one where the person is, in the order of the
 * section; without a place (or one of another section), the first. Undefined after the last.
 */
export function nextMissing(
  order: readonly string[],
  missing: readonly string[],
  from: string | undefined,
): string | undefined {
  const start = from === undefined ? -1 : order.indexOf(from);
  const waiting = new Set(missing);
  return order.find((id, index) => index > start && waiting.has(id));
}

/** One section as a jump needs it: how many required questions are left, and the first of them. */
export type MissingOfSection = {
  readonly id: string;
  readonly missing: number;
  readonly firstMissing: string | null;
};

/** The next section, going round, that has a required question left; undefined when no other has. */
export function nextSectionMissing<S extends MissingOfSection>(
  sections: readonly S[],
  position: number,
): S | undefined {
  const others = [...sections.slice(position + 1), ...sections.slice(0, position)];
  return others.find(({ firstMissing }) => firstMissing !== null);
}
