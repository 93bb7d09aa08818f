import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { keepingSheetsOpen } from "~/ui/components/folded-sheet";
import { TextAreaField } from "~/ui/components/text-field";
import type { ExaminedQuestion } from "../answer-sections";
import type { ExaminationView } from "../examination-view.server";
import { CorrectionFields } from "./correction-fields";
import type { Refused } from "./refused";

type Props = {
  readonly view: ExaminationView;
  readonly question: ExaminedQuestion;
  readonly refused: Refused | undefined;
  readonly areAllOpen: boolean;
};

/** « Corriger un critère »: the retained value and its mandatory reason, under the question itself. */
export function CorrectionPanel({ view, question, refused, areAllOpen }: Props) {
  if (!question.form) return null;
  const own = refused?.intent === "corriger" ? refused : undefined;
  return (
    <Form method="post" noValidate className="jl-correction">
      <h4>Corriger un critère</h4>
      <input type="hidden" name="intention" value="corriger" />
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="version" value={question.correction?.version ?? 0} />
      <CorrectionFields form={question.form} error={own?.errors.valeur} typed={own?.typed} />
      <TextAreaField
        name="motif"
        label="Motif de la correction"
        hint="L’établissement pourra le lire."
        maxLength={2000}
        defaultValue={own?.typed.motif?.[0] ?? question.correction?.reason ?? ""}
        error={own?.errors.motif}
      />
      <ButtonGroup>
        <Button>Enregistrer la correction</Button>
        <LinkButton
          to={`${paths.examination(view.slug, view.id)}?question=${question.id}${keepingSheetsOpen(areAllOpen)}#q-${question.id}`}
          variant="tertiary"
        >
          Annuler
        </LinkButton>
      </ButtonGroup>
    </Form>
  );
}
