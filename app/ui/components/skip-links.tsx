export interface SkipLink {
  /** The id of the target, without `#`. */
  target: string;
  label: string;
}

const usual: SkipLink[] = [
  { target: "contenu", label: "Contenu" },
  { target: "pied-de-page", label: "Pied de page" },
];

/** First links of the page, seen when focused. The page's `<main>` must be `id="contenu"`. */
export function SkipLinks({ links = usual }: { links?: SkipLink[] }) {
  return (
    <div className="fr-skiplinks">
      <nav className="fr-container" aria-label="Accès rapide">
        <ul className="fr-skiplinks__list">
          {links.map((link) => (
            <li key={link.target}>
              <a className="fr-link" href={`#${link.target}`}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
