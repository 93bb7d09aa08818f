import { Button } from "~/ui/components/button";
import { ConfirmationForm } from "~/ui/components/confirmation-form";
import { DefinitionList } from "~/ui/components/definition-list";
import { formatDate } from "~/ui/format";
import type { SchoolOwnerView } from "../school-owner-view.server";

type Props = {
  readonly view: SchoolOwnerView;
  readonly values: Readonly<Record<string, string>>;
  readonly chosen: string;
};

const kept = ["proprietaire", "nature", "code", "depuis", "source", "attendu"] as const;

/** The last look before a decision is recorded. */
export function OwnerConfirm({ view, values, chosen }: Props) {
  const current = view.lines.find(({ isCurrent }) => isCurrent);
  return (
    <ConfirmationForm
      title="Confirmer la décision"
      kept={Object.fromEntries(kept.map((name) => [name, values[name] ?? ""]))}
      confirm="Enregistrer la décision"
      intention="enregistrer"
      others={
        <Button name="intention" value="revoir" variant="secondary">
          Modifier
        </Button>
      }
      note="La décision reste au journal avec votre nom. Elle peut être annulée, avec un motif."
    >
      <DefinitionList
        variant="lines"
        items={[
          { term: "Aujourd’hui", value: current?.owner ?? "Aucun propriétaire enregistré" },
          { term: "Nouveau propriétaire", value: chosen },
          { term: "À partir du", value: formatDate(values.depuis ?? view.today) },
          { term: "Acte ou source", value: values.source ?? "" },
        ]}
      />
    </ConfirmationForm>
  );
}
