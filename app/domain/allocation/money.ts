/** Most that a form accepts, in cents: ten thousand million euros, exact in a double. */
export const mostCents = 1_000_000_000_000;

/**
 * Cents of an amount typed in French (« 1 374 238,50 », « 450 € »); a full stop is accepted for the
 * comma. Undefined when it is not an amount, has more than two decimals or exceeds `mostCents`.
 */
export function parseEuros(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, "").replace(/€$/, "");
  const found = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(compact);
  if (!found) return undefined;
  const cents = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return cents <= mostCents ? cents : undefined;
}

/** An amount as a form shows it again: « 1374238,50 », « 450 ». */
export function eurosText(cents: number): string {
  const rest = cents % 100;
  const whole = String((cents - rest) / 100);
  return rest === 0 ? whole : `${whole},${String(rest).padStart(2, "0")}`;
}
