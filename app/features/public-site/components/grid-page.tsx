import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { CellTitle, type Column, DataTable } from "~/ui/components/data-table";
import { FoldAllLink, FoldedSheet } from "~/ui/components/folded-sheet";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatNumber, formatPercent, nbsp } from "~/ui/format";
import type { GridView } from "../grid-view.server";
import { LevelList } from "./level-list";

type Question = GridView["sections"][number]["questions"][number];

const columns: Column<Question>[] = [
  { key: "number", header: "N°", cell: ({ number }) => number, phone: "hidden" },
  {
    key: "question",
    header: "Question et points",
    phone: "title",
    cell: (question) => (
      <CellTitle
        title={
          <>
            <span className="jl-only-phone">{`${question.number} `}</span>
            {question.title}
          </>
        }
        detail={<RuleLines question={question} />}
      />
    ),
  },
  { key: "axis", header: "Axe", cell: ({ axis }) => axis ?? "–", phone: "fact" },
  {
    key: "points",
    header: "Points au plus",
    align: "right",
    phone: "fact",
    cell: ({ points }) => (points === null ? "non notée" : formatNumber(points)),
  },
];

function RuleLines({ question }: { question: Question }) {
  const { rule, proof, isConditional } = question;
  const lines = [
    ...rule,
    ...(proof ? [`Preuve exigée pour garder les points${nbsp}: ${proof}`] : []),
    ...(isConditional ? ["Posée selon les réponses précédentes"] : []),
  ];
  return lines.map((line) => (
    <span className="jl-rule-line" key={line}>
      {line}
    </span>
  ));
}

const countOf = ({ sections }: GridView) =>
  sections.reduce((sum, { questions }) => sum + questions.length, 0);

function SectionFacts({ section: { questions } }: { section: GridView["sections"][number] }) {
  const most = questions.reduce((sum, { points }) => sum + (points ?? 0), 0);
  return (
    <>
      <span>{formatCount(questions.length, "question")}</span>
      {most > 0 ? <span>{`${formatCount(most, "point")} au plus`}</span> : null}
    </>
  );
}

/** The public grid: how scores are made, what each level demands, every question with its points. */
export function GridPage({ view, areAllOpen }: { view: GridView; areAllOpen: boolean }) {
  const { campaign } = view;
  return (
    <>
      <Breadcrumb
        items={[
          { to: paths.home(), label: "Accueil" },
          { to: paths.campaigns(), label: "Campagnes" },
          { to: paths.campaign(campaign.slug), label: campaign.title },
          { label: "Grille publique" },
        ]}
      />
      <PageTitle
        kicker={campaign.title}
        title="Grille publique"
        lead={`Chaque question, ses points et les conditions de chaque niveau, tels que la plateforme les applique. Questionnaire, révision ${view.revision}.`}
      />
      <div className="jl-page">
        {view.levels.length > 0 && (
          <Sheet title="Conditions des niveaux">
            <p className="jl-second jl-measure">
              Un niveau est atteint quand ses conditions et celles des niveaux inférieurs sont
              toutes remplies. Le jury peut s’en écarter, en donnant son motif.
            </p>
            <LevelList
              levels={view.levels.map(({ level, title, gates }) => ({
                level,
                title,
                gates: gates.map(({ words }) => words),
              }))}
            />
          </Sheet>
        )}
        {view.axes.length > 0 && (
          <Sheet title="Comment le score est calculé">
            <p className="jl-second jl-measure">
              Le score d’un axe est la part des points obtenus parmi ceux des questions qui
              concernent l’établissement, ramenée à 100. Le score global est la moyenne des axes,
              chacun selon son poids. Une question masquée ou «{nbsp}sans objet{nbsp}» ne compte
              pas.
            </p>
            <DataTable
              caption="Axes, poids et points"
              captionHidden
              phone="scroll"
              size="sm"
              columns={[
                { key: "title", header: "Axe", cell: ({ title }) => title },
                {
                  key: "share",
                  header: "Poids",
                  align: "right",
                  cell: ({ share }) => formatPercent(share, 0),
                },
                {
                  key: "points",
                  header: "Points au plus",
                  align: "right",
                  cell: ({ points }) => formatNumber(points),
                },
              ]}
              rows={view.axes}
              rowKey={({ id }) => id}
            />
          </Sheet>
        )}
        <div className="jl-folds">
          <FoldAllLink
            areAllOpen={areAllOpen}
            count={`${formatCount(countOf(view), "question")} en ${formatCount(view.sections.length, "section")}.`}
          />
          {view.sections.map((section, index) => (
            <FoldedSheet
              key={section.id}
              title={`${index + 1}. ${section.title}`}
              facts={<SectionFacts section={section} />}
              isOpen={areAllOpen}
            >
              <DataTable
                caption={`Questions de la section ${section.title}`}
                captionHidden
                columns={columns}
                rows={section.questions}
                rowKey={({ id }) => id}
                size="sm"
              />
            </FoldedSheet>
          ))}
        </div>
      </div>
    </>
  );
}
