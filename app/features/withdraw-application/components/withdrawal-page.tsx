import { Form } from "@remix-run/react";
import { FileHeading } from "~/features/application-file/file-heading";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatDateTime, frenchText } from "~/ui/format";
import { resumeRefusals, withdrawRefusals } from "../labels";
import type { WithdrawalView } from "../withdrawal-view.server";

type Props = {
  readonly view: WithdrawalView;
  readonly errors?: { readonly [field: string]: string } | undefined;
  readonly values?: { readonly [field: string]: string } | undefined;
};

/** Takes a submitted application back with what that means, or resumes one that was. */
export function WithdrawalPage({ view, errors = {}, values = {} }: Props) {
  const isWithdrawn = view.withdrawn !== null;
  const title = isWithdrawn ? "Candidature retirée" : "Retirer la candidature";
  return (
    <div className="jl-page">
      <FileHeading file={view} leaf={title} />
      <FormErrors
        errors={errors}
        title={
          isWithdrawn ? "La candidature n’est pas reprise" : "La candidature n’est pas retirée"
        }
      />
      {view.act === "withdraw" ? (
        <WithdrawSheet view={view} errors={errors} values={values} />
      ) : view.withdrawn ? (
        <WithdrawnSheet view={view} withdrawn={view.withdrawn} />
      ) : (
        <Alert tone="info">
          <p>{view.withdrawRefusal ? withdrawRefusals[view.withdrawRefusal] : null}</p>
        </Alert>
      )}
    </div>
  );
}

function WithdrawSheet({ view, errors = {}, values = {} }: Props) {
  const deadline = `${formatDateTime(view.closesAt, { weekday: true })}, heure de Paris`;
  return (
    <Sheet title="Ce que le retrait change">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="retirer" />
        <ul className="jl-bullets">
          <li>Votre candidature ne sera pas examinée et ne compte plus dans la campagne.</li>
          <li>
            {frenchText("Rien n’est effacé : réponses, preuves et récépissé restent lisibles.")}
          </li>
          <li>
            {frenchText(
              view.isOpen
                ? `Vous pourrez la reprendre en brouillon et la transmettre de nouveau jusqu’à la clôture : ${deadline}.`
                : `La clôture est passée (${deadline}) : vous ne pourrez plus la reprendre.`,
            )}
          </li>
          {view.hasOpenRequest ? (
            <li>
              {frenchText(
                "La demande de compléments en cours sera annulée, et ce qui n’est pas transmis sera remis comme avant.",
              )}
            </li>
          ) : null}
        </ul>
        <TextAreaField
          name="motif"
          label="Motif"
          hint="Écrit à qui instruit votre candidature, et conservé avec votre nom."
          optional
          rows={3}
          maxLength={2000}
          defaultValue={values.motif ?? ""}
          error={errors.motif}
        />
        <ButtonGroup>
          <Button variant="danger">Retirer la candidature</Button>
          <LinkButton to={paths.application(view.id)} variant="tertiary">
            Ne rien changer
          </LinkButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}

function WithdrawnSheet({
  view,
  withdrawn,
}: Pick<Props, "view"> & { readonly withdrawn: NonNullable<WithdrawalView["withdrawn"]> }) {
  return (
    <Sheet title="Reprendre la candidature">
      <div className="jl-stack">
        <p>
          {`Retirée par ${withdrawn.by} le ${formatDateTime(withdrawn.at, { weekday: true })}, heure de Paris.`}
        </p>
        {withdrawn.reason ? (
          <p className="jl-typed">{frenchText(`Motif : ${withdrawn.reason}`)}</p>
        ) : null}
        {view.resumeRefusal ? (
          <Alert tone="info">
            <p>{resumeRefusals[view.resumeRefusal]}</p>
          </Alert>
        ) : (
          <Form method="post" className="jl-form">
            <input type="hidden" name="intention" value="reprendre" />
            <p>
              {frenchText(
                `Elle redevient un brouillon, avec ses réponses et ses preuves. Pour être examinée, elle doit être transmise de nouveau avant la clôture : ${formatDateTime(view.closesAt, { weekday: true })}, heure de Paris.`,
              )}
            </p>
            <ButtonGroup>
              <Button>Reprendre en brouillon</Button>
            </ButtonGroup>
          </Form>
        )}
        {view.receipt ? (
          <p>
            <Link to={paths.receipt(view.id)} icon="arrow">
              {`Voir le récépissé ${view.receipt}`}
            </Link>
          </p>
        ) : null}
      </div>
    </Sheet>
  );
}
