import { Form } from "@remix-run/react";
import { type RolloutStep, rolloutSteps } from "~/domain/rollout/vocabulary";
import { Alert } from "~/ui/components/alert";
import { Button, LinkButton } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { NumberField } from "~/ui/components/number-field";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatDate, formatNumber, nbsp, pluralOf } from "~/ui/format";
import { stepLabels } from "../labels";
import type { RolloutEventView, RolloutItemView } from "../rollout-item-view.server";

export type FormState = {
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};

function leftSentence(most: number): string {
  return most === 0
    ? "Rien à saisir pour le moment"
    : `${formatNumber(most)}${nbsp}${pluralOf(most, "possible")}`;
}

/** Records units at one step; nothing to record once all is installed. */
export function StepForm({ view, state }: { view: RolloutItemView; state: FormState }) {
  const { errors, values } = state;
  const offered: RolloutStep | null = view.offeredStep;
  if (offered === null) {
    return (
      <Sheet title="Saisir un avancement">
        <Alert tone="success">Tout est installé. Une erreur se corrige depuis l’historique.</Alert>
      </Sheet>
    );
  }
  return (
    <Sheet title="Saisir un avancement" id="saisir">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="saisir" />
        <input type="hidden" name="version" value={view.version} />
        <RadioGroup
          name="step"
          label="Étape"
          defaultValue={values.step ?? offered}
          error={errors.step}
          choices={rolloutSteps.map((step) => ({
            value: step,
            label: stepLabels[step].choice,
            hint: leftSentence(view.most[step]),
          }))}
        />
        <NumberField
          name="quantity"
          label="Quantité"
          unit={view.programme.unit}
          defaultValue={values.quantity ?? String(view.most[offered])}
          error={errors.quantity}
        />
        <TextField
          name="occurredOn"
          label="Date"
          hint="Le jour de la commande, de la livraison ou de l’installation."
          type="date"
          width="sm"
          max={view.today}
          defaultValue={values.occurredOn ?? view.today}
          error={errors.occurredOn}
        />
        <TextAreaField
          name="note"
          label="Remarque"
          hint={`Par exemple${nbsp}: numéro du bon, cartons abîmés.`}
          optional
          rows={3}
          defaultValue={values.note}
          error={errors.note}
        />
        <div className="jl-actions">
          <Button>Enregistrer</Button>
        </div>
      </Form>
    </Sheet>
  );
}

/** Gives one event its right quantity; the difference is written beside it with its reason. */
export function CorrectionForm({
  view,
  event,
  state,
  backTo,
}: {
  view: RolloutItemView;
  event: RolloutEventView;
  state: FormState;
  backTo: string;
}) {
  const { errors, values } = state;
  return (
    <Sheet title="Corriger une saisie" id="corriger">
      <p>
        {`${stepLabels[event.step].fact} le ${formatDate(event.occurredOn)}${nbsp}: ${formatNumber(event.netQuantity)} ${pluralOf(event.netQuantity, "compté")} aujourd’hui. La saisie d’origine reste dans l’historique.`}
      </p>
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="corriger" />
        <input type="hidden" name="correctedVersion" value={view.version} />
        <input type="hidden" name="eventId" value={event.id} />
        <NumberField
          name="rightQuantity"
          label="Quantité exacte"
          hint="0 annule la saisie."
          unit={view.programme.unit}
          defaultValue={values.rightQuantity ?? String(event.netQuantity)}
          error={errors.rightQuantity ?? errors.eventId}
        />
        <TextAreaField
          name="reason"
          label="Motif de la correction"
          rows={3}
          defaultValue={values.reason}
          error={errors.reason}
        />
        <div className="jl-actions">
          <Button>Enregistrer la correction</Button>
          <LinkButton variant="tertiary" to={backTo}>
            Abandonner
          </LinkButton>
        </div>
      </Form>
    </Sheet>
  );
}
