import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { paths } from "~/paths";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { unavailableWords, unreachableWords } from "../unavailable-words";
import { ResendForm } from "./resend-form";
import { lastPostTo } from "./use-last-post";

type Explanation = { readonly title: string; readonly lead: string; readonly advice: string };

/** What browsers say of a request that reached no server: Chrome, Firefox, Safari. */
const unreached = /failed to fetch|networkerror|load failed/i;

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
  503: unavailableWords,
};

/** The same for every address that is only read. */
const notAForm: Explanation = {
  title: "Envoi impossible à cette adresse",
  lead: "Cette page se lit, mais ne reçoit pas de formulaire. Rien n’a été modifié.",
  advice: "Revenez à la page précédente et recommencez.",
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

/** A refusal that the router words itself begins so, and is in English. */
function oursOnly(text: string): string | undefined {
  return /^\w*Error\b/.test(text) ? undefined : text;
}

/** What a page shows when it is refused, not found, or broken: what happened, and what to do. */
export function ErrorPage() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const isUnreached = error instanceof TypeError && unreached.test(error.message);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said =
    isRouteErrorResponse(error) && typeof error.data === "string"
      ? oursOnly(error.data)
      : undefined;
  const known = isUnreached
    ? unreachableWords
    : (explanations[status] ??
      (status === 405 ? notAForm : status < 500 ? otherRefusal : breakdown));
  const isPassing = isUnreached || status === 503;
  const posted = isPassing ? lastPostTo(pathname) : undefined;
  return (
    <>
      <title>{`${known.title} – Jalons`}</title>
      <PageTitle
        kicker={isUnreached ? undefined : `Erreur ${status}`}
        title={known.title}
        lead={known.lead}
      />
      <Sheet>
        <div className="jl-stack jl-stack--tight">
          {status < 500 && said ? <p>{said}</p> : null}
          <p>{known.advice}</p>
          {posted ? <ResendForm posted={posted} /> : null}
          <ButtonGroup>
            {isPassing && !posted ? (
              <LinkButton to={`${pathname}${search}`} reloadDocument>
                Réessayer
              </LinkButton>
            ) : null}
            <LinkButton to={paths.workspace()} variant={isPassing ? "secondary" : "primary"}>
              Aller à mon espace
            </LinkButton>
            <LinkButton to={paths.home()} variant="secondary">
              Page d’accueil
            </LinkButton>
          </ButtonGroup>
        </div>
      </Sheet>
    </>
  );
}
