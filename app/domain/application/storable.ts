/** U+0000 and lone halves of a pair are no text: the database refuses them. */
const unstorable = /\0|\p{Surrogate}/u;
const deepest = 8;

/** True when every text of a JSON value, its keys included, can be stored as Unicode text. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return !unstorable.test(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth >= deepest) return false;
  return Object.entries(value).every(
    ([key, item]) => !unstorable.test(key) && isStorable(item, depth + 1),
  );
}
