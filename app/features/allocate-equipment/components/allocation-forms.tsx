import { Form } from "@remix-run/react";
import { Button } from "~/ui/components/button";
import { CheckboxGroup, RadioGroup } from "~/ui/components/choice-field";
import { ConfirmationForm } from "~/ui/components/confirmation-form";
import { NumberField } from "~/ui/components/number-field";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";
import { nbsp } from "~/ui/format";
import type { AllocationView, PlanView } from "../allocation-view.server";

export type FormState = {
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};

/** Envelope, unit price and method: computes a proposal, which replaces the one before. */
export function ProposalForm({ view, state }: { view: AllocationView; state: FormState }) {
  const { errors, values } = state;
  return (
    <Sheet title={view.plan ? "Calculer de nouveau" : "Calculer une proposition"} id="calcul">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="calculer" />
        <NumberField
          name="envelope"
          label="Enveloppe"
          unit="€"
          width="sm"
          decimal
          defaultValue={values.envelope ?? view.terms.envelope}
          error={errors.envelope}
        />
        <NumberField
          name="unitPrice"
          label="Prix d’une unité, toutes taxes comprises"
          unit="€"
          width="sm"
          decimal
          defaultValue={values.unitPrice ?? view.terms.unitPrice}
          error={errors.unitPrice}
        />
        <RadioGroup
          name="method"
          label="Répartition à retenir"
          hint="Les deux sont calculées et comparées."
          defaultValue={values.method ?? view.plan?.method ?? "ranking"}
          error={errors.method}
          choices={[
            {
              value: "ranking",
              label: "Classement simple",
              hint: "Servir dans l’ordre de la liste.",
            },
            {
              value: "optimum",
              label: "Optimum",
              hint: "Servir le plus d’unités, niveau par niveau.",
            },
          ]}
        />
        <div className="jl-actions">
          <Button variant={view.plan ? "secondary" : "primary"}>Calculer la proposition</Button>
        </div>
      </Form>
    </Sheet>
  );
}

/** The vote that adopts the proposal; it locks the plan for good. */
export function AdoptionForm({ plan, state }: { plan: PlanView; state: FormState }) {
  const { errors, values } = state;
  return (
    <ConfirmationForm
      title="Enregistrer le vote"
      id="vote"
      kept={{ planId: plan.id }}
      confirm="Adopter la dotation"
      intention="adopter"
    >
      <p className="fr-hint-text">
        Le vote verrouille cette dotation et ouvre le suivi de son déploiement. Il ne peut pas être
        annulé ici.
      </p>
      <TextField
        name="number"
        label="Numéro de la délibération"
        hint={`Par exemple${nbsp}: CP-2026-07/112`}
        width="md"
        defaultValue={values.number}
        error={errors.number}
      />
      <TextField
        name="votedOn"
        label="Date du vote"
        type="date"
        width="sm"
        defaultValue={values.votedOn}
        error={errors.votedOn}
      />
      <TextField
        name="dueOn"
        label="Livraison attendue au plus tard le"
        type="date"
        width="sm"
        defaultValue={values.dueOn}
        error={errors.dueOn}
      />
      <CheckboxGroup
        name="isConfirmed"
        label="Confirmation"
        error={errors.isConfirmed}
        defaultValue={values.isConfirmed ? [values.isConfirmed] : []}
        choices={[
          {
            value: "oui",
            label: "Je confirme que l’assemblée a voté cette dotation telle qu’affichée.",
          },
        ]}
      />
    </ConfirmationForm>
  );
}
