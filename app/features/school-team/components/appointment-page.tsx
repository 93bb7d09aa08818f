import { Form } from "@remix-run/react";
import type { RecordedRole } from "~/domain/access/mandates";
import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { frenchText } from "~/ui/format";
import type { AppointmentView } from "../appointment-view.server";
import { appointmentWords } from "../labels";

type Fields = { readonly [field: string]: string };
type Props = {
  readonly role: RecordedRole;
  readonly view: AppointmentView;
  readonly errors?: Fields | undefined;
  readonly values?: Fields | undefined;
};

/** The form that records a delegation or an interim: who, from when to when, on what ground. */
export function AppointmentPage({ role, view, errors = {}, values = {} }: Props) {
  const words = appointmentWords[role];
  const text = (name: string) => ({ name, defaultValue: values[name], error: errors[name] });
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.schoolTeam(view.uai), label: "Équipe et délégations" },
            { label: words.title },
          ]}
        />
        <PageTitle kicker={view.school} title={words.title} lead={words.lead} />
      </div>
      <FormErrors errors={errors} title="Rien n’est encore enregistré" />
      <Sheet>
        <Form method="post" noValidate className="jl-form">
          <p className="jl-second">Tous les champs sont obligatoires.</p>
          <TextField {...text("givenName")} label="Prénom" autoComplete="off" width="md" />
          <TextField {...text("familyName")} label="Nom" autoComplete="off" width="md" />
          <TextField
            {...text("email")}
            label="Adresse électronique professionnelle"
            hint={frenchText(
              "Par exemple : prenom.nom@ac-exemple.fr. Un lien personnel y est envoyé si le compte n’existe pas encore.",
            )}
            type="email"
            autoComplete="off"
          />
          <TextField
            {...text("validFrom")}
            label="Premier jour"
            type="date"
            width="sm"
            defaultValue={values.validFrom ?? view.day}
          />
          <TextField
            {...text("validUntil")}
            label="Dernier jour"
            hint="Inclus. Un an au plus."
            type="date"
            width="sm"
          />
          <TextAreaField {...text("reason")} label="Motif" rows={2} />
          <TextField
            {...text("actReference")}
            label="Référence de l’acte"
            hint={frenchText(words.act)}
          />
          <ButtonGroup>
            <Button>{words.button}</Button>
            <LinkButton to={paths.schoolTeam(view.uai)} variant="tertiary">
              Annuler
            </LinkButton>
          </ButtonGroup>
        </Form>
      </Sheet>
    </div>
  );
}
