/** School years that a label lasts when its campaign states none. */
export const defaultValidityYears = 1;

/**
 * Validity of a label published on `day` (YYYY-MM-DD, Paris) for `years` school years: from that day
 * until the 31 August that ends the last of them. Published between January and August, the label
 * counts from the coming school year, what is left of the current one being added; from September on,
 * the year under way is the first.
 */
export function labelValidity(
  day: string,
  years: number = defaultValidityYears,
): { readonly validFrom: string; readonly validUntil: string } {
  return { validFrom: day, validUntil: `${Number(day.slice(0, 4)) + years}-08-31` };
}
