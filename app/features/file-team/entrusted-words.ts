import { formatList } from "~/ui/format";

type Titled = { readonly id: string; readonly title: string };

/** « Tout le dossier », or the quoted titles of the sections in the order of the questionnaire. */
export function entrustedWords(
  sections: readonly string[] | null,
  questionnaire: readonly Titled[],
): string {
  if (sections === null) return "Tout le dossier";
  return formatList(
    questionnaire
      .filter(({ id }) => sections.includes(id))
      .map(({ title }) => `«\u00a0${title}\u00a0»`),
  );
}

/** « section 2 », « sections 4 et 5 »; empty for the whole file, or for what is not asked. */
export function sectionNumbers(
  sections: readonly string[] | null,
  shown: readonly { readonly id: string; readonly number: number }[],
): string {
  const numbers = shown
    .filter(({ id }) => sections?.includes(id))
    .map(({ number }) => String(number));
  if (numbers.length === 0) return "";
  return `${numbers.length > 1 ? "sections" : "section"}\u00a0${formatList(numbers)}`;
}
