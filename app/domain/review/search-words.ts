const mostWords = 8;

/**
 * The words of a search, without case, accent, ligature, hyphen or apostrophe: what the folded text of
 * the database is compared with. At most eight words.
 */
export function searchWords(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’'‘–-]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
}
