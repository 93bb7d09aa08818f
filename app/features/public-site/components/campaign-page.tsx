import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { DefinitionList } from "~/ui/components/definition-list";
import { Frise } from "~/ui/components/frise";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatList, nbsp } from "~/ui/format";
import type { CampaignView } from "../campaign-view.server";
import { sentenceCase } from "../campaign-words";
import { actKindLabels, kindLabels, ministryLabels, phaseLabels } from "../labels";
import { calendarSentences, friseOf } from "../milestones";
import { ControllerList } from "./controller-list";
import { LevelList } from "./level-list";

/** What a campaign is, for whom, until when, and who decides. */
export function CampaignPage({ view }: { view: CampaignView }) {
  const { campaign } = view;
  return (
    <>
      <Breadcrumb
        items={[
          { to: paths.home(), label: "Accueil" },
          { to: paths.campaigns(), label: "Campagnes" },
          { label: campaign.title },
        ]}
      />
      <PageTitle
        kicker={kindLabels[campaign.kind]}
        title={campaign.title}
        lead={campaign.summary}
        aside={
          <Badge tone={campaign.phase === "open" ? "success" : "neutral"}>
            {phaseLabels[campaign.phase]}
          </Badge>
        }
      />
      <div className="jl-page">
        <Sheet title="Calendrier">
          <div className="jl-stack">
            <Frise
              label="Calendrier de la campagne"
              items={friseOf(campaign.milestones, view.now, "Vous êtes ici")}
            />
            <ul className="jl-bullets jl-measure">
              {calendarSentences(campaign.milestones).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <ButtonGroup>
              <LinkButton to={paths.applications()}>Répondre pour mon établissement</LinkButton>
              <LinkButton to={paths.grid(campaign.slug)} variant="secondary">
                Lire la grille publique
              </LinkButton>
              <LinkButton to={paths.results(campaign.slug)} variant="tertiary">
                Résultats
              </LinkButton>
            </ButtonGroup>
          </div>
        </Sheet>
        <div className="jl-grid jl-grid--two">
          <Sheet title="Pour qui">
            <ul className="jl-bullets">
              {view.perimeter.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Sheet>
          <Sheet title="Qui répond et qui signe">
            <div className="jl-prose">
              {view.applicants.map((line) => (
                <p key={line}>{line}</p>
              ))}
              <Preparation view={view} />
            </div>
          </Sheet>
        </div>
        {view.levels.length > 0 && (
          <Sheet title="Ce que chaque niveau demande">
            <LevelList
              levels={view.levels.map((level) => ({
                ...level,
                rights: view.entitlements
                  .filter(({ levels }) => levels.includes(level.level))
                  .map(({ words }) => words),
              }))}
            />
            {view.labelValidityYears && (
              <p className="jl-second">{`Le label vaut ${formatCount(view.labelValidityYears, "an")} à compter de la décision.`}</p>
            )}
          </Sheet>
        )}
        <div className="jl-grid jl-grid--two">
          <Sheet title="Qui décide">
            <Authorities view={view} />
          </Sheet>
          <Sheet title="Qui organise">
            <DefinitionList
              items={view.partners.map(({ name, subtitle }) => ({
                term: name,
                value: subtitle ?? "Partenaire",
              }))}
            />
          </Sheet>
        </div>
        <Sheet title="Données personnelles">
          <ControllerList controllers={view.controllers} />
        </Sheet>
      </div>
    </>
  );
}

function Preparation({ view }: { view: CampaignView }) {
  const { preparation, questionCount, axes } = view;
  return (
    <>
      <p>
        {formatCount(questionCount, "question")}
        {axes ? ` sur ${formatCount(axes.count, "axe")}${nbsp}: ${axes.words}` : ""}
        {preparation ? `, environ ${formatCount(preparation.minutes, "minute")} en tout` : ""}.
      </p>
      {preparation && preparation.documents.length > 0 && (
        <>
          <p>{`À préparer${nbsp}:`}</p>
          <ul>
            {preparation.documents.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Authorities({ view }: { view: CampaignView }) {
  if (view.authorities.length === 0) {
    return <p>Le document de la campagne ne nomme pas encore les autorités qui décident.</p>;
  }
  return (
    <>
      <p className="jl-second">
        Le jury propose. La décision est un acte daté et numéroté des autorités ci-dessous.
      </p>
      <DefinitionList
        items={view.authorities.map(({ title, actKinds, ministries }) => ({
          term: title,
          value: `${sentenceCase(formatList(actKinds.map((kind) => actKindLabels[kind].toLowerCase())))}${
            ministries
              ? `, pour les établissements relevant ${formatList(ministries.map((ministry) => ministryLabels[ministry]))}`
              : ""
          }`,
        }))}
      />
    </>
  );
}
