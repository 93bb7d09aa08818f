import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { DeclarationSheet } from "~/features/application-file/declaration-sheet";
import { FileHeading } from "~/features/application-file/file-heading";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { Button, ButtonGroup } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import type { CompletionView } from "../completion-view.server";
import { sendRefusals } from "../labels";
import type { RefusedSchoolForm } from "./refused-completion";
import { isToldAlone, ReopeningSheet } from "./reopening-sheet";
import { RoundSheet } from "./round-sheet";

type Props = {
  readonly view: CompletionView;
  readonly refused: RefusedSchoolForm | undefined;
  /** What was just done with an asking: `transmise`, `abandonnee`. */
  readonly done: string | null;
};

const doneTitles: Readonly<Record<string, string>> = {
  transmise: "Votre demande est transmise à l’instruction",
  abandonnee: "Votre demande est abandonnée",
};

/** The school's page: what is asked or open and until when, each question's way, then the declaration. */
export function CompletionPage({ view, refused, done }: Props) {
  const { waiting } = view;
  const ended = view.reopenings.filter(isToldAlone);
  const asking = view.reopenings.find(({ state }) => state === "waiting");
  const doneTitle = refused ? undefined : doneTitles[done ?? ""];
  return (
    <div className="jl-page">
      <FileHeading file={view} leaf="Compléments et modifications" />
      <FormErrors errors={refused?.errors} title="Rien n’est transmis" />
      {doneTitle ? (
        <Alert tone="success" role="status" title={doneTitle}>
          {asking ? "Vous recevrez sa décision par courriel." : null}
        </Alert>
      ) : null}
      {waiting ? (
        <Waiting view={view} waiting={waiting} refused={refused} />
      ) : asking ? null : (
        <p>Aucun complément n’est attendu sur cette candidature.</p>
      )}
      {asking ? (
        <ReopeningSheet asking={asking}>
          {view.canSubmit ? <TakeBack id={asking.id} /> : null}
        </ReopeningSheet>
      ) : null}
      {view.mayAskReopening ? <AskReopening refused={refused} /> : null}
      {view.past.map((round) => (
        <RoundSheet key={round.id} round={round} />
      ))}
      {ended.map((line) => (
        <ReopeningSheet key={line.id} asking={line} />
      ))}
    </div>
  );
}

function Waiting({
  view,
  waiting,
  refused,
}: Pick<Props, "view" | "refused"> & { readonly waiting: NonNullable<CompletionView["waiting"]> }) {
  const isWhole = waiting.asked !== null;
  return (
    <>
      <RoundSheet round={waiting}>
        <Ways view={view} waiting={waiting} />
      </RoundSheet>
      {view.blockers.length > 0 ? (
        <Blocked view={view} isWhole={isWhole} />
      ) : (
        <DeclarationSheet
          file={view}
          error={refused?.errors.declaration}
          button={isWhole ? "Transmettre de nouveau" : "Transmettre les compléments"}
          fields={
            <>
              <input type="hidden" name="intention" value="transmettre" />
              <input type="hidden" name="demande" value={waiting.id} />
            </>
          }
        >
          Une fois transmises, ces réponses ne changent plus. Un nouveau récépissé vous est envoyé
          par courriel&nbsp;; le précédent reste valable pour ce qu’il contient.
        </DeclarationSheet>
      )}
    </>
  );
}

/** Where to write: each question that is asked, or each section when all of them are open. */
function Ways({
  view,
  waiting,
}: Pick<Props, "view"> & {
  readonly waiting: NonNullable<CompletionView["waiting"]>;
}): ReactNode {
  if (!view.canAnswer || waiting.state !== "open") return null;
  const ways =
    waiting.asked === null
      ? waiting.lines.flatMap(({ id, name, to }) =>
          to ? [{ id, to, label: `Compléter «\u00a0${name}\u00a0»` }] : [],
        )
      : view.sections.map(({ id, title, to }) => ({
          id,
          to,
          label: `Modifier la section «\u00a0${title}\u00a0»`,
        }));
  return (
    <ul>
      {ways.map(({ id, to, label }) => (
        <li key={id}>
          <Anchor to={to}>{label}</Anchor>
        </li>
      ))}
    </ul>
  );
}

function TakeBack({ id }: { readonly id: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intention" value="abandonner" />
      <input type="hidden" name="demande" value={id} />
      <Button variant="tertiary">Abandonner cette demande</Button>
    </Form>
  );
}

function AskReopening({ refused }: Pick<Props, "refused">) {
  return (
    <Sheet title="Modifier ce qui est transmis">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="intention" value="rouvrir" />
        <p className="jl-second">
          L’instruction décide, et vous répond par courriel. Votre candidature transmise reste
          valable pendant ce temps.
        </p>
        <TextAreaField
          name="motif"
          label="Ce que vous voulez modifier, et pourquoi"
          rows={3}
          maxLength={2000}
          defaultValue={refused?.typed.motif ?? ""}
          error={refused?.errors.motif}
        />
        <ButtonGroup>
          <Button variant="secondary">Demander à modifier</Button>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}

function Blocked({ view, isWhole }: Pick<Props, "view"> & { readonly isWhole: boolean }) {
  return (
    <Alert
      tone="warning"
      title={`Ces ${isWhole ? "modifications" : "compléments"} ne peuvent pas encore être ${isWhole ? "transmises" : "transmis"}`}
    >
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
