import { Form, useNavigate } from "@remix-run/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { summarise } from "~/domain/application/save-queue-state";
import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import { PresenceLine } from "~/features/presence/presence-line";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, LinkButton } from "~/ui/components/button";
import { ErrorSummary } from "~/ui/components/error-summary";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { SaveBar } from "~/ui/components/save-bar";
import { Stepper } from "~/ui/components/stepper";
import { formatCount, formatDateTime } from "~/ui/format";
import type { AnswerProblem } from "../save-section.server";
import { savingWords } from "../saving-words";
import type { SectionView } from "../section-view.server";
import { MissingLink } from "./missing-link";
import { PostedConflict } from "./posted-conflict";
import { QuestionList } from "./question-list";
import { ReviewAsked } from "./review-asked";
import { SectionAside, SectionSideList } from "./section-around";
import { useSection } from "./use-section";

// Rarely needed, and only ever when the server answers: fetched then.
const ConflictChoice = lazy(() => import("./conflict-choice"));
const SignInAgain = lazy(() => import("./sign-in-again"));

type Props = {
  readonly view: SectionView;
  readonly problems: readonly AnswerProblem[];
  /** A block to which a row was added without JavaScript. */
  readonly extraRow: string | null;
  /** The answers just sent ask for others of this section. */
  readonly hasRevealed: boolean;
};

