import { Form } from "@remix-run/react";
import { extensionPlaces } from "~/domain/extension/vocabulary";
import { Alert } from "~/ui/components/alert";
import { Button, ButtonGroup } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { SelectField } from "~/ui/components/select-field";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatDateTime, frenchText } from "~/ui/format";
import type { ExtensionsView } from "../extensions-view.server";
import type { ExtensionAnswer } from "../handle-extension-form.server";
import { placeLabels } from "../labels";

type Props = {
  readonly view: ExtensionsView;
  readonly answer?: ExtensionAnswer | undefined;
};

/** Where, until when and why; asks again before it replaces a decision for the same place. */
export function ExtensionForm({ view, answer }: Props) {
  const { errors = {}, values = {}, standing = null } = answer ?? {};
  const territories = extensionPlaces.flatMap((kind) => {
    const options = view.territories
      .filter((territory) => territory.kind === kind)
      .map(({ code, name }) => ({ value: `${kind}:${code}`, label: `${name} (${code})` }));
    return options.length > 0 ? [{ label: placeLabels[kind], options }] : [];
  });
  return (
    <Sheet title="Prolonger un délai">
      <Form method="post" noValidate className="jl-form">
        {standing && <Standing standing={standing} />}
        <RadioGroup
          name="place"
          label={"À qui ce délai est-il donné\u00a0?"}
          choices={[
            { value: "school", label: "Un établissement" },
            { value: "territory", label: "Tous les établissements d’un territoire" },
          ]}
          defaultValue={values.place ?? "school"}
          error={errors.place}
          inline
        />
        <TextField
          name="uai"
          label="UAI de l’établissement"
          hint="Pour un établissement. Sept chiffres et une lettre."
          width="sm"
          autoComplete="off"
          defaultValue={values.uai ?? ""}
          error={errors.uai}
        />
        <SelectField
          name="territory"
          label="Territoire"
          hint="Pour un territoire. Seuls ceux qui sont tout entiers dans votre périmètre sont proposés."
          width="md"
          options={territories}
          emptyLabel="Choisir…"
          defaultValue={values.territory ?? ""}
          error={errors.territory}
        />
        <TextField
          name="until"
          label="Nouvelle date limite"
          hint={untilHint(view)}
          type="datetime-local"
          step={1}
          width="md"
          defaultValue={values.until ?? ""}
          error={errors.until}
        />
        <TextAreaField
          name="reason"
          label="Motif"
          hint="Conservé avec votre nom et l’heure, et écrit aux personnes concernées."
          defaultValue={values.reason ?? ""}
          error={errors.reason}
        />
        <ButtonGroup>
          <Button>{standing ? "Remplacer le délai en cours" : "Enregistrer le délai"}</Button>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}

function Standing({ standing }: { standing: NonNullable<ExtensionAnswer["standing"]> }) {
  return (
    <>
      <input type="hidden" name="replaces" value={standing.id} />
      <Alert tone="warning" role="alert" title="Un délai est déjà donné à ce lieu">
        <p>
          {frenchText(
            `Il court jusqu’au ${formatDateTime(standing.until, { weekday: true })}. Motif : ${standing.reason}`,
          )}
        </p>
        <p>
          Rien n’est encore enregistré. En confirmant, votre décision le remplace, même si elle
          finit plus tôt&nbsp;; les deux restent dans la liste.
        </p>
      </Alert>
    </>
  );
}

function untilHint({ closesAt, examinationEndsAt }: ExtensionsView): string {
  const from = `À l’heure de Paris, cette seconde comprise. Après le ${formatDateTime(closesAt)}`;
  return examinationEndsAt ? `${from}, avant le ${formatDateTime(examinationEndsAt)}.` : `${from}.`;
}
