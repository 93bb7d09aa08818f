const clusters = new Intl.Segmenter("fr", { granularity: "grapheme" });

/** A text as what a reader sees as letters: an accent or a joined emoji stays with its base. */
export function graphemes(text: string): string[] {
  if (/^[\u0020-\u007e\u00a0-\u00ff]*$/.test(text)) return [...text];
  return Array.from(clusters.segment(text), ({ segment }) => segment);
}

/**
 * Cuts a paragraph into lines no wider than `width`, by `measure`. It breaks at plain spaces, never at
 * non-breaking ones, and inside a word only when the word alone is too wide. A line that ends at a space keeps
 * it, so that the lines put end to end are the text again. An empty text is one empty line.
 */
export function wrapLines(
  text: string,
  width: number,
  measure: (text: string) => number,
): string[] {
  const space = measure(" ");
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const close = (end = "") => {
    lines.push(line + end);
    line = "";
    used = 0;
  };
  for (const word of text.split(/[ \t]+/).filter((part) => part !== "")) {
    const size = measure(word);
    if (line !== "" && used + space + size <= width) {
      line += ` ${word}`;
      used += space + size;
      continue;
    }
    if (line !== "") close(" ");
    if (size <= width) {
      line = word;
      used = size;
      continue;
    }
    for (const letter of graphemes(word)) {
      const step = measure(letter);
      if (line !== "" && used + step > width) close();
      line += letter;
      used += step;
    }
  }
  if (line !== "" || lines.length === 0) close();
  return lines;
}
