/** Said before the title of a page that holds errors, so that it is the first thing heard. */
export const errorPrefix = "Erreur : ";

/** The document's title: the page, then the service. */
export function pageTitle(title: string): string {
  return `${title} – Jalons`;
}
