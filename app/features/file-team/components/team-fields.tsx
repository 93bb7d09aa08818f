import { CheckboxGroup, RadioGroup } from "~/ui/components/choice-field";
import { SelectField } from "~/ui/components/select-field";
import { TextField } from "~/ui/components/text-field";
import { frenchText } from "~/ui/format";
import { functionLabels } from "../labels";
import type { TeamFormProps } from "./form-shell";

/** Who the person is: names, professional address, function. */
export function PersonFields({ view, errors = {}, values = {} }: TeamFormProps) {
  const text = (name: string) => ({ name, defaultValue: values[name], error: errors[name] });
  return (
    <>
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
      <SelectField
        name="function"
        label="Fonction"
        emptyLabel="Choisir…"
        width="md"
        options={view.functions.map((value) => ({ value, label: functionLabels[value] }))}
        defaultValue={values.function}
        error={errors.function}
      />
    </>
  );
}

/** What is entrusted: the whole file, or sections of it. */
export function EntrustFields({ view, errors = {}, values = {}, checked }: TeamFormProps) {
  return (
    <>
      <RadioGroup
        name="entrusting"
        label="Ce que vous confiez"
        choices={[
          {
            value: "tout",
            label: "Tout le dossier",
            hint: "La personne répond dans toutes les sections.",
          },
          {
            value: "sections",
            label: "Certaines sections",
            hint: "Elle lit tout le dossier, et n’écrit que dans les sections cochées.",
          },
        ]}
        defaultValue={values.entrusting}
        error={errors.entrusting}
      />
      <CheckboxGroup
        name="sections"
        label="Sections, si vous en confiez certaines"
        choices={view.sections.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={checked ?? []}
        error={errors.sections}
      />
    </>
  );
}
