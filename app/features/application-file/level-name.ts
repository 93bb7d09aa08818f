/** « Niveau 2 », with the campaign's own word for it when it has one: « Niveau 2, Confirmé ». */
export function levelName(level: number, title: string | null): string {
  if (level === 0) return "Aucun niveau atteint";
  const name = `Niveau\u00a0${level}`;
  const isPlain = title === null || title.replace(/\s/g, " ").toLowerCase() === `niveau ${level}`;
  return isPlain ? name : `${name}, ${title}`;
}

/** The same inside a sentence: « niveau 2 ». */
export function plainLevel(level: number): string {
  return `niveau\u00a0${level}`;
}
