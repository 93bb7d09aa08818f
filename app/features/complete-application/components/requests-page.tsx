import { Form } from "@remix-run/react";
import { ExaminationHeading } from "~/features/application-file/examination-heading";
import { Alert } from "~/ui/components/alert";
import { Button } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import type { CompletionRequestsView } from "../completion-requests-view.server";
import type { ReopeningView } from "../reopening-lines";
import type { RoundView } from "../rounds";
import { AskForm } from "./ask-form";
import type { RefusedCompletion } from "./refused-completion";
import { isToldAlone, ReopeningSheet } from "./reopening-sheet";
import { RoundSheet } from "./round-sheet";

type Props = {
  readonly view: CompletionRequestsView;
  readonly refused: RefusedCompletion | undefined;
  readonly isSaved: boolean;
};

/** The examiner's page: the request that waits or the form that makes one, then every former round. */
export function RequestsPage({ view, refused, isSaved }: Props) {
  const { waiting, mayAsk } = view;
  const asking = view.reopenings.find(({ state }) => state === "waiting");
  return (
    <div className="jl-page">
      <ExaminationHeading file={view} leaf="Compléments" title="Compléments et modifications" />
      <FormErrors errors={refused?.errors} title="Rien n’a été enregistré" />
      {isSaved && !refused ? <Alert tone="success" role="status" title="C’est enregistré" /> : null}
      {waiting?.state === "late" ? (
        <Alert tone="warning" title="L’échéance est passée sans réponse">
          Les questions sont refermées pour l’établissement. Prolongez la demande, ou annulez-la.
        </Alert>
      ) : null}
      {asking ? (
        <ReopeningSheet asking={asking}>
          {mayAsk ? <DecideForms asking={asking} refused={refused} /> : null}
        </ReopeningSheet>
      ) : null}
      {waiting ? (
        <RoundSheet round={waiting}>
          {mayAsk ? <ChangeForms round={waiting} refused={refused} /> : null}
        </RoundSheet>
      ) : asking ? null : mayAsk ? (
        <AskForm view={view} refused={refused} />
      ) : view.past.length === 0 ? (
        <p>Aucun complément n’a été demandé sur cette candidature.</p>
      ) : null}
      {view.past.map((round) => (
        <RoundSheet key={round.id} round={round} />
      ))}
      {view.reopenings.filter(isToldAlone).map((line) => (
        <ReopeningSheet key={line.id} asking={line} />
      ))}
    </div>
  );
}

function DecideForms({
  asking,
  refused,
}: { readonly asking: ReopeningView } & Pick<Props, "refused">) {
  const granting = refused?.intent === "accepter" ? refused : undefined;
  const refusing = refused?.intent === "refuser" ? refused : undefined;
  return (
    <>
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="accepter" />
        <input type="hidden" name="demande" value={asking.id} />
        <TextField
          type="date"
          name="echeance"
          id="echeance-accepter"
          label="Accepter, à transmettre au plus tard le"
          hint="Toutes les questions s’ouvrent jusqu’à ce jour inclus. La transmission actuelle reste valable d’ici là."
          width="sm"
          defaultValue={granting?.typed.echeance?.[0] ?? ""}
          error={granting?.errors.echeance}
        />
        <Button variant="secondary">Accepter la modification</Button>
      </Form>
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="refuser" />
        <input type="hidden" name="demande" value={asking.id} />
        <TextAreaField
          name="motif"
          id="motif-refuser"
          label="Motif du refus"
          hint="L’établissement le lira. Pour n’ouvrir que certaines questions, refusez ici puis demandez un complément."
          rows={2}
          maxLength={2000}
          defaultValue={refusing?.typed.motif?.[0] ?? ""}
          error={refusing?.errors.motif}
        />
        <Button variant="tertiary">Refuser la modification</Button>
      </Form>
    </>
  );
}

function ChangeForms({ round, refused }: { round: RoundView } & Pick<Props, "refused">) {
  const extending = refused?.intent === "prolonger" ? refused : undefined;
  const cancelling = refused?.intent === "annuler" ? refused : undefined;
  const target = (
    <>
      <input type="hidden" name="demande" value={round.id} />
      <input type="hidden" name="version" value={round.version} />
    </>
  );
  return (
    <>
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="prolonger" />
        {target}
        <TextField
          type="date"
          name="echeance"
          label="Nouvelle échéance"
          width="sm"
          defaultValue={extending?.typed.echeance?.[0] ?? round.dueOn}
          error={extending?.errors.echeance}
        />
        <Button variant="secondary">Changer l’échéance</Button>
      </Form>
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="annuler" />
        {target}
        <TextAreaField
          name="motif"
          label="Motif de l’annulation"
          hint="L’établissement le lira. Ce qu’il a écrit sans le transmettre est remis comme avant."
          rows={2}
          maxLength={2000}
          defaultValue={cancelling?.typed.motif?.[0] ?? ""}
          error={cancelling?.errors.motif}
        />
        <Button variant="tertiary">Annuler la demande</Button>
      </Form>
    </>
  );
}
