import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import type { CompletionRequestsView } from "../completion-requests-view.server";
import type { RoundView } from "../rounds";
import { AskForm } from "./ask-form";
import type { RefusedCompletion } from "./refused-completion";
import { RoundSheet } from "./round-sheet";

type Props = {
  readonly view: CompletionRequestsView;
  readonly refused: RefusedCompletion | undefined;
  readonly isSaved: boolean;
};

/** The examiner's page: the request that waits or the form that makes one, then every former round. */
export function RequestsPage({ view, refused, isSaved }: Props) {
  const { waiting, mayAsk } = view;
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.examinations(), label: "Instruction" },
            { to: paths.examinationList(view.slug), label: view.campaign },
            { to: paths.examination(view.slug, view.id), label: view.title },
            { label: "Compléments" },
          ]}
        />
        <PageTitle kicker={`${view.campaign}, ${view.title}`} title="Demandes de compléments" />
      </div>
      <FormErrors errors={refused?.errors} title="Rien n’a été enregistré" />
      {isSaved && !refused ? <Alert tone="success" role="status" title="C’est enregistré" /> : null}
      {waiting?.state === "late" ? (
        <Alert tone="warning" title="L’échéance est passée sans réponse">
          Les questions sont refermées pour l’établissement. Prolongez la demande, ou annulez-la.
        </Alert>
      ) : null}
      {waiting ? (
        <RoundSheet round={waiting}>
          {mayAsk ? <ChangeForms round={waiting} refused={refused} /> : null}
        </RoundSheet>
      ) : mayAsk ? (
        <AskForm view={view} refused={refused} />
      ) : view.past.length === 0 ? (
        <p>Aucun complément n’a été demandé sur cette candidature.</p>
      ) : null}
      {view.past.map((round) => (
        <RoundSheet key={round.id} round={round} />
      ))}
    </div>
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
