import { Button } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { DefinitionList } from "~/ui/components/definition-list";
import { TextAreaField } from "~/ui/components/text-field";
import { frenchText } from "~/ui/format";
import { newcomer } from "../labels";
import { FormShell, type TeamFormProps } from "./form-shell";
import { EntrustFields, PersonFields } from "./team-fields";

/** Invites somebody to the file. */
export function InvitePage(props: TeamFormProps) {
  return (
    <FormShell
      {...props}
      title="Inviter une personne"
      lead="Elle lit tout le dossier et répond à ce que vous lui confiez. Transmettre reste réservé à qui engage le candidat."
      refused="L’invitation n’est pas partie"
      button={<Button>Envoyer l’invitation</Button>}
    >
      <p className="jl-second">Tous les champs sont obligatoires.</p>
      <PersonFields {...props} />
      <EntrustFields {...props} />
    </FormShell>
  );
}

/** Changes what a member has. */
export function EntrustPage(props: TeamFormProps) {
  const { view, values, checked } = props;
  const own = view.member?.sections ?? null;
  return (
    <FormShell
      {...props}
      title={`Changer les sections de ${view.member?.name}`}
      lead="Le changement vaut aussitôt. Ce que la personne a déjà écrit reste, sous son nom."
      refused="Rien n’a changé"
      button={<Button>Enregistrer</Button>}
    >
      <EntrustFields
        {...props}
        values={values ?? { entrusting: own === null ? "tout" : "sections" }}
        checked={checked ?? own ?? []}
      />
    </FormShell>
  );
}

/** Hands what a member has to another person. */
export function TransferPage(props: TeamFormProps) {
  const { view, errors = {}, values = {} } = props;
  const hasOthers = view.others.length > 0;
  return (
    <FormShell
      {...props}
      title={`Confier à une autre personne la part de ${view.member?.name}`}
      lead={frenchText(
        `Ce qui lui est confié : ${view.member?.entrusted}. L’autre personne le reçoit aussitôt ; ${view.member?.name} n’a plus accès au dossier.`,
      )}
      refused="Rien n’a changé"
      button={<Button>Confier</Button>}
    >
      {hasOthers ? (
        <RadioGroup
          name="to"
          label="Qui prend la suite"
          choices={[
            ...view.others.map((member) => ({
              value: member.membershipId,
              label: member.name,
              hint: frenchText(`Déjà dans le dossier : ${member.entrusted}`),
            })),
            { value: newcomer, label: "Une autre personne", hint: "À décrire ci-dessous." },
          ]}
          defaultValue={values.to}
          error={errors.to}
        />
      ) : (
        <input type="hidden" name="to" value={newcomer} />
      )}
      <fieldset className="fr-fieldset jl-form">
        <legend className="fr-fieldset__legend">
          {hasOthers ? "Si c’est une autre personne" : "Qui prend la suite"}
        </legend>
        <PersonFields {...props} />
      </fieldset>
    </FormShell>
  );
}

/** Asks before taking somebody out of the file. */
export function RemovePage(props: TeamFormProps) {
  const { view, errors = {}, values = {} } = props;
  const { member } = view;
  return (
    <FormShell
      {...props}
      title={`Retirer ${member?.name} du dossier`}
      lead="La personne n’a plus accès au dossier dès l’enregistrement. Ce qu’elle a écrit reste, sous son nom. Vous pourrez l’inviter de nouveau."
      refused="Rien n’a changé"
      button={<Button variant="danger">Retirer du dossier</Button>}
    >
      <DefinitionList
        items={[
          { term: "Personne", value: member?.name },
          { term: "Compte", value: member?.email },
          { term: "Confié", value: member?.entrusted },
        ]}
      />
      <TextAreaField
        name="reason"
        label="Motif (optionnel)"
        hint="Il est transmis à la personne et gardé au journal."
        rows={2}
        defaultValue={values.reason}
        error={errors.reason}
      />
    </FormShell>
  );
}
