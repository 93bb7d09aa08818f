import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
import { graphemes } from "./wrap-lines";

const resolve = createRequire(import.meta.url).resolve;

/** The files of the interface's typeface, the one of French first: each holds some scripts. */
const scripts = [
  "latin",
  "latin-ext",
  "vietnamese",
  "greek",
  "greek-ext",
  "cyrillic",
  "cyrillic-ext",
] as const;
export type Script = (typeof scripts)[number];
export type Weight = 400 | 700;

const opened = new Map<string, Font>();

/** One file of the typeface, read once: documents embed the glyphs that they use. */
export function fontOf(script: Script, weight: Weight): Font {
  const name = `@fontsource/source-sans-3/files/source-sans-3-${script}-${weight}-normal.woff`;
  const known = opened.get(name);
  if (known) return known;
  // Web fonts hold one face each; collections do not exist in this format.
  const font = openSync(resolve(name)) as Font;
  opened.set(name, font);
  return font;
}

/** A stretch of text that one font file draws; `none` for letters that none does. */
export type Run = { readonly script: Script | "none"; readonly text: string };

const plainFrench = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff’“”…€œŒ–—−]*$/;

/** Cuts a text into runs. A letter that no file draws is one box; an accent alone missing is left out. */
export function fontRuns(text: string): Run[] {
  const readable = readableText(text);
  if (plainFrench.test(readable)) return readable ? [{ script: "latin", text: readable }] : [];
  const runs: { script: Run["script"]; text: string }[] = [];
  for (const letter of graphemes(readable)) {
    const last = runs.at(-1);
    const { script, drawn } = drawnBy(letter, last?.script);
    if (drawn === "") continue;
    if (last?.script === script) last.text += drawn;
    else runs.push({ script, text: drawn });
  }
  return runs;
}

/** Whether some letter of a text is drawn otherwise than it is: a reader is then told the text itself. */
export function isFullyDrawn(text: string): boolean {
  const readable = readableText(text);
  if (plainFrench.test(readable)) return true;
  const drawn = fontRuns(readable);
  return (
    drawn.every(({ script }) => script !== "none") &&
    drawn.map((run) => run.text).join("") === readable
  );
}

/** The text that is drawn: composed, its thin spaces as U+00A0, without what has no width and no form. */
export function readableText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2000-\u200a\u202f\u205f\u3000]/g, "\u00a0")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, "");
}

function drawnBy(
  letter: string,
  current: Run["script"] | undefined,
): { readonly script: Run["script"]; readonly drawn: string } {
  const codes = [...letter].filter((code) => !/\p{Cf}|\p{Variation_Selector}/u.test(code));
  const [base] = codes;
  if (base === undefined) return { script: "latin", drawn: "" };
  const whole = scriptOf(codes, current);
  if (whole) return { script: whole, drawn: codes.join("") };
  const isMarked = codes.slice(1).every((code) => /\p{M}/u.test(code));
  const plain = isMarked ? base.normalize("NFD").replace(/\p{M}/gu, "") : "";
  const bare = plain ? scriptOf([...plain], current) : undefined;
  return bare ? { script: bare, drawn: plain } : { script: "none", drawn: letter };
}

/** The first file that draws all of these, the one in use before any other. */
function scriptOf(codes: readonly string[], current: Run["script"] | undefined) {
  const preferred = current && current !== "none" ? [current, ...scripts] : scripts;
  return preferred.find((script) => {
    const font = fontOf(script, 400);
    return codes.every((code) => font.hasGlyphForCodePoint(code.codePointAt(0) ?? 0));
  });
}
