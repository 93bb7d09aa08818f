import { DeclarationSheet } from "~/features/application-file/declaration-sheet";
import { FileHeading } from "~/features/application-file/file-heading";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { FormErrors } from "~/ui/components/form-errors";
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
      <FileHeading file={view} leaf="Compléments" title="Compléments demandés" />
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
            <DeclarationSheet
              file={view}
              error={errors?.declaration}
              button="Transmettre les compléments"
              fields={<input type="hidden" name="demande" value={waiting.id} />}
            >
              Une fois transmises, ces réponses ne changent plus. Un nouveau récépissé vous est
              envoyé par courriel&nbsp;; le précédent reste valable pour ce qu’il contient.
            </DeclarationSheet>
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
