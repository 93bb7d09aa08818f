import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Badge } from "~/ui/components/badge";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { EmptyState } from "~/ui/components/empty-state";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatDateTime, frenchText } from "~/ui/format";
import type { ExtensionLine, ExtensionsView } from "../extensions-view.server";
import type { ExtensionAnswer } from "../handle-extension-form.server";
import { placeLabels, stateLabels } from "../labels";
import { ExtensionForm } from "./extension-form";

type Props = {
  readonly view: ExtensionsView;
  readonly answer?: ExtensionAnswer | undefined;
  readonly said: "recorded" | "revoked" | null;
  /** How many people were written to. */
  readonly told: number;
};

/** Who has more time in one campaign: the form that gives it, then every decision that was taken. */
export function ExtensionsPage({ view, answer, said, told }: Props) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.manageCampaigns(), label: "Gestion" },
            { to: paths.manageCalendar(view.slug), label: view.title },
            { label: "Délais prolongés" },
          ]}
        />
        <PageTitle
          kicker={view.title}
          title="Délais prolongés"
          lead={frenchText(
            `Clôture de la campagne : ${formatDateTime(view.closesAt, { weekday: true })}, heure de Paris. Un délai se donne à un établissement ou à tous ceux d’un territoire ; la date publique ne change pas.`,
          )}
        />
      </div>
      {said && !answer && <Done said={said} told={told} />}
      <FormErrors errors={answer?.errors} title="Le délai n’est pas enregistré" />
      {view.canExtend ? (
        <ExtensionForm key={view.extensions[0]?.id} view={view} answer={answer} />
      ) : (
        <Alert tone="info">
          Les candidatures de cette campagne ne peuvent plus, ou pas encore, être prolongées.
        </Alert>
      )}
      <Decisions view={view} />
    </div>
  );
}

function Done({ said, told }: { said: "recorded" | "revoked"; told: number }) {
  const mails =
    told === 0
      ? "Aucun courriel n’est parti : les candidatures concernées sont déjà transmises, ou personne n’y a encore de compte."
      : `Un courriel part à ${formatCount(told, "personne")}.`;
  return (
    <Alert tone="success" role="status">
      {frenchText(
        said === "recorded" ? `Le délai est enregistré. ${mails}` : `Le délai est retiré. ${mails}`,
      )}
    </Alert>
  );
}

function Decisions({ view }: { view: ExtensionsView }) {
  return (
    <Sheet
      title="Décisions enregistrées"
      aside={view.extensions.length > 0 && formatCount(view.extensions.length, "décision")}
    >
      {view.extensions.length === 0 ? (
        <EmptyState title="Aucun délai prolongé">
          Tous les établissements ont jusqu’à la clôture de la campagne.
        </EmptyState>
      ) : (
        <ul className="jl-stack">
          {view.extensions.map((line) => (
            <li key={line.id}>
              <Decision line={line} slug={view.slug} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Decision({ line, slug }: { line: ExtensionLine; slug: string }) {
  const state = stateLabels[line.state];
  return (
    <div className="jl-stack jl-stack--tight">
      <p>
        <Badge tone={state.tone}>{state.label}</Badge> <strong>{placeWords(line)}</strong>,{" "}
        {`jusqu’au ${formatDateTime(line.until, { weekday: true })}`}
      </p>
      <p>{frenchText(`Motif : ${line.reason}`)}</p>
      <p className="jl-second">
        {`Décidé le ${formatDateTime(line.decidedAt)} par ${line.decidedBy}.`}
        {line.ended && ` ${endWords(line.ended)}`}
      </p>
      {line.state === "standing" && (
        <p>
          <LinkButton to={paths.revokeExtension(slug, line.id)} variant="tertiary" size="sm">
            Retirer ce délai
            <span className="fr-sr-only">{`, ${placeWords(line)}`}</span>
          </LinkButton>
        </p>
      )}
    </div>
  );
}

/** « Lycée d’essai (0120012Y) », « Département Aveyron (12) ». */
export function placeWords({
  placeKind,
  place,
  placeCode,
}: Pick<ExtensionLine, "placeKind" | "place" | "placeCode">): string {
  const kind = placeKind === "school" ? "" : `${placeLabels[placeKind]} `;
  return `${kind}${place} (${placeCode})`;
}

function endWords({ at, by, reason }: NonNullable<ExtensionLine["ended"]>): string {
  const act = reason === null ? "Remplacé" : "Retiré";
  const why = reason === null ? "" : ` : ${reason}`;
  return frenchText(`${act} le ${formatDateTime(at)} par ${by}${why}`);
}
