import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { PostedForm } from "../posted-form";
import { unavailableWords } from "../unavailable-words";
import { ResendForm } from "./resend-form";

/**
 * The whole page that answers a form sent without JavaScript while the service is away: it holds what
 * was typed. Without any script, since nothing would come alive with the fields it gives back.
 */
export function UnavailableDocument({
  stylesheet,
  posted,
}: {
  readonly stylesheet: string;
  readonly posted: PostedForm;
}) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${unavailableWords.title} – Jalons`}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <main className="fr-container jl-page">
          <PageTitle
            kicker="Erreur 503"
            title={unavailableWords.title}
            lead={unavailableWords.lead}
          />
          <Sheet>
            <ResendForm posted={posted} />
            <p>
              <a href="/">Page d’accueil</a>
            </p>
          </Sheet>
        </main>
      </body>
    </html>
  );
}
