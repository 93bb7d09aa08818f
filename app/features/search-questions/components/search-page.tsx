import { FileHeading } from "~/features/application-file/file-heading";
import { QuestionSearch } from "~/features/application-file/question-search";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Badge } from "~/ui/components/badge";
import { LinkButton } from "~/ui/components/button";
import { EmptyState } from "~/ui/components/empty-state";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, pluralOf } from "~/ui/format";
import { stateBadges } from "../labels";
import type { FoundSection, SearchQuestionsView } from "../search-questions-view.server";

/** The questions of a file that hold some words, by section, each leading to where it is answered. */
export function SearchPage({ view }: { view: SearchQuestionsView }) {
  const found = view.sections.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <div className="jl-page">
      <FileHeading file={view} leaf="Chercher une question" />
      <QuestionSearch
        applicationId={view.id}
        query={view.query}
        label="Un mot de la question, de son aide ou de ses choix, ou son numéro"
      />
      {view.query === "" ? (
        <p className="jl-second">
          Le questionnaire de ce dossier compte {formatCount(view.questionCount, "question")}.
        </p>
      ) : (
        <Sheet
          title={
            found === 0
              ? undefined
              : `${formatCount(found, "question")} ${pluralOf(found, "trouvée")} pour «\u00a0${view.query}\u00a0»`
          }
        >
          {found === 0 ? (
            <NotFound view={view} />
          ) : (
            <div className="jl-stack">
              {view.sections.map((section) => (
                <SectionResults key={section.id} section={section} />
              ))}
            </div>
          )}
        </Sheet>
      )}
    </div>
  );
}

function SectionResults({ section }: { section: FoundSection }) {
  return (
    <section className="jl-found">
      <div className="jl-tasks__head">
        <h3>
          {section.number}. {section.title}
        </h3>
        <span>{formatCount(section.questions.length, "question")}</span>
      </div>
      <ul>
        {section.questions.map(({ id, number, title, state, to }) => {
          const { tone, icon, label } = stateBadges[state];
          return (
            <li key={id} className="jl-found__line">
              <Anchor to={to} className="jl-found__link">
                <span className="jl-found__number">{number}</span>
                <span>{title}</span>
              </Anchor>
              <Badge tone={tone} icon={icon}>
                {label}
              </Badge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function NotFound({ view }: { view: SearchQuestionsView }) {
  return (
    <EmptyState
      title={`Aucune question ne contient «\u00a0${view.query}\u00a0»`}
      action={
        <LinkButton to={paths.application(view.id)} variant="secondary">
          Revenir au dossier
        </LinkButton>
      }
    >
      {`Essayez un mot plus court, ou un seul mot. Les ${formatCount(view.questionCount, "question")} de ce dossier ont été parcourues.`}
    </EmptyState>
  );
}
