/** True for the form of an INSEE commune code (2A and 2B for Corsica). Existence is not checked. */
export function isCommuneCode(text: string): boolean {
  return /^(\d{5}|2[AB]\d{3})$/.test(text);
}
