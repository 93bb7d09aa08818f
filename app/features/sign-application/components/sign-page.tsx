import { Form } from "@remix-run/react";
import { FileHeading } from "~/features/application-file/file-heading";
import { coSignatoryLabels } from "~/features/submit-application/labels";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Badge } from "~/ui/components/badge";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { Checkbox } from "~/ui/components/choice-field";
import { EmptyState } from "~/ui/components/empty-state";
import { FormErrors } from "~/ui/components/form-errors";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatDateTime } from "~/ui/format";
import { signedSentence } from "../schemas";
import type { SignView } from "../sign-view.server";
import { SignedAnswers } from "./signed-answers";

type Props = {
  readonly view: SignView;
  readonly errors?: { readonly [field: string]: string } | undefined;
  readonly values?: { readonly [field: string]: string } | undefined;
};

/** Read the file, then sign it; who has signed and who is waited for. */
export function SignPage({ view, errors = {}, values = {} }: Props) {
  return (
    <div className="jl-page">
      <FileHeading
        file={view}
        leaf="Signer"
        kicker={view.campaign}
        title="Signer la candidature"
        lead={view.schools.join("\u00a0; ")}
      />
      <FormErrors errors={errors} title="La signature n’est pas enregistrée" />
      <div className="jl-grid jl-grid--seven-five">
        <SignSheet view={view} errors={errors} values={values} />
        <SlotsSheet view={view} />
      </div>
      {view.mine.length > 0 && <SignedAnswers sections={view.sections} />}
    </div>
  );
}

function SignSheet({ view, errors = {}, values = {} }: Props) {
  if (view.mine.length === 0) {
    return (
      <Sheet>
        <EmptyState
          title="Rien à signer ici"
          action={
            <LinkButton to={paths.application(view.id)} variant="secondary">
              Voir la candidature
            </LinkButton>
          }
        >
          Votre signature est déjà donnée, ou la campagne ne la demande pas.
        </EmptyState>
      </Sheet>
    );
  }
  const schools = view.slots
    .filter((slot) => view.mine.some((own) => own.role === slot.role && own.uai === slot.uai))
    .flatMap((slot) => slot.school ?? []);
  return (
    <Sheet title="Votre signature">
      <div className="jl-stack">
        <p>
          {schools.length > 0
            ? `Vous signez pour ${schools.join(", ")}. `
            : "Vous signez pour l’ensemble de la candidature. "}
          {view.isComplete
            ? "Toutes les réponses obligatoires sont là."
            : "Des réponses obligatoires manquent encore\u00a0: signez plutôt quand elles y seront, car tout changement annule la signature."}
        </p>
        {view.slots.some((slot) => slot.isLapsed) && (
          <Alert tone="warning" title="Des réponses ont changé depuis une signature">
            La signature donnée avant ce changement ne vaut plus. Relisez les réponses, puis signez
            de nouveau.
          </Alert>
        )}
        <p>
          <Link to="#reponses" icon="arrow">
            Lire les réponses que vous signez
          </Link>
        </p>
        <Form method="post" noValidate className="jl-form">
          <input type="hidden" name="contenu" value={view.contentSha256} />
          <TextAreaField
            name="avis"
            label="Votre avis"
            optional
            hint="Il est transmis avec la candidature. 2 000 caractères au plus."
            defaultValue={values.avis}
            error={errors.avis}
          />
          <Checkbox
            name="lecture"
            value="oui"
            label={signedSentence}
            defaultChecked={values.lecture === "oui"}
            error={errors.lecture}
          />
          <ButtonGroup>
            <Button>Signer</Button>
          </ButtonGroup>
        </Form>
      </div>
    </Sheet>
  );
}

function SlotsSheet({ view }: { view: SignView }) {
  return (
    <Sheet title="Signatures demandées">
      {view.slots.length === 0 ? (
        <p>La campagne n’en demande pas.</p>
      ) : (
        <ul className="jl-conditions">
          {view.slots.map((slot) => (
            <li key={`${slot.role}-${slot.uai}`} className="jl-condition jl-condition--plain">
              <div>
                <p>{coSignatoryLabels[slot.role]}</p>
                <p className="jl-condition__detail">
                  {[slot.school, slot.required ? null : "facultative"].filter(Boolean).join(", ")}
                  {slot.signedBy && slot.signedAt
                    ? ` Signée par ${slot.signedBy}, le ${formatDateTime(slot.signedAt)}.`
                    : ""}
                </p>
              </div>
              {slot.signedBy ? (
                <Badge tone="success" icon="check">
                  Signée
                </Badge>
              ) : slot.isLapsed ? (
                <Badge tone="warning" icon="alert">
                  À renouveler
                </Badge>
              ) : (
                <Badge icon="clock">En attente</Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
