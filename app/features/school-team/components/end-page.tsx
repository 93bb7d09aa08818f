import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { DefinitionList } from "~/ui/components/definition-list";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatList, frenchText } from "~/ui/format";
import type { EndView } from "../end-view.server";
import { endTitles, mandateNames } from "../labels";
import { periodOf } from "./period";

type Fields = { readonly [field: string]: string };
type Props = {
  readonly view: EndView;
  readonly errors?: Fields | undefined;
  readonly values?: Fields | undefined;
};

/** Asks before ending a mandate: when, why, and what falls with it. */
export function EndPage({ view, errors = {}, values = {} }: Props) {
  const { mandate } = view;
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.schoolTeam(view.uai), label: "Équipe et délégations" },
            { label: "Mettre fin" },
          ]}
        />
        <PageTitle kicker={view.school} title={endTitles[mandate.role]} />
      </div>
      <FormErrors errors={errors} title="Rien n’a changé" />
      <Sheet>
        <div className="jl-stack">
          <DefinitionList
            items={[
              { term: "Personne", value: mandate.name },
              { term: "Fonction", value: mandateNames[mandate.role] },
              { term: "Période", value: periodOf(mandate) },
              { term: "Compte", value: mandate.email },
              ...(mandate.actReference ? [{ term: "Acte", value: mandate.actReference }] : []),
            ]}
          />
          {view.withIt.length > 0 && (
            <Alert tone="warning" title="Des délégations tombent avec cette fonction">
              {frenchText(`Elles ont été données par cette personne : ${formatList(view.withIt)}.`)}
            </Alert>
          )}
          <Form method="post" noValidate className="jl-form">
            <RadioGroup
              name="when"
              label={frenchText("Quand la fonction prend-elle fin ?")}
              choices={[
                {
                  value: "maintenant",
                  label: "Maintenant",
                  hint: "La personne ne peut plus rien transmettre dès l’enregistrement.",
                },
                { value: "date", label: "Au soir d’un jour à venir" },
              ]}
              defaultValue={values.when}
              error={errors.when}
            />
            <TextField
              name="lastDay"
              label="Dernier jour, si vous choisissez une date"
              type="date"
              width="sm"
              defaultValue={values.lastDay}
              error={errors.lastDay}
            />
            <TextAreaField
              name="reason"
              label="Motif"
              hint="Il est transmis à la personne et gardé au journal."
              rows={2}
              defaultValue={values.reason}
              error={errors.reason}
            />
            <ButtonGroup>
              <Button variant="danger">Mettre fin à la fonction</Button>
              <LinkButton to={paths.schoolTeam(view.uai)} variant="tertiary">
                Annuler
              </LinkButton>
            </ButtonGroup>
          </Form>
        </div>
      </Sheet>
    </div>
  );
}
