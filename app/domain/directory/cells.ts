/** What reading one cell gives: a value, null when it is empty, and what to tell when it was damaged. */
export type CellReading<Value> = { value: Value | null; damage?: string };

const scientific = /^[0-9]+([.,][0-9]+)?E\+?[0-9]+$/i;
const dateMessage = "Cette date n’est pas lisible : écrivez-la AAAA-MM-JJ.";

/** Text without control characters, outer or repeated spaces; null when nothing is left. */
export function readText(raw: string): string | null {
  const text = raw.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return text === "" ? null : text;
}

/** A cell as a report quotes it: 200 characters at most, control characters made visible. */
export function quoteCell(raw: string): string {
  return [...raw.slice(0, 400).replace(/\p{Cc}/gu, "\uFFFD")].slice(0, 200).join("");
}

/** `1`/`0`, `oui`/`non`, `true`/`false`; anything else says nothing. */
export function readBoolean(raw: string): boolean | null {
  const text = raw.trim().toLowerCase();
  if (text === "1" || text === "oui" || text === "true" || text === "vrai") return true;
  if (text === "0" || text === "non" || text === "false" || text === "faux") return false;
  return null;
}

/** A head-count: a whole number below 100,000, with or without spaces between its thousands. */
export function readHeadcount(raw: string): CellReading<number> {
  const text = raw.replace(/\s/g, "").replace(/[.,]0+$/, "");
  if (text === "") return { value: null };
  if (!/^[0-9]{1,5}$/.test(text)) {
    return { value: null, damage: "Un effectif est un nombre entier : cellule laissée de côté." };
  }
  return { value: Number(text) };
}

/** A latitude or longitude in degrees, with a point or a comma, within `limit` of zero. */
export function readDegrees(raw: string, limit: number): CellReading<number> {
  const text = raw.trim().replace(",", ".");
  if (text === "") return { value: null };
  const value = Number(text);
  if (!/^-?[0-9]{1,3}(\.[0-9]+)?$/.test(text) || Math.abs(value) > limit) {
    return { value: null, damage: "Coordonnée illisible : cellule laissée de côté." };
  }
  return { value };
}

/** A day as `AAAA-MM-JJ`, from an ISO date or instant or from `JJ/MM/AAAA`. */
export function readDay(raw: string): CellReading<string> {
  const text = raw.trim();
  if (text === "") return { value: null };
  const iso = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/.exec(text);
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : null;
  if (parts === null) return { value: null, damage: dateMessage };
  const day = parts.join("-");
  const instant = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
  return real && Number(parts[0]) >= 1000 ? { value: day } : { value: null, damage: dateMessage };
}

/** A five-character INSEE commune code; leading zeros lost in a spreadsheet are put back. */
export function readCommuneCode(raw: string): CellReading<string> {
  const text = raw.trim().toUpperCase();
  if (text === "") return { value: null };
  if (/^([0-9]{5}|2[AB][0-9]{3})$/.test(text)) return { value: text };
  if (/^[0-9]{4}$/.test(text)) {
    return { value: `0${text}`, damage: "Zéro initial perdu par un tableur : code rétabli." };
  }
  return {
    value: null,
    damage: "Ce code n’est pas celui d’une commune : cellule laissée de côté.",
  };
}

/** A five-digit postal code; a leading zero lost in a spreadsheet is put back. */
export function readPostalCode(raw: string): CellReading<string> {
  const text = raw.replace(/\s/g, "");
  if (text === "") return { value: null };
  if (/^[0-9]{5}$/.test(text)) return { value: text };
  if (/^[0-9]{4}$/.test(text)) {
    return { value: `0${text}`, damage: "Zéro initial perdu par un tableur : code rétabli." };
  }
  return { value: null, damage: "Un code postal a cinq chiffres : cellule laissée de côté." };
}

/** A SIRET of fourteen digits. A number that a spreadsheet rounded (`2,19E+13`) cannot be put back. */
export function readSiret(raw: string): CellReading<string> {
  const text = raw.replace(/\s/g, "");
  if (text === "") return { value: null };
  if (/^[0-9]{14}$/.test(text)) return { value: text };
  if (scientific.test(text)) {
    return { value: null, damage: "SIRET arrondi par un tableur : cellule laissée de côté." };
  }
  if (/^[0-9]{12,13}$/.test(text) && hasLuhnKey(text)) {
    return {
      value: text.padStart(14, "0"),
      damage: "Zéro initial perdu par un tableur : SIRET rétabli.",
    };
  }
  return { value: null, damage: "Un SIRET a quatorze chiffres : cellule laissée de côté." };
}

/** An electronic address in lower case; null for what is no address. */
export function readMail(raw: string): string | null {
  const text = raw.trim().toLowerCase();
  return /^[^\s@<>"]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,}$/.test(text) ? text : null;
}

/** A code of letters, digits and marks, as circonscriptions, basins and RPI have. */
export function readCode(raw: string): string | null {
  const text = raw.trim().toUpperCase();
  return /^[0-9A-Z_-]{1,20}$/.test(text) ? text : null;
}

function hasLuhnKey(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
