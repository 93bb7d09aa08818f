import { academies } from "./academies";

/** A département's INSEE code: `09`, `2A`, `971`. */
export type DepartementCode = string & { readonly __brand: "DepartementCode" };

const withoutSchools = ["984", "989"];
const known: ReadonlySet<string> = new Set([
  ...academies.flatMap((entry) => entry.departements),
  ...withoutSchools,
]);

/**
 * Reads a département code as files write it: `031`, `31`, `02A`, `2a`, `1`, `971`.
 * Gives null for what is no département; `20` (Corsica before 1976) is ambiguous and so refused.
 */
export function parseDepartementCode(raw: string): DepartementCode | null {
  const text = raw.trim().toUpperCase();
  if (!/^[0-9]{1,3}$|^0?2[AB]$/.test(text)) return null;
  const stripped = text.replace(/^0+/, "");
  const code = stripped.padStart(2, "0");
  return known.has(code) ? (code as DepartementCode) : null;
}

/** The département that a commune's INSEE code belongs to; null when the code is no such code. */
export function departementOfCommune(communeCode: string): DepartementCode | null {
  const length = /^9[78]/.test(communeCode) ? 3 : 2;
  return parseDepartementCode(communeCode.slice(0, length));
}
