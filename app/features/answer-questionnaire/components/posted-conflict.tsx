import type { Question } from "~/domain/questionnaire/types";
import { RadioGroup } from "~/ui/components/choice-field";
import { formatTime } from "~/ui/format";
import { choiceName } from "../form-names";
import type { AnswerProblem } from "../save-section.server";

type Props = {
  readonly problem: AnswerProblem;
  readonly question: Question | undefined;
  readonly number: string | undefined;
};

/** Without JavaScript: both versions of an answer, and the choice that the next sending carries. */
export function PostedConflict({ problem, question, number }: Props) {
  const { conflict } = problem;
  if (!conflict || !question) return null;
  return (
    <div className="jl-sheet jl-conflict__posted">
      <RadioGroup
        name={choiceName(question.id)}
        label={`Question ${number ?? ""} : « ${question.title} ». Quelle version garder ?`}
        hint="Vous avez écrit en même temps : rien n’est perdu. La version écartée reste dans l’historique."
        rich
        choices={[
          {
            value: "mine",
            label: "Votre version, non enregistrée",
            hint: problemText(conflict.mine),
          },
          {
            value: "theirs",
            label: `Version de ${conflict.isYours ? "vous, ailleurs" : conflict.author}${
              conflict.savedAt ? `, enregistrée à ${formatTime(conflict.savedAt)}` : ""
            }`,
            hint: problemText(conflict.theirs),
          },
        ]}
        defaultValue="mine"
        error={problem.message}
      />
    </div>
  );
}

const problemText = (text: string) => (text === "" ? "Aucune réponse" : text);
