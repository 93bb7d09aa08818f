import { Form } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { flushPendingSaves } from "~/features/answer-questionnaire/autosave";
import { ReviewsWarning } from "~/features/application-file/reviews-warning";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { Checkbox } from "~/ui/components/choice-field";
import { DefinitionList } from "~/ui/components/definition-list";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TimeLeft } from "~/ui/components/time-left";
import { formatCount, formatDateTime, formatNumber } from "~/ui/format";
import type { SubmitView } from "../submit-view.server";
import { type Late, LateAlert, MoreTime } from "./late-alert";

type Props = {
  readonly view: SubmitView;
  readonly errors?: { readonly [field: string]: string } | undefined;
  /** The request that has just been refused for having arrived too late. */
  readonly late?: Late | undefined;
};

/** Declare on honour and submit; each reason that keeps from it, with its way out. */
export function SubmitPage({ view, errors = {}, late }: Props) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.applications(), label: "Mes candidatures" },
            { to: paths.application(view.id), label: view.title },
            { label: "Transmettre" },
          ]}
        />
        <PageTitle kicker={`${view.campaign}, ${view.title}`} title="Déclarer et transmettre" />
      </div>
      <FormErrors errors={errors} title="La candidature n’est pas transmise" />
      {late && <LateAlert late={late} />}
      <ReviewsWarning reviews={view.reviews} />
      <SummarySheet view={view} />
      {view.blockers.length > 0 ? (
        <Blocked view={view} />
      ) : (
        <DeclarationSheet view={view} error={errors.declaration} />
      )}
    </div>
  );
}

const isLate = ({ blockers }: SubmitView) =>
  blockers.some(({ blocker }) => blocker === "deadline-passed");

function SummarySheet({ view }: { view: SubmitView }) {
  const result =
    view.score === null
      ? []
      : [{ term: "Score", value: `${formatNumber(view.score, { decimals: 1 })} sur 100` }];
  const level =
    view.levelTitle === null ? [] : [{ term: "Niveau déclaré", value: view.levelTitle }];
  return (
    <Sheet title={isLate(view) ? "Ce que contient le brouillon" : "Ce qui sera transmis"}>
      <DefinitionList
        variant="lines"
        items={[
          { term: "Réponses", value: formatCount(view.answerCount, "réponse") },
          { term: "Preuves", value: formatCount(view.proofCount, "fichier") },
          ...result,
          ...level,
          {
            term: view.isExtended ? "Délai prolongé" : "Clôture",
            value: (
              <>
                {`${formatDateTime(view.closesAt, { weekday: true })}, heure de Paris (`}
                <TimeLeft now={view.now} until={view.closesAt} isShort isInSentence />
                {")"}
              </>
            ),
          },
        ]}
      />
    </Sheet>
  );
}

function Blocked({ view }: { view: SubmitView }) {
  return (
    <>
      <Alert
        tone="warning"
        title={`Cette candidature ne peut ${isLate(view) ? "plus" : "pas encore"} être transmise`}
      >
        <ul className="jl-errors">
          {view.blockers.map(({ blocker, text, link }) => (
            <li key={blocker}>
              {text} {link && <Anchor to={link.to}>{link.label}</Anchor>}
            </li>
          ))}
        </ul>
      </Alert>
      {isLate(view) && <MoreTime view={view} />}
      <ButtonGroup>
        {view.blockers.some(({ blocker }) => blocker === "incomplete") && (
          <LinkButton to={paths.review(view.id)}>Voir ce qui manque</LinkButton>
        )}
        <LinkButton to={paths.application(view.id)} variant="tertiary">
          Revenir au dossier
        </LinkButton>
      </ButtonGroup>
    </>
  );
}

function DeclarationSheet({ view, error }: { view: SubmitView; error?: string | undefined }) {
  const [message, setMessage] = useState("");
  const isSettled = useRef(false);
  /** Submitting waits for the answers that this browser has not sent yet. */
  async function sendWhenSaved(event: FormEvent<HTMLFormElement>) {
    if (isSettled.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    setMessage("Enregistrement des dernières réponses…");
    isSettled.current = (await flushPendingSaves(view.id, view.personId)).length === 0;
    setMessage(
      isSettled.current
        ? ""
        : "Des réponses ne sont pas encore enregistrées. Vérifiez votre connexion, puis réessayez.",
    );
    // A form that is still telling of its first submission ignores a second one: wait for its end.
    if (isSettled.current) setTimeout(() => form.requestSubmit());
  }
  return (
    <Sheet title="Déclaration sur l’honneur">
      <Form method="post" noValidate onSubmit={sendWhenSaved} className="jl-form">
        <Checkbox name="declaration" value="oui" label={view.declaration} error={error} />
        <p className="jl-second">
          Une fois transmises, les réponses ne changent plus. Un récépissé vous est envoyé par
          courriel.
        </p>
        <p role="status">{message}</p>
        <ButtonGroup>
          <Button size="lg">Transmettre la candidature</Button>
          <LinkButton to={paths.review(view.id)} variant="tertiary">
            Relire les réponses
          </LinkButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}
