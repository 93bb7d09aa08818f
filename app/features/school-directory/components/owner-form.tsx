import { Form } from "@remix-run/react";
import { useState } from "react";
import { ownerKinds } from "~/domain/directory/vocabulary";
import { Button } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { SelectField } from "~/ui/components/select-field";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { ownerKindLabels } from "../labels";
import { noOwner, otherOwner } from "../schemas";
import type { SchoolOwnerView } from "../school-owner-view.server";

type Texts = Readonly<Record<string, string>>;
type Props = { readonly view: SchoolOwnerView; readonly errors: Texts; readonly values: Texts };

/** Who owns the equipment, from when, and by which act. */
export function OwnerForm({ view, errors, values }: Props) {
  const [chosen, setChosen] = useState(values.proprietaire);
  // Until the browser says which choice is made, the fields of « another » stay within reach.
  const isOther = chosen === undefined || chosen === otherOwner;
  const of = (name: string) => ({ name, error: errors[name], defaultValue: values[name] });
  return (
    <Form method="post" noValidate className="jl-form">
      <input type="hidden" name="attendu" value={view.mark} />
      <RadioGroup
        {...of("proprietaire")}
        label="Nouveau propriétaire"
        onChange={(event) => setChosen(event.currentTarget.value)}
        choices={[
          ...view.candidates,
          { value: otherOwner, label: "Une autre collectivité" },
          { value: noOwner, label: "Aucune collectivité" },
        ]}
      />
      {isOther ? (
        <>
          <SelectField
            {...of("nature")}
            label="Nature de l’autre collectivité"
            hint="À remplir pour «&nbsp;Une autre collectivité&nbsp;» seulement."
            optional
            width="md"
            emptyLabel="Choisir…"
            options={ownerKinds.map((kind) => ({ value: kind, label: ownerKindLabels[kind] }))}
          />
          <TextField
            {...of("code")}
            label="Code de l’autre collectivité"
            hint="Code INSEE, ou SIREN à neuf chiffres d’une intercommunalité ou d’un syndicat."
            optional
            width="sm"
            maxLength={20}
          />
        </>
      ) : null}
      <TextField {...of("depuis")} label="Date d’effet" type="date" width="sm" />
      <TextAreaField
        {...of("source")}
        label="Acte ou source"
        hint="Délibération, arrêté ou convention, avec son numéro et sa date."
        rows={3}
        maxLength={500}
      />
      <Button name="intention" value="verifier">
        Vérifier avant d’enregistrer
      </Button>
    </Form>
  );
}
