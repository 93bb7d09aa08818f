import type { Question } from "~/domain/questionnaire/types";
import { answeringHere } from "~/features/presence/presence-words";
import type { AnswerProblem } from "../save-section.server";
import type { SectionView } from "../section-view.server";
import { QuestionBlock } from "./question-block";
import type { useSection } from "./use-section";

type Props = {
  readonly view: SectionView;
  readonly page: ReturnType<typeof useSection>;
  readonly problems: readonly AnswerProblem[];
  readonly extraRow: string | null;
};

/** The questions of a section in one column; those that follow another stand under it. */
export function QuestionList({ view, page, problems, extraRow }: Props) {
  const { questions } = view.section;
  const { visible, calculated } = page.state;
  const block = (question: Question) => {
    const { id } = question;
    const [drawing, typed] = page.redrawn[id] ?? [0, page.initial[id] ?? {}];
    return (
      <QuestionBlock
        key={`${id}:${drawing}`}
        applicationId={view.applicationId}
        question={question}
        number={view.numbers[id]}
        meta={view.metas[id]}
        presence={answeringHere(page.live.people, id)}
        isShown={visible.has(id)}
        typed={typed}
        mark={
          problems.find(({ questionId }) => questionId === id)?.mark ?? view.stored[id]?.mark ?? ""
        }
        fault={page.faults[id]}
        calculated={calculated[id]}
        files={page.proofs}
        unfinished={view.unfinished}
        hasExtraRow={extraRow === id}
        onRowsChanged={page.onRowsChanged}
        onProofs={page.onProofs}
      />
    );
  };
  const families = familiesOf(questions);
  return (
    <div className="jl-sheet">
      {families.map((family) => (
        <div
          key={family[0]?.id}
          className="jl-question"
          hidden={family.every(({ id }) => !visible.has(id))}
        >
          {family.map(block)}
        </div>
      ))}
    </div>
  );
}

/** Each question with those that hang on it, in the order of the document. */
function familiesOf(questions: readonly Question[]): Question[][] {
  const families: Question[][] = [];
  const familyOf = new Map<string, Question[]>();
  for (const question of questions) {
    const parents = question.parent === undefined ? undefined : familyOf.get(question.parent);
    const family = parents ?? [];
    if (!parents) families.push(family);
    family.push(question);
    familyOf.set(question.id, family);
  }
  return families;
}