/** A section of the questionnaire: answered in one column, saved while one types. */
export function SectionPage({ view: loaded, problems, extraRow, hasRevealed }: Props) {
  // Versions are those of the fields on screen: a later reading of the server must not replace them.
  const [view] = useState(loaded);
  const { applicationId, section, sections, position } = view;
  const page = useSection(view, problems);
  const navigate = useNavigate();
  const summary = useRef<HTMLDivElement>(null);
  const [isHydrated, setHydrated] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  useEffect(() => setHydrated(true), []);
  useEffect(() => summary.current?.focus(), []);

  const next = sections.slice(position + 1).find(({ isWritable }) => isWritable);
  const previous = sections.slice(0, position).findLast(({ isWritable }) => isWritable);
  const hasAll = sections.every(({ isWritable }) => isWritable);
  const last = hasAll ? view.end.to : paths.application(applicationId);
  const after = next ? paths.section(applicationId, next.id) : last;
  const { completeness, visible } = page.state;
  const missing = completeness?.missing ?? [];
  const saving = summarise(page.queue);
  const conflicted = Object.values(page.queue.edits).filter((edit) => edit.conflict !== null);
  const asked = conflicted.find(
    ({ questionId }) =>
      !putOff.includes(questionId) && section.questions.some(({ id }) => id === questionId),
  );
  const question = section.questions.find(({ id }) => id === asked?.questionId);
  const errors = section.questions.flatMap(({ id }) => {
    const fault = page.faults[id];
    if (!fault || !visible.has(id)) return [];
    const number = view.numbers[id];
    return [
      { fieldId: fieldName(id), message: number ? `${number} – ${fault.message}` : fault.message },
    ];
  });

  const saveAndContinue = async (event: FormEvent) => {
    event.preventDefault();
    setLeaving(true);
    const left = await page.flush();
    setLeaving(false);
    if (left === undefined || left.state === "saved") navigate(after);
    else {
      setPutOff([]);
      summary.current?.focus();
    }
  };

  return (
    <>
      <Breadcrumb
        items={[
          { to: paths.application(applicationId), label: "Ma candidature" },
          { label: section.title },
        ]}
      />
      <div className="jl-grid jl-grid--side">
        <SectionSideList view={view} completeness={completeness} />
        <div className="jl-stack">
          {sections.length >= 2 && sections.length <= 8 ? (
            <Stepper
              current={position + 1}
              total={sections.length}
              title={section.title}
              nextTitle={next?.title ?? (hasAll ? view.end.title : "Revenir au dossier")}
            />
          ) : (
            <PageTitle
              title={section.title}
              kicker={`Étape ${position + 1} sur ${sections.length}`}
            />
          )}
          {view.closedAt ? (
            <Alert tone="warning" title="Le dépôt est clos">
              {`Depuis le ${formatDateTime(view.closedAt)}, le brouillon reste lisible mais ne peut plus être transmis.`}
            </Alert>
          ) : null}
          {hasRevealed ? (
            <Alert tone="info" title="Vos réponses sont enregistrées">
              Elles appellent d’autres questions dans cette section&nbsp;: répondez-y, puis
              continuez.
            </Alert>
          ) : null}
          <PresenceLine people={page.live.people} news={page.live.news} />
          <ReviewAsked view={view} />
          <ErrorSummary ref={summary} errors={errors} />
          {section.intro ? <p>{section.intro}</p> : null}
          <p className="fr-hint-text">
            Sauf mention contraire « (optionnel) », toutes les questions sont obligatoires.
          </p>
          {page.queue.isSignedOut ? (
            <Suspense>
              <SignInAgain
                applicationId={applicationId}
                personId={view.personId}
                onSignedIn={page.signedIn}
              />
            </Suspense>
          ) : null}
          <Form
            method="post"
            encType="multipart/form-data"
            noValidate
            // What a browser puts back by itself after a reload is older than what the server holds.
            autoComplete="off"
            ref={page.formElement}
            id="section"
            onInput={page.onInput}
            onBlur={page.onBlur}
            onSubmit={saveAndContinue}
          >
            {problems.map((problem) => (
              <PostedConflict
                key={problem.questionId}
                problem={problem}
                question={section.questions.find(({ id }) => id === problem.questionId)}
                number={view.numbers[problem.questionId]}
              />
            ))}
            <QuestionList view={view} page={page} problems={problems} extraRow={extraRow} />
          </Form>
        </div>
        <SectionAside view={view} />
      </div>
      <SaveBar
        state={saving.state === "conflict" ? "refused" : saving.state}
        text={
          isHydrated || view.lastSavedAt
            ? savingWords(saving, page.queue.savedAt ?? view.lastSavedAt)
            : "Enregistrez avant de quitter cette page"
        }
        detail={
          completeness
            ? `${formatCount(completeness.filled, "réponse")} sur ${completeness.shown} dans cette section`
            : undefined
        }
        remaining={
          <Remaining
            view={view}
            missing={missing}
            isSignedOut={page.queue.isSignedOut}
            conflicts={putOff.length > 0 ? conflicted.length : 0}
            onReopen={() => setPutOff([])}
          />
        }
        actions={
          <>
            {previous ? (
              <LinkButton
                to={paths.section(applicationId, previous.id)}
                variant="secondary"
                icon={ArrowLeft}
              >
                Précédent
              </LinkButton>
            ) : null}
            <Button form="section" icon={ArrowRight} iconPosition="end" aria-disabled={isLeaving}>
              Enregistrer et continuer
            </Button>
          </>
        }
      />
      {asked && question ? (
        <Suspense>
          <ConflictChoice
            key={`${asked.questionId}:${asked.conflict?.version}`}
            question={question}
            number={view.numbers[asked.questionId]}
            edit={asked}
            onChoose={(keep) => page.choose(asked.questionId, keep)}
            onLater={() => setPutOff([...putOff, asked.questionId])}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function Remaining({
  view,
  missing,
  isSignedOut,
  conflicts,
  onReopen,
}: {
  readonly view: SectionView;
  readonly missing: readonly string[];
  readonly isSignedOut: boolean;
  readonly conflicts: number;
  readonly onReopen: () => void;
}) {
  if (isSignedOut) return <Link to="#se-reconnecter">Se reconnecter ici</Link>;
  if (conflicts > 0) {
    return (
      <Button type="button" variant="tertiary" size="sm" onClick={onReopen}>
        Choisir la version à garder
      </Button>
    );
  }
  return <MissingLink view={view} missing={missing} />;
}
