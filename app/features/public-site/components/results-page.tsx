import { paths } from "~/paths";
import { Callout } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { DataTable } from "~/ui/components/data-table";
import { EmptyState } from "~/ui/components/empty-state";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatDate, formatNumber, nbsp, pluralOf } from "~/ui/format";
import { actKindLabels } from "../labels";
import type { ResultsView } from "../results-view.server";
import { ResultsTable } from "./results-table";

/** The published results of a campaign; before publication, when they are expected. */
export function ResultsPage({ view }: { view: ResultsView }) {
  const { campaign } = view;
  return (
    <>
      <Breadcrumb
        items={[
          { to: paths.home(), label: "Accueil" },
          { to: paths.campaigns(), label: "Campagnes" },
          { to: paths.campaign(campaign.slug), label: campaign.title },
          { label: "Résultats" },
        ]}
      />
      {view.isPublished ? <Published view={view} /> : <Expected view={view} />}
    </>
  );
}

function Expected({ view }: { view: Extract<ResultsView, { isPublished: false }> }) {
  const { campaign, expected } = view;
  return (
    <>
      <PageTitle kicker={campaign.title} title="Résultats" />
      <div className="jl-page">
        <Sheet>
          <EmptyState
            title="Les décisions ne sont pas encore publiées"
            action={
              <LinkButton to={paths.campaign(campaign.slug)} variant="secondary">
                Lire le calendrier
              </LinkButton>
            }
          >
            {`${campaign.state}. ${expected}`}
          </EmptyState>
        </Sheet>
      </div>
    </>
  );
}

type Counts = Extract<ResultsView, { isPublished: true }>["counts"];

const decidedOf = ({ levels }: Counts) => levels.reduce((sum, { count }) => sum + count, 0);

function LabelCounts({ counts }: { counts: Counts }) {
  const labelled = decidedOf(counts);
  return (
    <StatRow>
      <StatFigure value={formatNumber(labelled)}>
        {pluralOf(labelled, "établissement labellisé", "établissements labellisés")}
      </StatFigure>
      {counts.levels.map(({ level, count }) => (
        <StatFigure key={level} value={formatNumber(count)} unit={`sur ${formatNumber(labelled)}`}>
          {`au niveau ${level}`}
        </StatFigure>
      ))}
      <StatFigure value={formatNumber(counts.support)}>
        {`${pluralOf(counts.support, "établissement accompagné", "établissements accompagnés")} sans label, dont le nom n’est pas publié`}
      </StatFigure>
    </StatRow>
  );
}

function ProjectCounts({ counts }: { counts: Counts }) {
  const retained = decidedOf(counts);
  const total = retained + counts.support;
  return (
    <StatRow>
      <StatFigure value={formatNumber(retained)} unit={`sur ${formatNumber(total)}`}>
        {pluralOf(retained, "projet retenu", "projets retenus")}
      </StatFigure>
      <StatFigure value={formatNumber(counts.support)} unit={`sur ${formatNumber(total)}`}>
        {`${pluralOf(counts.support, "projet non retenu, dont le nom n’est pas publié", "projets non retenus, dont le nom n’est pas publié")}`}
      </StatFigure>
    </StatRow>
  );
}

function Published({ view }: { view: Extract<ResultsView, { isPublished: true }> }) {
  const { campaign, counts } = view;
  return (
    <>
      <PageTitle
        kicker={campaign.title}
        title={view.scale === "levels" ? "Établissements labellisés" : "Lauréats"}
        lead={`Décisions publiées le ${formatDate(view.publishedAt)}, toutes en même temps.`}
      />
      <div className="jl-page">
        {campaign.isDemonstration && (
          <Callout>
            {`Démonstration${nbsp}: ces établissements et ces décisions sont fictifs. Ils ne disent rien d’aucun établissement réel.`}
          </Callout>
        )}
        <Sheet>
          {view.scale === "levels" ? (
            <LabelCounts counts={counts} />
          ) : (
            <ProjectCounts counts={counts} />
          )}
        </Sheet>
        <ResultsTable view={view} />
        <Sheet title="Actes">
          {view.acts.length === 0 ? (
            <p>Aucun acte n’est encore enregistré.</p>
          ) : (
            <DataTable
              caption="Actes par lesquels les décisions ont été prises"
              captionHidden
              columns={[
                { key: "authority", header: "Autorité", cell: (act) => act.authorityTitle },
                {
                  key: "signatory",
                  header: "Signataire",
                  cell: (act) => act.signatory,
                  phone: "fact",
                },
                {
                  key: "kind",
                  header: "Acte",
                  cell: (act) => actKindLabels[act.kind],
                  phone: "fact",
                },
                { key: "number", header: "Numéro", cell: (act) => act.number, phone: "fact" },
                {
                  key: "date",
                  header: "Date",
                  cell: (act) => formatDate(act.signedOn),
                  phone: "fact",
                },
              ]}
              rows={view.acts}
              rowKey={(act) => act.id}
            />
          )}
        </Sheet>
      </div>
    </>
  );
}
