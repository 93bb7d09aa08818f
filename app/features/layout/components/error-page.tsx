import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { paths } from "~/paths";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";

type Explanation = { readonly title: string; readonly lead: string; readonly advice: string };

const explanations: Readonly<Record<number, Explanation>> = {
  403: {
    title: "Cette page ne vous est pas ouverte",
    lead: "Votre compte est bien reconnu, mais votre rôle ne donne pas accès à cette page.",
    advice:
      "Si vous devriez y accéder, demandez à l’administrateur de la campagne de vérifier votre rôle et votre périmètre.",
  },
  404: {
    title: "Cette page n’existe pas",
    lead: "L’adresse est inexacte, la page a été déplacée, ou elle ne fait pas partie de votre périmètre.",
    advice: "Vérifiez l’adresse, ou repartez de votre espace.",
  },
};

const otherRefusal: Explanation = {
  title: "Cette demande n’a pas été acceptée",
  lead: "Rien n’a été modifié.",
  advice: "Revenez à la page précédente et recommencez.",
};

const breakdown: Explanation = {
  title: "Une panne est survenue",
  lead: "Elle vient de notre côté. Rien de ce qui était enregistré n’est perdu.",
  advice: "Réessayez dans quelques minutes. Si la panne dure, signalez l’heure à votre délégation.",
};

/** What a page shows when it is refused, not found, or broken: what happened, and what to do. */
export function ErrorPage() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said =
    isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : undefined;
  const known = explanations[status] ?? (status < 500 ? otherRefusal : breakdown);
  return (
    <>
      <title>{`${known.title} – Jalons`}</title>
      <PageTitle kicker={`Erreur ${status}`} title={known.title} lead={known.lead} />
      <Sheet>
        {status < 500 && said ? <p>{said}</p> : null}
        <p>{known.advice}</p>
        <ButtonGroup>
          <LinkButton to={paths.workspace()}>Aller à mon espace</LinkButton>
          <LinkButton to={paths.home()} variant="secondary">
            Page d’accueil
          </LinkButton>
        </ButtonGroup>
      </Sheet>
    </>
  );
}
