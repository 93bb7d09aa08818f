import { Form } from "@remix-run/react";
import { Button } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";
import { actKindLabels } from "../labels";
import type { PublicationView } from "../publication-view.server";
import { actFields } from "../schemas";

type Texts = Readonly<Record<string, string>>;
type Props = { readonly view: PublicationView; readonly errors: Texts; readonly values: Texts };

/** The acts that decide, one for each deciding authority of the campaign. */
export function ActsForm({ view, errors, values }: Props) {
  return (
    <Form method="post" noValidate className="jl-stack">
      <input type="hidden" name="intention" value="verifier" />
      {view.authorities.map((authority) => (
        <AuthorityAct
          key={authority.id}
          authority={authority}
          today={view.today}
          errors={errors}
          values={values}
        />
      ))}
      <div className="jl-actions">
        <Button>Vérifier avant de publier</Button>
      </div>
    </Form>
  );
}

type Authority = PublicationView["authorities"][number];

function AuthorityAct({
  authority,
  today,
  errors,
  values,
}: {
  authority: Authority;
  today: string;
  errors: Texts;
  values: Texts;
}) {
  const names = actFields(authority.id);
  const of = (name: string) => ({ name, error: errors[name] });
  const [onlyKind] = authority.actKinds;
  return (
    <Sheet title={authority.title}>
      {authority.isConcerned ? null : (
        <p className="jl-quiet">
          Aucun établissement de cette campagne ne relève de cette autorité&nbsp;: laissez son acte
          vide si elle n’en a pas signé.
        </p>
      )}
      <TextField
        {...of(names.signatory)}
        label="Signataire"
        hint="Prénom, nom et qualité."
        defaultValue={values[names.signatory]}
        maxLength={120}
      />
      <RadioGroup
        {...of(names.kind)}
        label="Nature de l’acte"
        inline
        defaultValue={
          values[names.kind] ?? (authority.actKinds.length === 1 ? onlyKind : undefined)
        }
        choices={authority.actKinds.map((kind) => ({ value: kind, label: actKindLabels[kind] }))}
      />
      <TextField
        {...of(names.number)}
        label="Numéro de l’acte"
        width="md"
        defaultValue={values[names.number]}
        maxLength={60}
      />
      <TextField
        {...of(names.signedOn)}
        label="Date de signature"
        type="date"
        width="sm"
        max={today}
        defaultValue={values[names.signedOn]}
      />
    </Sheet>
  );
}
