import type { SectionCompleteness } from "~/domain/maturity/completeness";
import { paths } from "~/paths";
import { type ItemState, SideList } from "~/ui/components/side-list";
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
      to: paths.section(applicationId, line.id),
      title: `${index + 1}. ${line.title}`,
      state: stateOf(answered, required),
      count: `${answered} / ${required}`,
      current: isCurrent,
    };
  });
  return (
    <SideList
      title={`${campaign.title} ${campaign.edition}`}
      items={[
        ...items,
        {
          to: paths.review(applicationId),
          title: "Relire et transmettre",
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
        <p>Toute l’équipe, en même temps. Chaque réponse garde son auteur et son heure.</p>
      </div>
    </aside>
  );
}
