import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Button, LinkButton } from "~/ui/components/button";
import { ConfirmationForm } from "~/ui/components/confirmation-form";
import { DefinitionList } from "~/ui/components/definition-list";
import { formatCount, formatDate } from "~/ui/format";
import { actKindLabels } from "../labels";
import type { PublicationView } from "../publication-view.server";
import { actFields } from "../schemas";
import { LevelCounts } from "./level-counts";

type Props = {
  readonly view: PublicationView;
  readonly values: Readonly<Record<string, string>>;
};

/** The last look before publishing: the numbers, the acts, and what cannot be undone. */
export function ConfirmForm({ view, values }: Props) {
  const names = view.authorities.flatMap(({ id }) => Object.values(actFields(id)));
  return (
    <ConfirmationForm
      title="Confirmer la publication"
      kept={{
        attendu: view.tally,
        ...Object.fromEntries(names.map((name) => [name, values[name] ?? ""])),
      }}
      confirm={`Publier ${formatCount(view.total, "décision")}`}
      intention="publier"
      others={
        <>
          <Button name="intention" value="revoir" variant="secondary">
            Modifier les actes
          </Button>
          <LinkButton to={paths.jury(view.slug)} variant="tertiary">
            Abandonner
          </LinkButton>
        </>
      }
    >
      <LevelCounts view={view} />
      <DefinitionList
        variant="lines"
        items={view.authorities.map(({ id, title }) => ({
          term: title,
          value: actText(id, values),
        }))}
      />
      <Alert tone="warning" title="Une publication ne se reprend pas">
        {`${formatCount(view.total, "décision devient publique", "décisions deviennent publiques")} à l’instant, et la direction de chaque établissement reçoit la sienne par courriel.`}
      </Alert>
    </ConfirmationForm>
  );
}

function actText(authorityId: string, values: Readonly<Record<string, string>>): string {
  const names = actFields(authorityId);
  const { [names.number]: number, [names.signedOn]: signedOn, [names.kind]: kind } = values;
  if (!number || !signedOn) return "Aucun acte";
  const word = kind === "deliberation" ? actKindLabels.deliberation : actKindLabels.arrete;
  return `${word} n°\u00a0${number} du ${formatDate(signedOn)}, signature de ${values[names.signatory] ?? ""}`;
}
