import { DeclarationSheet } from "~/features/application-file/declaration-sheet";
import { FileHeading } from "~/features/application-file/file-heading";
import { ReviewsWarning } from "~/features/application-file/reviews-warning";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { DefinitionList } from "~/ui/components/definition-list";
import { FormErrors } from "~/ui/components/form-errors";
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
      <FileHeading file={view} leaf="Transmettre" title="Déclarer et transmettre" />
      <FormErrors errors={errors} title="La candidature n’est pas transmise" />
      {late && <LateAlert late={late} />}
      <ReviewsWarning reviews={view.reviews} />
      <SummarySheet view={view} />
      {view.blockers.length > 0 ? (
        <Blocked view={view} />
      ) : (
        <DeclarationSheet
          file={view}
          error={errors.declaration}
          button="Transmettre la candidature"
        >
          Une fois transmises, les réponses ne changent plus. Un récépissé vous est envoyé par
          courriel.
        </DeclarationSheet>
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
