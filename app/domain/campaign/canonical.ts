import canonicalize from "canonicalize";

/**
 * RFC 8785 canonical form of any JSON value: the same content always gives the same characters.
 * Throws on what is not JSON (functions, NaN), which only a bug can bring here.
 */
export function canonicalJson(json: unknown): string {
  const text = canonicalize(json);
  if (text === undefined) throw new TypeError("Only JSON values have a canonical form.");
  return text;
}

/**
 * Canonical characters of a campaign document. Give it the JSON as it was written, not the parsed
 * document, where defaults are filled in: an export then has the bytes of what was imported.
 */
export function canonicalCampaign(document: unknown): string {
  return canonicalJson(document);
}
