import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { endorsementLinkDays } from "~/domain/application/endorsement";
import { OpinionDetails } from "~/features/application-file/formal-details";
import { Button, ButtonGroup } from "~/ui/components/button";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";
import { frenchText } from "~/ui/format";
import type { FormalActsView } from "../formal-acts-view.server";
import { askRefusals, waitingRefusals } from "../labels";
import type { RefusedForm } from "./refused-form";

type Endorsement = NonNullable<FormalActsView["endorsement"]>;
type Props = {
  readonly view: FormalActsView;
  readonly endorsement: Endorsement;
  readonly refused: RefusedForm | undefined;
};

/** The opinion of the owning collectivité: its request, then what it said. */
export function EndorsementSheet({ view, endorsement, refused }: Props) {
  const { request, isRequired, due, askRefusal } = endorsement;
  const asked = `${isRequired ? "Demandé" : "Proposé"} par la campagne${isRequired ? "" : ", sans obligation"}`;
  return (
    <Sheet id="avis" title="Avis de la collectivité propriétaire">
      <div className="jl-stack">
        <p className="jl-second">{frenchText(`${asked} : ${due}.`)}</p>
        {request && <OpinionDetails request={request} />}
        {request && !request.given && view.canWrite && (
          <WaitingForms id={request.id} endorsement={endorsement} />
        )}
        {!request &&
          (!view.canWrite ? (
            <p>L’avis n’est pas encore demandé.</p>
          ) : askRefusal ? (
            <p className="jl-second">{askRefusals[askRefusal]}</p>
          ) : (
            <AskForm endorsement={endorsement} refused={refused} />
          ))}
      </div>
    </Sheet>
  );
}

function AskForm({ endorsement, refused }: Omit<Props, "view">) {
  const own = refused?.intent === "demander" ? refused : undefined;
  return (
    <Form method="post" noValidate className="jl-form" aria-label="Demander l’avis">
      <input type="hidden" name="intention" value="demander" />
      <p>
        {frenchText(
          `Un courriel part à la personne que vous indiquez, avec un lien valable ${endorsementLinkDays} jours. Elle lit le nom de l’établissement et ce que demande la campagne, pas vos réponses.`,
        )}
      </p>
      <TextField
        name="collectivite"
        label="Collectivité"
        hint={endorsement.owner ? "Propriétaire de l’équipement selon l’annuaire." : undefined}
        autoComplete="off"
        defaultValue={own?.typed.collectivite ?? endorsement.owner ?? ""}
        error={own?.errors.collectivite}
      />
      <TextField
        name="contact"
        label="Personne ou service"
        autoComplete="off"
        defaultValue={own?.typed.contact ?? ""}
        error={own?.errors.contact}
      />
      <TextField
        name="courriel"
        type="email"
        label="Adresse électronique"
        hint="Elle est visible de l’instruction."
        autoComplete="off"
        defaultValue={own?.typed.courriel ?? ""}
        error={own?.errors.courriel}
      />
      <ButtonGroup>
        <Button>Demander l’avis</Button>
      </ButtonGroup>
    </Form>
  );
}

/** A request that waits: sent again within its limit, or cancelled to write to somebody else. */
function WaitingForms({
  id,
  endorsement: { resendRefusal, cancelRefusal },
}: {
  readonly id: string;
  readonly endorsement: Endorsement;
}) {
  const refusal = cancelRefusal ?? resendRefusal;
  return (
    <>
      {refusal && <p className="jl-second">{waitingRefusals[refusal]}</p>}
      <ButtonGroup>
        {!resendRefusal && (
          <RequestForm id={id} intention="relancer">
            <Button variant="secondary">Envoyer un nouveau lien</Button>
          </RequestForm>
        )}
        {!cancelRefusal && (
          <RequestForm id={id} intention="annuler">
            <Button variant="tertiary">Annuler la demande</Button>
          </RequestForm>
        )}
      </ButtonGroup>
    </>
  );
}

function RequestForm({
  id,
  intention,
  children,
}: {
  readonly id: string;
  readonly intention: "relancer" | "annuler";
  readonly children: ReactNode;
}) {
  return (
    <Form method="post">
      <input type="hidden" name="intention" value={intention} />
      <input type="hidden" name="demande" value={id} />
      {children}
    </Form>
  );
}
