import { ArrowRight, FileText } from "lucide-react";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { Frise } from "~/ui/components/frise";
import { formatNumber, nbsp, pluralOf } from "~/ui/format";
import type { HomeView } from "../home-view.server";
import { friseOf } from "../milestones";
import { SignInCard } from "./sign-in-card";

type Props = { readonly view: HomeView; readonly isSignedIn: boolean };

/** The campaign of the moment, the way in, and its calendar with today. */
export function Hero({ view, isSignedIn }: Props) {
  const { campaign } = view;
  return (
    <section className="jl-hero jl-bleed" aria-labelledby="campagne-du-moment">
      <div className="jl-hero__grid">
        <div className="jl-hero__text">
          {campaign ? (
            <>
              <p className="jl-hero__state">{campaign.state}</p>
              <h1 id="campagne-du-moment">{campaign.title}</h1>
              {campaign.summary && <p>{campaign.summary}</p>}
              <ButtonGroup>
                <LinkButton
                  to={paths.campaign(campaign.slug)}
                  size="lg"
                  icon={ArrowRight}
                  iconPosition="end"
                  onDeep
                >
                  Lire la campagne
                </LinkButton>
                {campaign.hasGrid && (
                  <LinkButton
                    to={paths.grid(campaign.slug)}
                    variant="secondary"
                    size="lg"
                    icon={FileText}
                    onDeep
                  >
                    Lire la grille publique
                  </LinkButton>
                )}
              </ButtonGroup>
              {view.others.length > 0 && (
                <p className="jl-hero__others">
                  {`Aussi ${pluralOf(view.others.length, "ouverte")}${nbsp}: `}
                  {view.others.map(({ slug, title }, index) => (
                    <span key={slug}>
                      {index > 0 && ", "}
                      <Anchor to={paths.campaign(slug)}>{title}</Anchor>
                    </span>
                  ))}
                </p>
              )}
            </>
          ) : (
            <>
              <h1 id="campagne-du-moment">Jalons</h1>
              <p>
                Aucune campagne n’est annoncée pour l’instant. Le tableau de bord et les chiffres
                publiés restent ouverts à tous.
              </p>
              <ButtonGroup>
                <LinkButton to={paths.dashboard()} size="lg" onDeep>
                  Ouvrir le tableau de bord
                </LinkButton>
              </ButtonGroup>
            </>
          )}
        </div>
        <SignInCard isSignedIn={isSignedIn} />
      </div>
      {campaign && (
        <Frise
          label={`Calendrier de la campagne ${campaign.title}`}
          items={friseOf(campaign.milestones, view.now, submittedWords(view.submittedCount))}
          onDeep
        />
      )}
    </section>
  );
}

function submittedWords(count: number | null): string {
  if (count === null) return "Vous êtes ici";
  const noun = pluralOf(count, "lycée public a transmis", "lycées publics ont transmis");
  return `${formatNumber(count)}${nbsp}${noun}`;
}
