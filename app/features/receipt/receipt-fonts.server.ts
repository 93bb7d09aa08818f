import { createRequire } from "node:module";

const fontFile = createRequire(import.meta.url).resolve;

/** A weight of the interface's typeface: the file of French, and that of the other Latin letters. */
const weight = (value: 400 | 700) => ({
  french: fontFile(`@fontsource/source-sans-3/files/source-sans-3-latin-${value}-normal.woff`),
  extended: fontFile(
    `@fontsource/source-sans-3/files/source-sans-3-latin-ext-${value}-normal.woff`,
  ),
});

/** Weights drawn in the receipt: files to embed, of which the PDF keeps the glyphs that it uses. */
export const receiptFonts = { regular: weight(400), bold: weight(700) } as const;

export type ReceiptFont = keyof typeof receiptFonts;

/** A stretch of text that one font file draws. */
export type Run = { readonly script: "french" | "extended"; readonly text: string };

const frenchBeyondLatin1 = "ŒœŸ‘’‚“”„–—…‹›€™−";
const isFrench = (letter: string) =>
  /^[\u0020-\u007e\u00a0-\u00ff]$/.test(letter) || frenchBeyondLatin1.includes(letter);
const isExtended = (letter: string) => /^[\u0100-\u017f\u0218-\u021b\u1e80-\u1e85]$/.test(letter);

/** The nearest letter that the typeface draws: U+202F as U+00A0, a letter it lacks without its accent. */
function drawable(letter: string): string {
  if (letter === "\u202f" || letter === "\u2009") return "\u00a0";
  if (isFrench(letter) || isExtended(letter)) return letter;
  const plain = letter.normalize("NFD").replace(/\p{M}/gu, "");
  return plain !== "" && [...plain].every(isFrench) ? plain : "?";
}

/** Cuts a text into the runs that each font file draws; a letter of neither becomes « ? ». */
export function fontRuns(text: string): Run[] {
  const runs: { script: Run["script"]; text: string }[] = [];
  for (const letter of [...text.normalize("NFC")].map(drawable).join("")) {
    const script = isFrench(letter) ? "french" : "extended";
    const last = runs.at(-1);
    if (last?.script === script) last.text += letter;
    else runs.push({ script, text: letter });
  }
  return runs;
}
