import type { SectionCompleteness } from "~/domain/maturity/completeness";
import { QuestionSearch } from "~/features/application-file/question-search";
import { paths } from "~/paths";
import { Link } from "~/ui/components/link";
import { type ItemState, SideList } from "~/ui/components/side-list";
import { formatList } from "~/ui/format";
import type { SectionView } from "../section-view.server";

/** The sections beside the form, with what is answered of each; this one follows what is typed. */
export function SectionSideList({
  view,
  completeness,
}: {
  readonly view: SectionView;
  readonly completeness: SectionCompleteness | undefined;
}) {
  const { applicationId, campaign } = view;
  const items = view.sections.map((line, index) => {
    const isCurrent = index === view.position;
    const { answered, required } = isCurrent && completeness ? completeness : line;
    return {
      to: line.isWritable
        ? paths.section(applicationId, line.id)
        : `${paths.review(applicationId)}#${line.id}`,
      title: `${index + 1}. ${line.title}`,
      state: stateOf(answered, required),
      count: `${answered} / ${required}`,
      current: isCurrent,
    };
  });
  return (
    <SideList
      fold={`Section ${view.position + 1} sur ${view.sections.length}\u00a0: ${view.section.title}`}
      title={`${campaign.title} ${campaign.edition}`}
      items={[
        ...items,
        {
          to: view.end.to,
          title: view.end.title,
          state: "todo",
          apart: true,
        },
      ]}
    />
  );
}

function stateOf(answered: number, required: number): ItemState {
  if (answered >= required) return "done";
  return answered > 0 ? "started" : "todo";
}

/** Why these questions, and who may answer them. */
export function SectionAside({ view }: { readonly view: SectionView }) {
  return (
    <aside className="jl-help" aria-label="Aide sur cette section">
      <div>
        <QuestionSearch applicationId={view.applicationId} />
      </div>
      {view.explanations.length > 0 ? (
        <div>
          <h2>Pourquoi ces questions</h2>
          {view.explanations.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
      <div>
        <h2>Qui peut répondre</h2>
        {view.holders.length > 0 ? (
          <p>Cette section est confiée à {formatList(view.holders)}.</p>
        ) : (
          <p>Toute l’équipe, en même temps. Chaque réponse garde son auteur et son heure.</p>
        )}
        {view.review ? null : (
          <p>
            <Link to={paths.sectionReviews(view.applicationId, view.section.id)} icon="arrow">
              Demander une relecture
            </Link>
          </p>
        )}
      </div>
    </aside>
  );
}
