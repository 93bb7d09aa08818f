type Parts = readonly [before: string, changed: string, after: string];

/**
 * Where two texts differ: what they share at both ends, and the words between. Cut between words, so
 * that no mark begins inside one.
 */
export function differenceOf(a: string, b: string): readonly [Parts, Parts] {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shortest = Math.min(left.length, right.length);
  let start = 0;
  while (start < shortest && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shortest - start && left[left.length - 1 - end] === right[right.length - 1 - end]) {
    end += 1;
  }
  const partsOf = (words: readonly string[]): Parts => [
    words.slice(0, start).join(""),
    words.slice(start, words.length - end).join(""),
    words.slice(words.length - end).join(""),
  ];
  return [partsOf(left), partsOf(right)];
}

function wordsOf(text: string): string[] {
  return text.split(/(\s+|[.,;:!?])/).filter((part) => part !== "");
}
