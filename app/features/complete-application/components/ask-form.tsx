import { Form } from "@remix-run/react";
import { Button } from "~/ui/components/button";
import { Checkbox } from "~/ui/components/choice-field";
import { FieldMessage } from "~/ui/components/field";
import { FoldedSheet } from "~/ui/components/folded-sheet";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatCount, formatDate } from "~/ui/format";
import type { CompletionRequestsView } from "../completion-requests-view.server";
import { reasonName } from "../schemas";
import type { RefusedCompletion } from "./refused-completion";

type Props = {
  readonly view: CompletionRequestsView;
  readonly refused: RefusedCompletion | undefined;
};

/** Names the questions to complete, why, and until when. */
export function AskForm({ view, refused }: Props) {
  const typed = (name: string) => refused?.typed[name]?.[0] ?? "";
  const chosen = new Set(refused?.typed.question ?? []);
  return (
    <Form method="post" noValidate className="jl-stack">
      <input type="hidden" name="intention" value="demander" />
      <Sheet title="Échéance et message">
        <div className="jl-stack">
          <TextField
            type="date"
            name="echeance"
            label="À transmettre au plus tard le"
            hint={`Jour compris, heure de Paris. À partir de demain${view.lastDay ? `, et au plus tard le ${formatDate(view.lastDay)}, fin de l’instruction` : ""}.`}
            width="sm"
            defaultValue={typed("echeance")}
            error={refused?.errors.echeance}
          />
          <TextAreaField
            name="message"
            label="Message à l’établissement"
            optional
            maxLength={2000}
            defaultValue={typed("message")}
            error={refused?.errors.message}
          />
        </div>
      </Sheet>
      <div id="questions" className="jl-folds" tabIndex={-1}>
        {refused?.errors.questions ? <FieldMessage error={refused.errors.questions} /> : null}
        {view.sections.map((section, index) => (
          <FoldedSheet
            key={section.id}
            title={section.title}
            facts={<span>{formatCount(section.questions.length, "question")}</span>}
            isOpen={index === 0 || section.questions.some(({ id }) => chosen.has(id))}
          >
            <div className="jl-stack">
              {section.questions.map(({ id, name, answer }) => (
                <div key={id} className="jl-stack">
                  <Checkbox
                    id={`question-${id}`}
                    name="question"
                    value={id}
                    label={name}
                    hint={answer ? `Réponse transmise\u00a0: ${answer}` : "Sans réponse"}
                    defaultChecked={chosen.has(id)}
                  />
                  <TextAreaField
                    name={reasonName(id)}
                    label={
                      <>
                        Ce qui est à compléter<span className="fr-sr-only">{`, ${name}`}</span>
                      </>
                    }
                    rows={2}
                    maxLength={2000}
                    defaultValue={typed(reasonName(id))}
                    error={refused?.errors[reasonName(id)]}
                  />
                </div>
              ))}
            </div>
          </FoldedSheet>
        ))}
      </div>
      <p>
        <Button>Demander ces compléments</Button>
      </p>
    </Form>
  );
}
