import { type SQL, sql } from "drizzle-orm";

/** Each accented letter, or mark that counts as a space, and what it becomes; one for one. */
const marked = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ’'‘–-";
const folded = "aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy     ";

/**
 * A text without case, accent, ligature, hyphen or apostrophe. Neither engine is asked for an
 * extension, nor for a locale: accents fall before `lower`, which may know ASCII only.
 */
export function foldedText(text: SQL): SQL {
  const bare = sql`replace(replace(replace(replace(${text}, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')`;
  return sql`lower(translate(${bare}, ${marked}::text, ${folded}::text))`;
}

/** True when `text`, folded, holds every word; the words are folded already. */
export function holdsWords(text: SQL, words: readonly string[]): SQL {
  const conditions = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    return sql`${foldedText(text)} like ${pattern}`;
  });
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}
