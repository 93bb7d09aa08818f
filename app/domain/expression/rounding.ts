/**
 * Rounds half up (towards +∞) to `digits` decimals. The only rounding of scores and calculations.
 *
 * Binary floats put 1.005 just under its half; a distance of one billionth (relative) counts as on it.
 */
export function roundHalfUp(value: number, digits = 0): number {
  const factor = digits === 1 ? 10 : 10 ** digits;
  const scaled = value * factor;
  if (!Number.isFinite(scaled)) return value;
  const whole = Math.floor(scaled);
  const tolerance = 1e-9 * Math.max(1, Math.abs(scaled));
  const rounded = scaled - whole >= 0.5 - tolerance ? whole + 1 : whole;
  return rounded === 0 ? 0 : rounded / factor;
}
