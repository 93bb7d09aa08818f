import { Form } from "@remix-run/react";
import { ActDetails } from "~/features/application-file/formal-details";
import { Button, ButtonGroup } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { FileField } from "~/ui/components/file-field";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";
import { formatDate, frenchText, parisDay } from "~/ui/format";
import type { FormalActsView } from "../formal-acts-view.server";
import { actRefusals } from "../labels";
import type { RefusedForm } from "./refused-form";

type Deliberation = NonNullable<FormalActsView["deliberation"]>;
type Props = {
  readonly view: FormalActsView;
  readonly deliberation: Deliberation;
  readonly refused: RefusedForm | undefined;
};

/** The act that is recorded, and the form that records or corrects it. */
export function ActSheet({ view, deliberation, refused }: Props) {
  const { act, refusal, name, isRequired, due } = deliberation;
  const asked = `${isRequired ? "Demandé" : "Proposé"} par la campagne${isRequired ? "" : ", sans obligation"}`;
  return (
    <Sheet id="acte" title={name}>
      <div className="jl-stack">
        <p className="jl-second">{frenchText(`${asked} : ${due}.`)}</p>
        {act && <ActDetails act={act} />}
        {refusal && act && <p className="jl-second">{actRefusals[refusal]}</p>}
        {view.canWrite && !refusal && <ActForm deliberation={deliberation} refused={refused} />}
        {view.canWrite && deliberation.canRemove && <RemoveForm />}
        {!view.canWrite && !act && <p>Aucun acte n’est enregistré.</p>}
      </div>
    </Sheet>
  );
}

function ActForm({ deliberation, refused }: Omit<Props, "view">) {
  const { act, limits, isFromOpening, opensAt } = deliberation;
  const own = refused?.intent === "acte" ? refused : undefined;
  const kept = act && act.scan !== "infected" ? act : null;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="jl-form"
      aria-label={act ? "Corriger l’acte" : "Enregistrer l’acte"}
    >
      <input type="hidden" name="intention" value="acte" />
      <TextField
        name="date"
        label="Jour de la séance"
        type="date"
        width="sm"
        hint={
          isFromOpening
            ? `À partir du ${formatDate(parisDay(opensAt))}, jour d’ouverture de la campagne.`
            : undefined
        }
        defaultValue={own?.typed.date ?? act?.heldOn ?? ""}
        error={own?.errors.date}
      />
      <TextField
        name="numero"
        label="Numéro de l’acte"
        hint="Tel qu’il figure sur l’acte, par exemple 2026-14."
        width="md"
        autoComplete="off"
        defaultValue={own?.typed.numero ?? act?.number ?? ""}
        error={own?.errors.numero}
      />
      <RadioGroup
        name="issue"
        label="Issue du vote"
        choices={[
          { value: "adopted", label: "Favorable" },
          { value: "rejected", label: "Défavorable" },
        ]}
        inline
        defaultValue={own?.typed.issue ?? act?.outcome ?? ""}
        error={own?.errors.issue}
      />
      <FileField
        name="fichier"
        label={kept ? "Remplacer le fichier" : "Acte signé"}
        hint={kept ? `${limits} Sans nouveau fichier, celui qui est joint reste.` : limits}
        optional={kept !== null}
        accept=".pdf,.jpg,.jpeg,.png"
        error={own?.errors.fichier}
      />
      <ButtonGroup>
        <Button>{act ? "Enregistrer la correction" : "Enregistrer l’acte"}</Button>
      </ButtonGroup>
    </Form>
  );
}

function RemoveForm() {
  return (
    <Form method="post">
      <input type="hidden" name="intention" value="retirer" />
      <Button variant="tertiary" size="sm">
        Retirer l’acte
      </Button>
    </Form>
  );
}
