/** A school identifier: seven digits and a check letter, `0121234K`. */
export type Uai = string & { readonly __brand: "Uai" };

export type UaiReading =
  | { ok: true; uai: Uai; restoredZeros: boolean }
  | { ok: false; reason: "empty" | "malformed" | "wrong-letter" };

const alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** The check letter of a seven-digit number: its remainder by 23 in an alphabet without I, O and Q. */
export function uaiLetter(digits: string): string {
  return alphabet.charAt(Number(digits) % alphabet.length);
}

/** Composes the UAI of a number from 0 to 9 999 999. */
export function composeUai(number: number): Uai {
  const digits = String(number).padStart(7, "0");
  return (digits + uaiLetter(digits)) as Uai;
}

/**
 * Reads a UAI, in either case. Leading zeros that a spreadsheet dropped are put back, since the
 * letter confirms the number; the reading then says so.
 */
export function parseUai(raw: string): UaiReading {
  const text = raw.trim().toUpperCase();
  if (text === "") return { ok: false, reason: "empty" };
  if (!/^[0-9]{5,7}[A-Z]$/.test(text)) return { ok: false, reason: "malformed" };
  const padded = text.padStart(8, "0");
  if (uaiLetter(padded.slice(0, 7)) !== padded.charAt(7)) {
    return { ok: false, reason: "wrong-letter" };
  }
  return { ok: true, uai: padded as Uai, restoredZeros: text.length < 8 };
}

/** Whether a text is a UAI exactly as it is stored. */
export function isUai(text: string): text is Uai {
  return /^[0-9]{7}[A-Z]$/.test(text) && uaiLetter(text.slice(0, 7)) === text.charAt(7);
}
