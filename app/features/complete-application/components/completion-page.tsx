import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { Checkbox } from "~/ui/components/choice-field";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { CompletionView } from "../completion-view.server";
import { sendRefusals } from "../labels";
import { RoundSheet } from "./round-sheet";

type Props = {
  readonly view: CompletionView;
  readonly errors: Readonly<Record<string, string>> | undefined;
};

/** The school's page: what is asked and until when, each question's way, then the declaration. */
export function CompletionPage({ view, errors }: Props) {
  const { waiting } = view;
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.applications(), label: "Mes candidatures" },
            { to: paths.application(view.id), label: view.title },
            { label: "Compléments" },
          ]}
        />
        <PageTitle kicker={`${view.campaign}, ${view.title}`} title="Compléments demandés" />
      </div>
      <FormErrors errors={errors} title="Les compléments ne sont pas transmis" />
      {waiting ? (
        <>
          <RoundSheet round={waiting}>
            {view.canAnswer && waiting.state === "open" ? (
              <ul>
                {waiting.lines.map(({ id, name, to }) =>
                  to ? (
                    <li key={id}>
                      <Anchor to={to}>{`Compléter «\u00a0${name}\u00a0»`}</Anchor>
                    </li>
                  ) : null,
                )}
              </ul>
            ) : null}
          </RoundSheet>
          {view.blockers.length > 0 ? (
            <Blocked view={view} />
          ) : (
            <SendSheet view={view} errors={errors} />
          )}
        </>
      ) : (
        <p>Aucun complément n’est attendu sur cette candidature.</p>
      )}
      {view.past.map((round) => (
        <RoundSheet key={round.id} round={round} />
      ))}
    </div>
  );
}

function Blocked({ view }: { readonly view: CompletionView }) {
  return (
    <Alert tone="warning" title="Ces compléments ne peuvent pas encore être transmis">
      <ul className="jl-errors">
        {view.blockers.map((blocker) => (
          <li key={blocker}>{sendRefusals[blocker]}</li>
        ))}
        {view.missing.map(({ name, to }) => (
          <li key={to}>
            <Anchor to={to}>{name}</Anchor>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function SendSheet({ view, errors }: Props) {
  return (
    <Sheet title="Déclaration sur l’honneur">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="demande" value={view.waiting?.id ?? ""} />
        <Checkbox
          name="declaration"
          value="oui"
          label={view.declaration}
          error={errors?.declaration}
        />
        <p className="jl-second">
          Une fois transmises, ces réponses ne changent plus. Un nouveau récépissé vous est envoyé
          par courriel&nbsp;; le précédent reste valable pour ce qu’il contient.
        </p>
        <ButtonGroup>
          <Button size="lg">Transmettre les compléments</Button>
          <LinkButton to={paths.review(view.id)} variant="tertiary">
            Relire les réponses
          </LinkButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}
