/** A spreadsheet runs a text that begins so as a formula; the full-width signs in some languages too. */
const beginsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** Controls, which XML refuses but for three, halves of a pair, and two codes that are no character. */
const unwritable = /[^\P{Cc}\t\n\r]|[\p{Surrogate}\ufffe\uffff]/gu;

/** True for a text that a spreadsheet would take for a formula if it were typed in a cell. */
export function isFormulaStart(text: string): boolean {
  return beginsFormula.test(text);
}

/**
 * A text that every spreadsheet keeps as a text, also once it is saved in another format: an apostrophe
 * stands before what would begin a formula.
 */
export function sheetText(text: string): string {
  const plain = text.replace(unwritable, "").replaceAll("\r\n", "\n");
  return isFormulaStart(plain) ? `'${plain}` : plain;
}
