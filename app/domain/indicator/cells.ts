/** A number cell as read: absent, a number, or not a number. */
export type NumberCell =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false };

/** Reads a number written with a comma or a point, spaces between thousands, or a percent sign. */
export function readNumber(cell: string): NumberCell {
  const text = cell.replace(/[\s\u00a0\u202f]/g, "").replace(/%$/, "");
  if (text === "") return { ok: true, value: null };
  if (!/^-?\d{1,12}(?:[.,]\d{1,10})?$/.test(text)) return { ok: false };
  return { ok: true, value: Number(text.replace(",", ".")) };
}

/** Reads a day as `2018-09-01` or `01/09/2018`; null when the calendar has no such day. */
export function readDay(cell: string): string | null {
  const text = cell.trim();
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = french
    ? `${french[3]}-${(french[2] ?? "").padStart(2, "0")}-${(french[1] ?? "").padStart(2, "0")}`
    : text;
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  return new Date(time).toISOString().slice(0, 10) === day ? day : null;
}
