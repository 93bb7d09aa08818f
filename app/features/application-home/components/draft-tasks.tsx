import { Eye } from "lucide-react";
import { reviewSentence } from "~/features/application-file/review-words";
import { coSignatoryLabels } from "~/features/submit-application/labels";
import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Badge } from "~/ui/components/badge";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { type Task, TaskList } from "~/ui/components/task-list";
import { formatCount, formatList, pluralOf } from "~/ui/format";
import type { ApplicationHomeView, HomeSection } from "../application-home-view.server";
import { sectionBadges } from "../labels";

/** « Votre dossier »: sections to answer, then what leads to the submission. */
export function DraftTasks({ view }: { view: ApplicationHomeView }) {
  const { sections } = view;
  const filled = sections.reduce((sum, section) => sum + section.filled, 0);
  const shown = sections.reduce((sum, section) => sum + section.shown, 0);
  const left = sections.reduce((sum, section) => sum + section.missing.length, 0);
  // A section to read again has all its answers all the same.
  const complete = sections.filter(
    ({ missing, faulty }) => missing.length === 0 && faulty.length === 0,
  ).length;
  return (
    <Sheet
      title="Votre dossier"
      aside={
        <>
          <strong>
            {formatCount(filled, "réponse")} sur {shown}
          </strong>
          {left > 0 &&
            `, ${formatCount(left, "question obligatoire restante", "questions obligatoires restantes")}`}
        </>
      }
    >
      <div className="jl-stack">
        <TaskList
          title="Répondre"
          aside={`${complete}\u00a0${pluralOf(complete, "section complète", "sections complètes")} sur ${sections.length}`}
          tasks={sections.map((section) => sectionTask(view, section))}
        />
        {view.canAnswer && (
          <p>
            <Link to={paths.sectionReviews(view.id)} icon={Eye} iconPosition="start">
              Demander une relecture
            </Link>
          </p>
        )}
        <TaskList title="Transmettre" tasks={submissionTasks(view)} />
        {view.canAnswer && (
          <p>
            <Link to={paths.draftPdf(view.id)} reloadDocument icon="download">
              Télécharger le brouillon (PDF)
            </Link>
          </p>
        )}
      </div>
    </Sheet>
  );
}

function sectionTask(view: ApplicationHomeView, section: HomeSection): Task {
  const badge = sectionBadges[section.state];
  return {
    to: isWritable(view, section.id)
      ? paths.section(view.id, section.id)
      : `${paths.review(view.id)}#${section.id}`,
    number: section.number,
    title: section.title,
    detail: <SectionDetail section={section} canAnswer={view.canAnswer} />,
    progress: {
      ratio: section.shown === 0 ? 1 : section.filled / section.shown,
      text: `${section.filled} sur ${section.shown}`,
    },
    badge: (
      <Badge tone={badge.tone} icon={badge.icon}>
        {badge.label}
      </Badge>
    ),
    current: section.title === view.resume?.section,
  };
}

/** Whether the reader answers in a section; one that is only read leads to its reading. */
const isWritable = ({ canAnswer, writableSections }: ApplicationHomeView, sectionId: string) =>
  canAnswer && (writableSections === null || writableSections.includes(sectionId));

/** Who has the section, who asks for a second look, and what is missing once it is begun. */
function SectionDetail({
  section,
  canAnswer,
}: {
  readonly section: HomeSection;
  readonly canAnswer: boolean;
}) {
  const { review, holders, authors, filled, lacks } = section;
  const names = holders.length > 0 ? holders : authors;
  const who = names.length > 0 ? formatList(names) : "Personne n’a encore répondu";
  return (
    <>
      <span className="jl-line">{review ? reviewSentence(review, canAnswer) : who}</span>
      {filled > 0 && lacks !== "" && <span className="jl-line">{lacks}</span>}
    </>
  );
}

function submissionTasks(view: ApplicationHomeView): Task[] {
  const first = view.sections.length + 1;
  const todo = <Badge>À faire</Badge>;
  const asked = view.sections.filter(({ review }) => review !== null).length;
  const tasks: Task[] = [];
  if (view.signatures.length > 0) tasks.push(signatureTask(view));
  if (view.admissibility) tasks.push(formalTask(view.id, view.admissibility.missing));
  tasks.push({
    to: paths.review(view.id),
    title: "Relire toutes les réponses",
    detail:
      asked === 0
        ? "Une page, imprimable"
        : `${formatCount(asked, "section")} à relire à la demande de l’équipe`,
    badge: todo,
  });
  const isLocked = view.blockers.length > 0;
  tasks.push({
    to: isLocked ? undefined : paths.submit(view.id),
    title: "Déclarer sur l’honneur et transmettre",
    detail: isLocked ? <Blockers view={view} /> : "Vous recevez aussitôt un récépissé",
    badge: isLocked ? <Badge icon="lock">Verrouillé</Badge> : todo,
  });
  return tasks.map((task, index) => ({ ...task, number: first + index }));
}

/** Every reason that keeps from submitting, each with the way to remove it. */
function Blockers({ view }: { view: ApplicationHomeView }) {
  return (
    <>
      {view.blockers.map(({ blocker, text, link }) => (
        <span key={blocker} className="jl-line">
          {text} {link && <Anchor to={link.to}>{link.label}</Anchor>}
        </span>
      ))}
    </>
  );
}

/** The act and the opinion that the campaign asks. */
function formalTask(
  id: string,
  missing: NonNullable<ApplicationHomeView["admissibility"]>["missing"],
): Task {
  const left = missing.filter(({ what }) => what !== "answers" && what !== "signatures");
  const isOwed = left.some(({ isRequired }) => isRequired);
  return {
    to: paths.formalActs(id),
    title: "Actes et avis",
    detail:
      left.length === 0
        ? "Tout est là"
        : left.map(({ what, text }) => (
            <span key={what} className="jl-line">
              {text}
            </span>
          )),
    badge:
      left.length === 0 ? (
        <Badge tone="success" icon="check">
          Complet
        </Badge>
      ) : (
        <Badge>{isOwed ? "À faire" : "Facultatif"}</Badge>
      ),
  };
}

function signatureTask(view: ApplicationHomeView): Task {
  const given = view.signatures.filter((signature) => signature.isGiven).length;
  const waiting = view.signatures.filter(({ isGiven }) => !isGiven);
  const isDone = waiting.every(({ required }) => !required);
  const lapsed = view.signatures.filter(({ isLapsed }) => isLapsed).length;
  return {
    to: paths.sign(view.id),
    title: "Signatures demandées",
    detail: isDone
      ? "Toutes les signatures demandées sont là"
      : `${lapsed > 0 ? "Des réponses ont changé depuis la signature. " : ""}En attente : ${formatList([...new Set(waiting.map(({ role }) => coSignatoryLabels[role].toLowerCase()))])}`.replace(
          " :",
          "\u00a0:",
        ),
    progress: {
      ratio: given / view.signatures.length,
      text: `${given} sur ${view.signatures.length}`,
    },
    badge: isDone ? (
      <Badge tone="success" icon="check">
        Complet
      </Badge>
    ) : lapsed > 0 ? (
      <Badge tone="warning" icon="alert">
        À renouveler
      </Badge>
    ) : (
      <Badge tone="info" icon="clock">
        En attente
      </Badge>
    ),
  };
}
